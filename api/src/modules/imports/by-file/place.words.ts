import { plainText } from '../../territories/place-name.rules.js';
import {
  type Condition,
  CONDITIONS,
  PROPERTY_STATUSES,
  SITE_KINDS,
  type SiteKind,
  type Tenure,
  TENURES,
} from '../../sites/site.vocabulary.js';
import { KIND_WORDS } from '../../sites/site.words.js';

const KIND_PARTS: readonly (readonly [RegExp, SiteKind])[] = [
  [/garde barrier/, 'crossing_keepers_house'],
  [/halle|goods shed/, 'goods_shed'],
  [/local en gare|guichet|buffet|station premises/, 'station_premises'],
  [/terrain ferroviaire|emprise ferroviaire|railway land/, 'railway_land'],
  [/gare|batiment voyageurs|station/, 'disused_station'],
  [/tiers lieu|third place/, 'tiers_lieu'],
  [/friche|brownfield/, 'brownfield'],
  [/bureau|office/, 'office'],
  [/atelier|entrepot|hangar|workshop|warehouse/, 'workshop'],
  [/commerce|boutique|magasin|shop|local commercial/, 'shop'],
  [/agricole|maraich|farm/, 'farmland'],
  [/terrain|parcelle|plot|land/, 'plot'],
  [/batiment|immeuble|ecole|maison|presbytere|local|building/, 'vacant_building'],
  [/^autre|^other/, 'other'],
];
const CONDITION_PARTS: readonly (readonly [RegExp, Condition])[] = [
  [/ruine|effondr|ruin/, 'ruin'],
  [/gros|lourd|tres mauvais|heavy/, 'heavy_works'],
  [/mauvais|travaux|degrad|vetuste|a renover|renovation|works|poor/, 'works'],
  [/moyen|rafraich|correct|passable|usage|refresh|fair/, 'refresh'],
  [/bon|neuf|pret|excellent|renove|ready|good|new/, 'ready'],
];
const TENURE_PARTS: readonly (readonly [RegExp, Tenure])[] = [
  [/vente|cession|achat|sale/, 'sale'],
  [/emphyteo/, 'emphyteutic_lease'],
  [/solidaire|solidarity/, 'solidarity_lease'],
  [/commercial/, 'commercial_lease'],
  [/pret a usage|commodat|gratuit|loan/, 'loan_for_use'],
  [/occupation|aot|cot\b|precaire|temporaire|temporary/, 'temporary_occupation'],
  [/bail|location|civil|lease|rent/, 'civil_lease'],
];

type PropertyStatus = (typeof PROPERTY_STATUSES)[number];
const PROPERTY_PARTS: readonly (readonly [RegExp, PropertyStatus])[] = [
  [/prive|private/, 'private_domain'],
  [/public/, 'public_domain'],
];

export const readPropertyStatus = (text: string): PropertyStatus | null => readWord(text, PROPERTY_STATUSES, PROPERTY_PARTS);
export const readKind = (text: string): SiteKind | null => readWord(text, SITE_KINDS, KIND_PARTS, kindByLabel);
export const readCondition = (text: string): Condition | null => readWord(text, CONDITIONS, CONDITION_PARTS);
export const readTenure = (text: string): Tenure | null => readWord(text, TENURES, TENURE_PARTS);

/** Our own word, the word shown on pages, else the first part that is recognised; null = nothing we know. */
function readWord<T extends string>(
  text: string,
  words: readonly T[],
  parts: readonly (readonly [RegExp, T])[],
  byLabel: (plain: string) => T | null = () => null,
): T | null {
  const plain = plainText(text);
  const own = words.find((word) => word.replace(/_/g, ' ') === plain);
  return own ?? byLabel(plain) ?? parts.find(([part]) => part.test(plain))?.[1] ?? null;
}

function kindByLabel(plain: string): SiteKind | null {
  return SITE_KINDS.find((kind) => [KIND_WORDS.fr[kind], KIND_WORDS.en[kind]].some((label) => plainText(label) === plain)) ?? null;
}
