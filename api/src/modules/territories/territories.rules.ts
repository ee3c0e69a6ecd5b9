import { nameVariants, plainText } from './place-name.rules.js';
import type { CommuneEntry, EpciEntry, TownEntry } from './official-territories.js';

export interface TerritoryRow {
  readonly id: string;
  readonly kind: 'region' | 'department' | 'epci' | 'commune';
  readonly code: string;
  readonly name: string;
  readonly regionCode: string | null;
  readonly departmentCode: string | null;
  readonly epciCode: string | null;
  readonly postalCodes: readonly string[];
  readonly population: number | null;
}
export interface FormerRow {
  readonly code: string;
  readonly name: string;
  readonly currentId: string;
}
export interface PointRow {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
}

export function communeRows(communes: readonly CommuneEntry[], epcis: readonly EpciEntry[]): TerritoryRow[] {
  const epciOf = new Map(epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code] as const)));
  return communes
    .filter(({ type }) => type === 'commune-actuelle')
    .map(({ code, nom, departement, region, codesPostaux, population }) => ({
      id: `commune:${code}`,
      kind: 'commune',
      code,
      name: nom,
      regionCode: region ?? null,
      departmentCode: departement ?? departmentOfCode(code),
      epciCode: epciOf.get(code) ?? null,
      postalCodes: codesPostaux ?? [],
      population: population ?? null,
    }));
}

/** Overseas codes begin with three digits (973), the others with two (2A). */
export function departmentOfCode(communeCode: string): string {
  return communeCode.startsWith('97') || communeCode.startsWith('98') ? communeCode.slice(0, 3) : communeCode.slice(0, 2);
}

/** An EPCI is filed under the department and region where most of its communes are. */
export function epciRows(epcis: readonly EpciEntry[], communes: readonly TerritoryRow[]): TerritoryRow[] {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  return epcis.map(({ code, nom, membres, populationMunicipale }) => {
    const members = membres.map((member) => byCode.get(member.code)).filter((member) => member !== undefined);
    return {
      id: `epci:${code}`,
      kind: 'epci',
      code,
      name: nom,
      regionCode: mostFrequent(members.map(({ regionCode }) => regionCode)),
      departmentCode: mostFrequent(members.map(({ departmentCode }) => departmentCode)),
      epciCode: code,
      postalCodes: [],
      population: populationMunicipale ?? null,
    };
  });
}

/** Merged communes and municipal districts lead to today's commune; so does the former name of its seat, which kept the code. */
export function formerRows(communes: readonly CommuneEntry[]): FormerRow[] {
  const current = new Map(communes.filter(({ type }) => type === 'commune-actuelle').map(({ code, nom }) => [code, nom]));
  return communes.flatMap(({ code, nom, type, chefLieu, commune }) => {
    const target = chefLieu ?? commune;
    if (type === 'commune-actuelle' || target === undefined || !current.has(target) || current.get(code) === nom) return [];
    return [{ code, name: nom, currentId: `commune:${target}` }];
  });
}

/** Points of towns, joined by name and department; a merged commune may still be known by its seat's old name. */
export function pointRows(towns: readonly TownEntry[], rows: readonly TerritoryRow[], communes: readonly CommuneEntry[]): PointRow[] {
  const townsByName = new Map<string, TownEntry>();
  for (const town of towns) {
    const key = `${town.admin2 || town.admin1.slice(0, 3)}|${plainText(town.name)}`;
    if (!townsByName.has(key)) townsByName.set(key, town);
  }
  const seatNames = new Map(
    communes.filter(({ type, code, chefLieu }) => type !== 'commune-actuelle' && code === chefLieu).map(({ code, nom }) => [code, nom]),
  );
  return rows.flatMap(({ id, code, name, departmentCode }) => {
    const seat = seatNames.get(code);
    const names = [...nameVariants(name).slice(0, 2), ...(seat ? [plainText(seat)] : [])];
    const town = names.map((each) => townsByName.get(`${departmentCode}|${each}`)).find((found) => found !== undefined);
    return town ? [{ id, lon: Number(town.lng), lat: Number(town.lat) }] : [];
  });
}

function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
