interface SkeletonProps {
  readonly label: string;
  readonly lines?: number;
  readonly shape?: 'lines' | 'cards' | 'page';
}

/** The grey shape of what is coming; the words are for those who do not see it. */
export function Skeleton({ label, lines = 4, shape = 'lines' }: SkeletonProps) {
  return (
    <div className={`skeleton skeleton-${shape}`} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-bar" aria-hidden />
      ))}
    </div>
  );
}
