import { Plate, Scenery, Windows } from './scenery';

interface DrawingProps {
  readonly seed: number;
}

export function Brownfield({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path className="d-chimney" d="M232 40h16l5 104h-26z" />
      <path className="d-wall-line" d="M230 54h20M229 70h22" />
      <path className="d-wall" d="M46 96h186v48H46z" />
      <path className="d-roof" d="M46 96V70l46 26V70l46 26V70l47 26V70l47 26z" />
      <path className="d-glass" d="M50 92V78l24 14zM96 92V78l24 14zM142 92V78l24 14zM189 92V78l24 14z" />
      <Windows x={60} y={108} columns={5} stepX={24} width={15} height={14} />
      <rect className="d-door" x="188" y="106" width="30" height="38" />
      <path className="d-grass" d="M30 148c10-14 16-2 22-10 4 8 12-4 16 6 6-10 12-2 18 6zM226 150c8-12 14-2 20-8 6 8 14-4 22 8z" />
    </Scenery>
  );
}

export function VacantBuilding({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path className="d-wall" d="M94 52h132v92H94z" />
      <path className="d-roof" d="M86 54l16-22h116l16 22z" />
      <path className="d-wall-line" d="M94 82h132M94 112h132" />
      <Windows x={106} y={60} columns={5} rows={2} stepX={24} stepY={30} width={12} height={16} />
      <Windows x={106} y={118} columns={2} stepX={24} width={13} height={16} />
      <rect className="d-door" x="152" y="116" width="18" height="28" />
      <Windows x={184} y={118} columns={2} stepX={24} width={13} height={16} />
    </Scenery>
  );
}

export function Office({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path className="d-wall-shade" d="M184 78h66v66h-66z" />
      <path className="d-wall" d="M84 48h100v96H84z" />
      <path className="d-roof-shade" d="M80 44h108v7H80zM184 74h70v7h-70z" />
      <Windows x={94} y={60} columns={4} rows={3} stepX={22} stepY={22} width={15} height={13} />
      <Windows x={192} y={90} columns={3} rows={2} stepX={19} stepY={22} width={12} height={12} />
      <rect className="d-door" x="122" y="124" width="24" height="20" />
    </Scenery>
  );
}

export function Workshop({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path className="d-wall-shade" d="M62 92h196v52H62z" />
      <path className="d-roof" d="M54 94c10-44 60-52 106-52s96 8 106 52z" />
      <path className="d-glass" d="M104 84c8-20 32-26 56-26s48 6 56 26z" />
      <path className="d-wall-line" d="M160 58v26M132 62v22M188 62v22" />
      <rect className="d-door" x="122" y="100" width="76" height="44" />
      <path className="d-door-line" d="M122 110h76M122 120h76M122 130h76" />
      <Windows x={76} y={106} columns={2} stepX={20} width={13} height={15} />
      <Windows x={212} y={106} columns={2} stepX={20} width={13} height={15} />
    </Scenery>
  );
}

export function Shop({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path className="d-wall" d="M92 44h136v100H92z" />
      <path className="d-roof" d="M86 46l10-14h128l10 14z" />
      <Windows x={108} y={56} columns={4} stepX={29} width={14} height={19} />
      <Plate x={104} y={84} width={112} />
      <path className="d-canopy" d="M96 98h128l10 14H86z" />
      <rect className="d-glass" x="104" y="114" width="52" height="24" rx="1" />
      <rect className="d-door" x="164" y="112" width="18" height="32" />
      <rect className="d-glass" x="190" y="114" width="28" height="24" rx="1" />
    </Scenery>
  );
}

export function TiersLieu({ seed }: DrawingProps) {
  return (
    <Scenery seed={seed}>
      <path className="d-wall" d="M84 84h136v60H84z" />
      <path className="d-roof" d="M72 88l80-48 80 48z" />
      <path className="d-wall-line" d="M40 74c40 18 80 18 112-8 34 26 76 26 130 2" />
      <path className="d-flags" d="M58 80l6 10 5-8zM84 84l6 10 5-11zM110 82l7 9 3-12zM186 82l6 9 5-9zM212 84l6 10 6-10zM240 81l6 9 5-11z" />
      <rect className="d-door" x="132" y="104" width="40" height="40" />
      <path className="d-door-line" d="M152 104v40" />
      <Windows x={98} y={108} columns={1} width={18} height={18} />
      <Windows x={188} y={108} columns={1} width={18} height={18} />
      <path className="d-rail d-rail-thick" d="M238 150v-10h40v10M232 140h52" />
    </Scenery>
  );
}
