import type { EntityManager } from 'typeorm';
import { distanceM, type LonLat } from './french-point.rules.js';
import { nameVariants, plainText } from './place-name.rules.js';

export interface IndexedCommune {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}
/** `exact`: today's code or name; `merged`: through a commune that merged; `near`: an approximate name, to be told. */
export interface FoundCommune {
  readonly commune: IndexedCommune;
  readonly how: 'exact' | 'merged' | 'near';
}

/** Communes in memory, for imports: by code or by name and department, merged communes included. */
export class TerritoryIndex {
  private readonly byCode = new Map<string, FoundCommune>();
  private readonly byName = new Map<string, FoundCommune | 'ambiguous'>();
  private readonly sameName = new Map<string, IndexedCommune[]>();
  private readonly departments = new Map<string, string>();

  constructor(
    communes: readonly IndexedCommune[],
    former: readonly { code: string; name: string; currentId: string }[],
    departments: readonly { code: string; name: string }[],
  ) {
    const byId = new Map(communes.map((commune) => [commune.id, commune]));
    for (const commune of communes) {
      this.byCode.set(commune.code, { commune, how: 'exact' });
      const plain = plainText(commune.name);
      this.addName(commune.departmentCode, plain, { commune, how: 'exact' });
      this.sameName.set(plain, [...(this.sameName.get(plain) ?? []), commune]);
    }
    for (const { code, name, currentId } of former) {
      const commune = byId.get(currentId);
      if (!commune) continue;
      if (!this.byCode.has(code)) this.byCode.set(code, { commune, how: 'merged' });
      this.addName(commune.departmentCode, plainText(name), { commune, how: 'merged' });
    }
    for (const commune of communes) {
      for (const variant of nameVariants(commune.name).slice(1)) this.addName(commune.departmentCode, variant, { commune, how: 'near' });
    }
    for (const { code, name } of departments) this.departments.set(plainText(name), code);
  }

  /** A code that lost its leading zero in a spreadsheet (`1004`) is understood. */
  communeByCode(code: string): FoundCommune | null {
    const clean = code.trim().toUpperCase();
    return this.byCode.get(/^\d{4}$/.test(clean) ? `0${clean}` : clean) ?? null;
  }

  communeByName(name: string, departmentCode: string): FoundCommune | null {
    for (const variant of nameVariants(name)) {
      const found = this.byName.get(`${departmentCode}|${variant}`);
      if (found === 'ambiguous') return null;
      if (found) return found;
    }
    return null;
  }

  /** The commune of that name around a point, whatever its department: files put border places on the wrong side. */
  communeAround(name: string, point: LonLat, withinM: number): IndexedCommune | null {
    const around = (this.sameName.get(plainText(name)) ?? []).filter(
      ({ lon, lat }) => lon !== null && lat !== null && distanceM(point, { lon, lat }) <= withinM,
    );
    return around.length === 1 ? (around[0] ?? null) : null;
  }

  /** All the communes of a name, when nothing says in which department. */
  communesNamed(name: string): readonly IndexedCommune[] {
    return this.sameName.get(plainText(name)) ?? [];
  }

  /** By code (`52`, `2A`) or by name without accents (`HAUTE-MARNE`). */
  department(codeOrName: string): string | null {
    const plain = plainText(codeOrName);
    const code = plain.toUpperCase().padStart(2, '0');
    if ([...this.departments.values()].includes(code)) return code;
    return this.departments.get(plain) ?? null;
  }

  get size(): number {
    return this.byCode.size;
  }

  /** Today's names win over merged ones, merged over approximate; two equals are ambiguous and answer nothing. */
  private addName(departmentCode: string | null, name: string, found: FoundCommune): void {
    const key = `${departmentCode}|${name}`;
    const known = this.byName.get(key);
    if (known === undefined) this.byName.set(key, found);
    else if (known !== 'ambiguous' && known.how === found.how && known.commune !== found.commune) this.byName.set(key, 'ambiguous');
  }
}

export async function loadTerritoryIndex(tx: EntityManager): Promise<TerritoryIndex> {
  const communes = await tx.query<IndexedCommune[]>(
    `select id, code, name, department_code as "departmentCode", st_x(point) as lon, st_y(point) as lat from territory where kind = 'commune'`,
  );
  const former = await tx.query<{ code: string; name: string; currentId: string }[]>(
    `select code, name, current_id as "currentId" from former_commune`,
  );
  const departments = await tx.query<{ code: string; name: string }[]>(`select code, name from territory where kind = 'department'`);
  return new TerritoryIndex(communes, former, departments);
}
