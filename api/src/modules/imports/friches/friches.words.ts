import type { Condition } from '../../sites/site.vocabulary.js';
import { plainText } from '../../territories/place-name.rules.js';

/**
 * The enumerations of the CNIG standard (v1.0.6). For each field: the values it allows, and the spellings met in real files whose
 * meaning is plain. Anything else is kept as written, with a warning.
 */
interface Enumeration {
  readonly allowed: readonly string[];
  readonly alias?: Readonly<Record<string, string>>;
  /** Right in an earlier version of the standard. */
  readonly superseded?: readonly string[];
}
const NOTHING_SAID = ['inconnu', 'autre', 'sans objet'] as const;

export const ENUMERATIONS = {
  site_type: {
    allowed: [
      'friche industrielle', 'friche commerciale', 'friche hospitalière', 'friche agro-industrielle', 'friche carrière ou mine',
      'friche militaire', "friche d'habitat", "friche d'équipement public", 'friche portuaire', 'friche aéroportuaire', 'friche ferroviaire',
      'friche logistique', 'friche loisir tourisme hôtellerie', 'friche enseignement', 'friche cultuelle', 'mixte - dominante habitat',
      'mixte - autre', ...NOTHING_SAID,
    ],
    alias: {
      'friche touristique': 'friche loisir tourisme hôtellerie', "friche d'habitation": "friche d'habitat", 'friche agricole': 'autre',
    },
    // v1.0.6 split “mixte” in two; which half an older file meant is not known, so the word is kept.
    superseded: ['mixte'],
  },
  site_statut: {
    allowed: ['friche potentielle', 'friche sans projet', 'friche avec projet', 'friche reconvertie', ...NOTHING_SAID],
    alias: { 'sans projet': 'friche sans projet', 'avec projet': 'friche avec projet', potentielle: 'friche potentielle', reconvertie: 'friche reconvertie' },
  },
  site_occupation: {
    allowed: ['totalement inoccupé', 'partiellement inoccupé', 'occupation transitoire ou temporaire', 'occupation illicite supposée', 'occupation illicite avérée', ...NOTHING_SAID],
    alias: { inoccupé: 'totalement inoccupé', 'partiellement occupé': 'partiellement inoccupé' },
  },
  site_securite: {
    allowed: [
      'évacuation des produits dangereux et déchets présents sur le site', "interdictions ou limitations d'accès au site",
      "suppression des risques d'incendie et d'explosion", "surveillance des effets de l'installation sur son environnement",
      'mesures de gestion de pollution ou restrictions temporaires', "existence d'une attestation de mise en sécurité", ...NOTHING_SAID,
    ],
  },
  bati_type: {
    allowed: ['industriel', 'commercial', 'résidentiel', 'secteur tertiaire', ...NOTHING_SAID],
    alias: { tertiaire: 'secteur tertiaire', habitat: 'résidentiel' },
  },
  bati_pollution: { allowed: ['amiante', 'plomb', ...NOTHING_SAID] },
  bati_vacance: {
    allowed: ['occupé', 'partiellement occupé', 'vacant', ...NOTHING_SAID],
    alias: { 'partiellement inoccupé': 'partiellement occupé', inoccupé: 'vacant' },
  },
  bati_patrimoine: { allowed: ['aucun', "présence d'un bâtiment d'intérêt", "présence d'un bâtiment classé", ...NOTHING_SAID] },
  bati_etat: { allowed: ['dégradation inexistante ou faible', 'dégradation moyenne', 'dégradation très importante', 'dégradation hétérogène', ...NOTHING_SAID] },
  sol_pollution_existe: {
    allowed: ['pollution inexistante', 'pollution traitée', 'pollution peu probable', 'pollution supposée', 'pollution avérée', ...NOTHING_SAID],
    alias: { oui: 'pollution avérée', non: 'pollution inexistante' },
  },
  urba_doc_type: { allowed: ['RNU', 'CC', 'PLU', 'PLUI', 'PSMV', ...NOTHING_SAID] },
  urba_zone_type: {
    allowed: ['U', 'AUc', 'AUs', 'A', 'N', 'Zc', 'ZCa', 'ZnC', 'RNU', ...NOTHING_SAID],
    // “h” is a building pocket inside a natural or farming zone: the zone stays natural or farming.
    alias: { nh: 'N', ah: 'A', '1au': 'AUc', '2au': 'AUs' },
  },
  proprio_personne: { allowed: ['personne physique', 'personne morale', ...NOTHING_SAID] },
  urba_zaer: { allowed: ['oui', 'non', 'inconnu'] },
} as const satisfies Record<string, Enumeration>; // prettier-ignore
export type EnumField = keyof typeof ENUMERATIONS;

export interface Read {
  /** The standard's value, or what the file says when we do not know the word. */
  readonly value: string;
  readonly how: 'standard' | 'mapped' | 'superseded' | 'unknown_word';
}

const INDEX: ReadonlyMap<EnumField, ReadonlyMap<string, string>> = new Map(
  (Object.entries(ENUMERATIONS) as [EnumField, Enumeration][]).map(([field, { allowed, alias }]) => [
    field,
    new Map(
      [...Object.entries(alias ?? {}), ...allowed.map((value): [string, string] => [value, value])].map(([word, value]) => [
        bare(word),
        value,
      ]),
    ),
  ]),
);

/** “friche d’habitat”, “Friche d'Habitat” and “d'habitat” are one word. */
function bare(word: string): string {
  return plainText(word).replace(/^friche (?=.)/, '');
}

export function readWord(field: EnumField, word: string): Read {
  const value = INDEX.get(field)?.get(bare(word));
  if (value === undefined) {
    const { superseded }: Enumeration = ENUMERATIONS[field];
    const old = superseded?.find((one) => bare(one) === bare(word));
    return old ? { value: old, how: 'superseded' } : { value: word, how: 'unknown_word' };
  }
  return { value, how: value === word ? 'standard' : 'mapped' };
}

export const saysNothing = (value: string): boolean => (NOTHING_SAID as readonly string[]).includes(value);

export const CONDITION_OF: Readonly<Record<string, Condition>> = {
  'dégradation inexistante ou faible': 'refresh',
  'dégradation moyenne': 'works',
  'dégradation très importante': 'heavy_works',
};

/** Only what is established is yes or no: treated, unlikely or supposed pollution is a question to ask. */
export const SOIL_POLLUTION_OF: Readonly<Record<string, boolean>> = { 'pollution avérée': true, 'pollution inexistante': false };

/** A listed building is a constraint; “of interest” is not yet one. */
export const HERITAGE_OF: Readonly<Record<string, boolean>> = { "présence d'un bâtiment classé": true, aucun: false };

export const STATUS_OF: Readonly<Record<string, 'without_project' | 'with_project' | 'converted'>> = {
  'friche sans projet': 'without_project',
  'friche avec projet': 'with_project',
  'friche reconvertie': 'converted',
};
