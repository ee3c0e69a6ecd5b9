/** The product's mark: two tracks that meet on common ground. Decorative: the name is always written beside it. */
export function Mark({ size = 40 }: { readonly size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 64 64" aria-hidden focusable="false">
      <rect className="mark-plate" width="64" height="64" rx="14" />
      <rect className="mark-edge" x="4.5" y="4.5" width="55" height="55" rx="10.5" />
      <path className="mark-track" d="M17 52V40c0-12 15-10 15-22v-6M47 52V40c0-12-15-10-15-22" />
      <circle className="mark-ground" cx="32" cy="14" r="6.5" />
    </svg>
  );
}
