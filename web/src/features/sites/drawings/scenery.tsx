import type { ReactNode } from 'react';

interface SceneryProps {
  /** 0 to 1, drawn from the place's id: no two places look quite the same. */
  readonly seed: number;
  readonly track?: boolean;
  readonly children: ReactNode;
}

/** Sky, hills, trees and ground in which every place is drawn. 320 × 180. */
export function Scenery({ seed, track = false, children }: SceneryProps) {
  const shift = Math.round(seed * 60) - 30;
  return (
    <>
      <rect className="d-sky" width="320" height="180" />
      <circle className="d-sun" cx={60 + seed * 200} cy={34 + seed * 14} r="15" />
      <path className="d-hill" d={`M-40 128c50-42 104-44 ${150 + shift}-18s120 4 260-30v100H-40z`} />
      <Tree x={24 + seed * 18} y={136} size={1 + seed * 0.3} />
      <Tree x={286 - seed * 22} y={138} size={1.25 - seed * 0.3} />
      <path className="d-ground" d="M0 138c60-4 250-4 320 0v42H0z" />
      {children}
      {track ? <Track y={160} /> : null}
    </>
  );
}

export function Tree({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path className="d-trunk" d="M-2 0v-22h4V0z" />
      <ellipse className="d-leaf-shade" cx="0" cy="-32" rx="14" ry="18" />
      <ellipse className="d-leaf" cx="-3" cy="-35" rx="10" ry="13" />
    </g>
  );
}

export function Track({ y }: { readonly y: number }) {
  return (
    <g>
      {Array.from({ length: 20 }, (_, index) => (
        <rect key={index} className="d-sleeper" x={index * 17 - 6} y={y} width="10" height="12" />
      ))}
      <path className="d-rail" d={`M0 ${y + 2}h320M0 ${y + 10}h320`} />
    </g>
  );
}

interface WindowsProps {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows?: number;
  readonly stepX?: number;
  readonly stepY?: number;
  readonly width?: number;
  readonly height?: number;
  readonly arched?: boolean;
}

export function Windows({ x, y, columns, rows = 1, stepX = 20, stepY = 24, width = 9, height = 13, arched = false }: WindowsProps) {
  return (
    <g>
      {Array.from({ length: columns * rows }, (_, index) => {
        const left = x + (index % columns) * stepX;
        const top = y + Math.floor(index / columns) * stepY;
        return <rect key={index} className="d-glass" x={left} y={top} width={width} height={height} rx={arched ? width / 2 : 1} />;
      })}
    </g>
  );
}

/** An enamel plate, the product's recurring object. */
export function Plate({ x, y, width }: { readonly x: number; readonly y: number; readonly width: number }) {
  return (
    <g>
      <rect className="d-plate" x={x} y={y} width={width} height="10" rx="2" />
      <rect className="d-plate-line" x={x + 6} y={y + 4} width={width - 12} height="2" />
    </g>
  );
}
