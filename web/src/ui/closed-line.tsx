/** The end of the line: a buffer stop on a track that goes no further. */
export function ClosedLine() {
  return (
    <svg className="drawing" viewBox="0 0 320 140" aria-hidden focusable="false">
      <rect className="d-sky" width="320" height="140" rx="16" />
      <path className="d-leaf" d="M0 100c40-26 90-26 140-10s110 4 180-14v64H0z" />
      <path className="d-ground" d="M0 112h320v28H0z" />
      {Array.from({ length: 11 }, (_, index) => (
        <rect key={index} className="d-sleeper" x={8 + index * 20} y="117" width="12" height="5" />
      ))}
      <path className="d-rail" d="M0 114h226M0 124h226" />
      <path className="d-rail d-rail-thick" d="M222 122l-22-34M222 122V84" />
      <rect className="d-stop" x="192" y="74" width="40" height="16" rx="3" />
      <circle className="d-signal" cx="212" cy="82" r="4.5" />
    </svg>
  );
}
