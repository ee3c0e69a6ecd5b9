import { Scenery, Tree } from './scenery';

interface DrawingProps {
  readonly seed: number;
}

export function Plot({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path className="d-grass" d="M40 150l56-34h138l50 34-40 20H74z" />
      <path className="d-plot-line" d="M40 150l56-34h138l50 34-40 20H74z" />
      <path className="d-post" d="M40 152v-16M96 118v-14M234 118v-14M284 152v-16" />
      <path className="d-post" d="M160 146v-44" />
      <rect className="d-plate" x="136" y="88" width="48" height="24" rx="3" />
      <path className="d-plate-arrows" d="M146 100h28M150 96l-4 4 4 4M170 96l4 4-4 4" />
    </Scenery>
  );
}

export function Farmland({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path
        className="d-furrows"
        d="M0 176c60-30 110-36 160-38M40 180c50-28 90-38 126-42M110 180c26-22 48-34 64-42M190 180c-2-18-6-30-10-42M260 180c-26-24-54-36-74-42M320 176c-44-24-94-34-132-38"
      />
      <path className="d-wall-wood" d="M198 100h58v40h-58z" />
      <path className="d-roof" d="M190 102l14-24h46l14 24z" />
      <rect className="d-door" x="216" y="112" width="22" height="28" />
      <Tree x={120} y={138} size={0.8} />
    </Scenery>
  );
}

export function OtherPlace({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path className="d-wall" d="M112 88h96v56h-96z" />
      <path className="d-roof" d="M102 90l58-42 58 42z" />
      <rect className="d-door" x="150" y="112" width="20" height="32" />
      <rect className="d-glass" x="124" y="102" width="14" height="15" />
      <rect className="d-glass" x="182" y="102" width="14" height="15" />
    </Scenery>
  );
}
