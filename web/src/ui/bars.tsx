export interface BarProps {
  /** What is measured, in words. */
  readonly label: string;
  /** The same as the drawing, in words: both values and their unit. */
  readonly text: string;
  /** Shares of the whole, 0 to 1. `low` is certain; up to `high` remains possible. */
  readonly low: number;
  readonly high?: number;
  readonly tone?: 'met' | 'not_met' | 'unknown';
}

/** A measure with a soft range: the solid part is certain, the hatched part depends on what is not known yet. */
export function Bar({ label, text, low, high = low, tone = 'met' }: BarProps) {
  const percent = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <div className={`bar bar-${tone}`}>
      <div className="bar-words">
        <span className="bar-label">{label}</span>
        <span className="bar-text numeric">{text}</span>
      </div>
      <svg className="bar-drawing" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden focusable="false">
        <rect className="bar-ground" width="100" height="6" rx="1" />
        <rect className="bar-possible" width={percent(high)} height="6" rx="1" />
        <rect className="bar-certain" width={percent(low)} height="6" rx="1" />
      </svg>
    </div>
  );
}

export function Bars({ bars }: { readonly bars: readonly BarProps[] }) {
  return (
    <ul className="bars">
      {bars.map((bar) => (
        <li key={bar.label}>
          <Bar {...bar} />
        </li>
      ))}
    </ul>
  );
}
