import type { Dataset, Dialect } from '../import.types.js';

/** The 51 fields of the CNIG standard, in its order (schema-friches v1.0.6); our field names are the standard's. */
const CNIG_FIELDS = [
  'site_id', 'site_nom', 'site_type', 'site_adresse', 'site_identif_date', 'site_actu_date', 'site_url', 'site_ademe_url',
  'site_securite', 'site_occupation', 'site_statut', 'site_projet_url', 'site_reconv_annee', 'site_reconv_type',
  'activite_libelle', 'activite_code', 'activite_fin_annee', 'comm_nom', 'comm_insee',
  'bati_type', 'bati_nombre', 'bati_surface', 'bati_pollution', 'bati_vacance', 'bati_patrimoine', 'bati_etat',
  'local_ancien_annee', 'local_recent_annee', 'proprio_type', 'proprio_personne', 'proprio_nom',
  'sol_pollution_annee', 'sol_pollution_existe', 'sol_pollution_origine', 'sol_pollution_commentaire', 'sol_depollution_fiche',
  'unite_fonciere_surface', 'unite_fonciere_refcad', 'urba_zone_type', 'urba_zone_lib', 'urba_zone_formdomi', 'urba_zaer',
  'urba_doc_type', 'desserte_distance', 'desserte_commentaire', 'source_nom', 'source_url', 'source_producteur', 'source_contact',
  'geompoint', 'geomsurf',
] as const; // prettier-ignore
type CnigField = (typeof CNIG_FIELDS)[number];

/** Columns which real files add to the standard's. */
const EXTRA = { longitude: ['longitude', 'lon', 'x'], latitude: ['latitude', 'lat', 'y'] } as const;

export const CARTOFRICHES: Dataset = {
  id: 'cartofriches',
  title: 'Cartofriches, inventaire national',
  producer: 'Cerema',
  licence: 'Licence Ouverte 2.0',
  licenceUrl: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  sourceUrl: 'https://www.data.gouv.fr/fr/datasets/sites-references-dans-cartofriches/',
  attribution: 'Cerema, Cartofriches, Licence Ouverte 2.0',
  shareAlike: false,
  asOf: null,
};
/** Every file in the standard's layout, whatever its producer: what it says of a place comes after the national file on equal dates. */
export const CNIG_FRICHES: Dataset = {
  ...CARTOFRICHES,
  id: 'friches-cnig',
  title: 'Inventaires de friches au standard CNIG',
  producer: 'Cerema et observatoires locaux',
  attribution: 'Cerema (Cartofriches) et observatoires locaux de friches, Licence Ouverte 2.0',
};

/** Names of 2022, before the standard was settled. */
const OLD_HEADINGS: Partial<Record<CnigField, readonly string[]>> = {
  site_id: ['site_numero'],
  site_adresse: ['loc_adresse', 'adresse'],
  site_url: ['fiche_url', 'site_url'],
  comm_insee: ['comm_code', 'comm_insee'],
  activite_fin_annee: ['activite_fin_date', 'activite_date', 'activite_fin_annee'],
  bati_nombre: ['bati_nb', 'bati_nombre'],
  proprio_nom: ['prop_actuel_nom'],
  proprio_type: ['prop_actuel_type'],
  sol_pollution_annee: ['pollution_annee'],
  sol_pollution_existe: ['pollution_existe'],
  sol_pollution_origine: ['pollution_origine'],
  sol_pollution_commentaire: ['pollution_risque'],
  sol_depollution_fiche: ['depollution_fiche_url'],
  unite_fonciere_surface: ['tup_surface'],
  unite_fonciere_refcad: ['tup_refcad'],
  urba_zone_formdomi: ['urba_zone_destdomi'],
  source_producteur: ['producteur'],
  source_contact: ['contact'],
};

/** Names as the national export writes them where it leaves the standard. */
const NATIONAL_HEADINGS: Partial<Record<CnigField, readonly string[]>> = {
  local_ancien_annee: ['local_ancienne_annee', 'local_ancien_annee'],
  site_projet_url: ['site_projet_url', 'site_projet'],
  unite_fonciere_refcad: ['l_idpar', 'unite_fonciere_refcad'],
  desserte_distance: ['desserte_distance_ferroviaire', 'desserte_distance'],
};

function columns(other: Partial<Record<CnigField, readonly string[]>> = {}): Record<string, readonly string[]> {
  const own = Object.fromEntries(CNIG_FIELDS.map((field) => [field, other[field] ?? [field]]));
  // One local observatory glosses this heading: “proprio_type(catpro3)”.
  return { ...own, proprio_type: [...(own['proprio_type'] ?? []), 'proprio_type(catpro3)'], ...EXTRA };
}

/** A shapefile keeps ten characters of a name; when two become one, the later ones end in _1, _2 (the rule of GDAL, hence of QGIS). */
function shapefileNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      let short = name.slice(0, 10);
      for (let rank = 1; taken.has(short); rank++) short = `${name.slice(0, 8)}_${rank}`;
      taken.add(short);
      return [name, short];
    }),
  );
}
function shapefileColumns(names: readonly string[]): Record<string, readonly string[]> {
  return { ...Object.fromEntries([...shapefileNames(names)].map(([name, short]) => [name, [short, name]])), ...EXTRA };
}

function cnig(id: string, fr: string, en: string, found: Record<string, readonly string[]>, required: readonly string[]): Dialect {
  return { id, kind: 'friches', dataset: CNIG_FRICHES, label: { fr, en }, columns: found, required };
}

/** The layouts met; the one that understands most columns is taken, the first on a tie. */
export const FRICHES_DIALECTS: readonly Dialect[] = [
  {
    id: 'cartofriches',
    kind: 'friches',
    dataset: CARTOFRICHES,
    label: { fr: 'Cartofriches, export national', en: 'Cartofriches, national export' },
    columns: {
      ...columns(NATIONAL_HEADINGS),
      site_surface: ['site_surface'],
      checked: ['checked'],
      nature: ['nature'],
      site_projet_etude: ['site_projet_etude'],
    },
    required: ['site_id', 'site_surface', 'checked', 'nature'],
  },
  cnig('cnig-1.0.6', 'Standard CNIG Friches v1.0.6', 'CNIG brownfield standard v1.0.6', columns(), ['site_id', 'comm_insee', 'urba_zaer']),
  cnig('cnig-1.0.5', 'Standard CNIG Friches jusqu’à v1.0.5', 'CNIG brownfield standard up to v1.0.5', columns(), ['site_id', 'site_nom', 'comm_insee']),
  cnig('cnig-shapefile', 'Standard CNIG Friches, noms courts de shapefile', 'CNIG brownfield standard, shapefile short names', shapefileColumns(CNIG_FIELDS), ['site_id', 'site_statut', 'unite_fonciere_surface']),
  cnig('cnig-2022', 'Projet de standard CNIG Friches de 2022', 'Draft CNIG brownfield standard of 2022', { ...columns(OLD_HEADINGS), projet_existe: ['projet_existe'] }, ['site_id', 'comm_insee', 'unite_fonciere_surface']),
]; // prettier-ignore
