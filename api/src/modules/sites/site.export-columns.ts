import type { SiteCard } from './sites.schemas.js';

/** What public owners write here is public information, open by law (CRPA, article L321-1); sources keep their own licence. */
const OWNER_LICENCE = 'Licence Ouverte 2.0';

/** Whom to name, and under which licence, whenever this place is shown elsewhere. Never empty. */
export function attributionsOf({ attributions, ownerName }: Pick<SiteCard, 'attributions' | 'ownerName'>): string[] {
  if (attributions.length > 0) return [...attributions];
  return [`${ownerName ?? 'Propriétaire du lieu'}, par Terrain d’entente, ${OWNER_LICENCE}`];
}

interface Column {
  readonly name: string;
  /** Free text, which a spreadsheet could take for a formula. */
  readonly text?: true;
  of(site: SiteCard): string;
}

const number = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
const euros = (cents: number | null) => (cents === null ? '' : (cents / 100).toFixed(2).replace('.', ','));
const words = (values: readonly string[]) => values.join(' | ');

/** The columns of the CSV export, in order. A blank cell means “not known”. */
export const EXPORT_COLUMNS: readonly Column[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'nom', text: true, of: ({ name }) => name },
  { name: 'type', of: ({ kind }) => kind },
  { name: 'etat', of: ({ state }) => state },
  { name: 'rayon', of: ({ shelf }) => shelf ?? '' },
  { name: 'demonstration', of: ({ demo }) => (demo ? 'oui' : 'non') },
  { name: 'commune_insee', of: ({ commune }) => commune?.id.replace('commune:', '') ?? '' },
  { name: 'commune', text: true, of: ({ commune }) => commune?.name ?? '' },
  { name: 'departement', of: ({ commune }) => commune?.departmentCode ?? '' },
  { name: 'longitude', of: ({ point }) => number(point?.lon ?? null) },
  { name: 'latitude', of: ({ point }) => number(point?.lat ?? null) },
  { name: 'precision_position', of: ({ pointPrecision }) => pointPrecision ?? '' },
  { name: 'surface_plancher_min_m2', of: ({ floorAreaMinM2 }) => number(floorAreaMinM2) },
  { name: 'surface_plancher_max_m2', of: ({ floorAreaMaxM2 }) => number(floorAreaMaxM2) },
  { name: 'surface_terrain_m2', of: ({ landAreaM2 }) => number(landAreaM2) },
  { name: 'condition', of: ({ condition }) => condition ?? '' },
  { name: 'titres_proposes', of: ({ tenures }) => words(tenures) },
  { name: 'cout_annuel_euros', of: ({ costCentsPerYear }) => euros(costCentsPerYear) },
  { name: 'prix_euros', of: ({ priceCents }) => euros(priceCents) },
  { name: 'disponible_le', of: ({ availableFrom }) => availableFrom ?? '' },
  { name: 'equipements', of: ({ features }) => words(features) },
  { name: 'proprietaire_type', of: ({ ownerKind }) => ownerKind ?? '' },
  { name: 'proprietaire', text: true, of: ({ ownerName }) => ownerName ?? '' },
  { name: 'resume', text: true, of: ({ summary }) => summary ?? '' },
  // A spreadsheet takes “01004” for a number and loses its zero; this one stays text, whatever opens it.
  { name: 'commune_identifiant', of: ({ commune }) => commune?.id ?? '' },
  { name: 'sources_et_licences', text: true, of: (site) => words(attributionsOf(site)) },
];
