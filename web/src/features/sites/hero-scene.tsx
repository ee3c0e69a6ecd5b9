/** A small valley line: station, goods shed, village, a train that does not stop here any more. Purely decorative. */
export function HeroScene() {
  return (
    <svg className="drawing hero-scene" viewBox="0 0 640 300" preserveAspectRatio="xMidYMax slice" aria-hidden focusable="false">
      <circle className="d-sun" cx="508" cy="72" r="34" />
      <path className="d-hill hero-hill-far" d="M0 170c80-70 150-70 230-34s140-52 230-36 120 46 180 24v176H0z" />
      <path className="d-hill" d="M0 208c90-46 190-36 280-12s220-44 360-14v118H0z" />
      <g transform="translate(34 150)">
        <path className="d-wall" d="M0 28h26v30H0zM34 36h22v22H34z" />
        <path className="d-roof" d="M-4 30l17-16 17 16zM30 38l15-13 15 13z" />
        <path className="d-wall-shade" d="M70 22h16v36H70z" />
        <path className="d-roof-shade" d="M68 24l10-26 10 26z" />
      </g>
      <path className="d-ground" d="M0 220c120-10 480-10 640 0v80H0z" />
      <g transform="translate(200 62)">
        <path className="d-wall-shade" d="M8 92h62v66H8zM190 92h62v66h-62z" />
        <path className="d-roof-shade" d="M0 96l12-22h58v22zM190 96V74h58l12 22z" />
        <path className="d-wall" d="M66 50h128v108H66z" />
        <path className="d-roof" d="M54 54l24-40h104l24 40z" />
        <path className="d-wall" d="M108 28l22-28 22 28v26h-44z" />
        <path className="d-roof-shade" d="M102 30l28-36 28 36-6 4-22-28-22 28z" />
        <circle className="d-clock" cx="130" cy="32" r="11" />
        <path className="d-hands" d="M130 25v7l5 3" />
        <rect className="d-chimney" x="82" y="2" width="11" height="20" />
        <g className="d-glass">
          <rect x="80" y="66" width="18" height="26" rx="2" />
          <rect x="121" y="66" width="18" height="26" rx="2" />
          <rect x="162" y="66" width="18" height="26" rx="2" />
          <path d="M78 158v-30a11 11 0 0 1 22 0v30zM160 158v-30a11 11 0 0 1 22 0v30z" />
          <rect x="22" y="112" width="14" height="26" rx="2" />
          <rect x="46" y="112" width="14" height="26" rx="2" />
          <rect x="202" y="112" width="14" height="26" rx="2" />
          <rect x="226" y="112" width="14" height="26" rx="2" />
        </g>
        <path className="d-door" d="M118 158v-32a12 12 0 0 1 24 0v32z" />
        <rect className="d-plate" x="92" y="98" width="76" height="15" rx="3" />
        <rect className="d-plate-line" x="102" y="104" width="56" height="3" />
      </g>
      <g transform="translate(492 128)">
        <path className="d-wall-wood" d="M6 32h112v60H6z" />
        <path className="d-roof" d="M-8 38l24-34h92l24 34z" />
        <path className="d-door" d="M40 46h44v46H40z" />
        <path className="d-brace" d="M40 92l22-46 22 46M62 46v46" />
      </g>
      <path className="d-platform" d="M150 218h350l14 14H138z" />
      <g transform="translate(140 222)">
        <path className="d-trunk" d="M-3 0v-34h6V0z" />
        <ellipse className="d-leaf-shade" cy="-52" rx="22" ry="28" />
        <ellipse className="d-leaf" cx="-4" cy="-57" rx="16" ry="21" />
      </g>
      <g transform="translate(596 224) scale(.8)">
        <path className="d-trunk" d="M-3 0v-34h6V0z" />
        <ellipse className="d-leaf-shade" cy="-52" rx="22" ry="28" />
        <ellipse className="d-leaf" cx="-4" cy="-57" rx="16" ry="21" />
      </g>
      {Array.from({ length: 27 }, (_, index) => (
        <rect key={index} className="d-sleeper" x={index * 24 + 3} y="244" width="14" height="17" />
      ))}
      <path className="d-rail d-rail-thick" d="M0 247h640M0 258h640" />
      <path className="d-grass" d="M0 276c30-12 44 2 70-6s54 8 92-2 60 6 96-4 66 6 110 0 60-8 100 0 70-6 172-2v38H0z" />
    </svg>
  );
}
