interface ProgressStepsProps {
  /** Already translated, e.g. “Step 2 of 6”. */
  readonly label: string;
  readonly steps: readonly string[];
  /** Zero-based. */
  readonly current: number;
  readonly note?: string;
}

/** Sleepers along a track: done, here, ahead. The sentence says the same in words. */
export function ProgressSteps({ label, steps, current, note }: ProgressStepsProps) {
  return (
    <div className="progress-steps">
      <p className="progress-label">
        <strong>{label}</strong> — {steps[current]}
        {note ? <span className="progress-note"> · {note}</span> : null}
      </p>
      <ol className="progress-track" aria-hidden>
        {steps.map((step, index) => (
          <li key={step} className={index < current ? 'step-done' : index === current ? 'step-here' : 'step-ahead'} />
        ))}
      </ol>
    </div>
  );
}
