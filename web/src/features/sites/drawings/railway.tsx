import { Plate, Scenery, Windows } from './scenery';

interface DrawingProps {
  readonly seed: number;
}

export function Station({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed} track>
      <path className="d-wall-shade" d="M72 102h50v40H72zM198 102h50v40h-50z" />
      <path className="d-roof-shade" d="M68 104l8-14h44v14zM200 104V90h44l8 14z" />
      <path className="d-wall" d="M118 70h84v72h-84z" />
      <path className="d-roof" d="M110 72l16-26h68l16 26z" />
      <path className="d-wall" d="M146 54l14-18 14 18v14h-28z" />
      <path className="d-roof-shade" d="M142 56l18-24 18 24-4 3-14-18-14 18z" />
      <circle className="d-clock" cx="160" cy="57" r="7" />
      <path className="d-hands" d="M160 53v4l3 2" />
      <rect className="d-chimney" x="128" y="36" width="7" height="14" />
      <Windows x={127} y={82} columns={3} stepX={25} width={11} height={16} />
      <Windows x={128} y={116} columns={3} stepX={25} width={13} height={26} arched />
      <Windows x={82} y={114} columns={2} stepX={20} height={17} />
      <Windows x={210} y={114} columns={2} stepX={20} height={17} />
      <Plate x={136} y={102} width={48} />
      <path className="d-platform" d="M40 142h240l8 12H32z" />
    </Scenery>
  );
}

export function StationPremises({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed} track>
      <path className="d-wall" d="M50 74h220v68H50z" />
      <path className="d-roof" d="M36 76l14-22h220l14 22z" />
      <path className="d-canopy" d="M30 92h260l-8-12H38z" />
      <path className="d-post" d="M66 92v50M120 92v50M200 92v50M254 92v50" />
      <Windows x={78} y={104} columns={2} stepX={22} width={14} height={22} />
      <rect className="d-door" x="142" y="100" width="36" height="42" rx="2" />
      <path className="d-door-line" d="M160 100v42" />
      <Windows x={208} y={104} columns={2} stepX={22} width={14} height={22} />
      <Plate x={130} y={62} width={60} />
      <path className="d-platform" d="M20 142h280l8 12H12z" />
    </Scenery>
  );
}

export function GoodsShed({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed} track>
      <path className="d-wall-wood" d="M54 84h212v58H54z" />
      <path className="d-boards" d="M70 84v58M86 84v58M102 84v58M218 84v58M234 84v58M250 84v58" />
      <path className="d-roof" d="M34 90l36-40h180l36 40z" />
      <path className="d-roof-shade" d="M34 90h252l-6-7H40z" />
      <rect className="d-door" x="118" y="96" width="84" height="46" />
      <path className="d-brace" d="M118 142l42-46 42 46M160 96v46" />
      <path className="d-platform" d="M44 136h232v14H44z" />
    </Scenery>
  );
}

export function CrossingKeepersHouse({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed} track>
      <path className="d-wall" d="M98 92h74v54H98z" />
      <path className="d-roof" d="M90 94l45-40 45 40z" />
      <path className="d-wall-shade" d="M172 108h40v38h-40z" />
      <path className="d-roof-shade" d="M170 108l8-12h40v12z" />
      <rect className="d-chimney" x="150" y="58" width="8" height="18" />
      <Windows x={110} y={102} columns={2} stepX={32} width={13} height={15} />
      <rect className="d-door" x="128" y="120" width="15" height="26" />
      <circle className="d-clock" cx="135" cy="80" r="5" />
      <Windows x={184} y={118} columns={1} />
      <path className="d-post" d="M240 154v-34" />
      <path className="d-barrier" d="M240 128l66-34" />
    </Scenery>
  );
}

export function RailwayLand({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed} track>
      <path className="d-grass" d="M0 146c30-8 40 2 66-6s58 8 92-2 60 6 96-4 46 4 66 0v46H0z" />
      <path className="d-rail d-rail-thick" d="M0 154c90 0 130-10 320-34M0 162c110-2 170-14 320-34" />
      <path className="d-post" d="M84 150V84" />
      <rect className="d-signal-box" x="76" y="62" width="16" height="34" rx="8" />
      <circle className="d-signal" cx="84" cy="71" r="4.5" />
      <circle className="d-signal-off" cx="84" cy="86" r="4.5" />
      <path className="d-rail d-rail-thick" d="M214 142v-26h34v26M214 124h34" />
    </Scenery>
  );
}
