import type { Fact, Unit, WordList } from '../criteria/criterion.js';
import type { Zone, ZonePart } from './match.profile.js';
import { VOCABULARY } from './vocabulary.words.js';

/** Puts compared values into words. Own number formatting: a stored explanation must not change with the machine's locale data. */

export const LANGS = ['fr', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A text in each language. */
export type Bilingual = Readonly<Record<Lang, string>>;

/** Names of territories by id (“department:52”): where there is none, the code is said. */
export type Names = ReadonlyMap<string, string>;
const NO_NAMES: Names = new Map();

/** U+202F and U+00A0: thin and plain no-break spaces of French typography. */
const THIN = '\u202f';
const NBSP = '\u00a0';

export function wholeNumber(value: number, lang: Lang): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, lang === 'fr' ? THIN : ',');
}

function euros(cents: number, lang: Lang): string {
  const whole = wholeNumber(Math.floor(cents / 100), lang);
  const rest = cents % 100;
  const decimals = rest === 0 ? '' : (lang === 'fr' ? ',' : '.') + String(rest).padStart(2, '0');
  return lang === 'fr' ? `${whole}${decimals}${NBSP}€` : `€${whole}${decimals}`;
}

function metres(value: number, lang: Lang): string {
  if (value < 1000) return `${wholeNumber(value, lang)}${NBSP}m`;
  const tenths = Math.round(value / 100);
  const whole = wholeNumber(Math.floor(tenths / 10), lang);
  const decimals = tenths % 10 === 0 ? '' : (lang === 'fr' ? ',' : '.') + String(tenths % 10);
  return `${whole}${decimals}${NBSP}km`;
}

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

export function dayInWords(day: number, lang: Lang): string {
  const date = new Date(day * 86_400_000);
  const number = date.getUTCDate();
  const month = MONTHS[lang][date.getUTCMonth()] ?? '';
  return `${lang === 'fr' && number === 1 ? '1er' : String(number)} ${month} ${String(date.getUTCFullYear())}`;
}

export function amountInWords(value: number, unit: Unit, lang: Lang): string {
  if (unit === 'm2') return `${wholeNumber(value, lang)}${NBSP}m²`;
  if (unit === 'm') return metres(value, lang);
  if (unit === 'day') return dayInWords(value, lang);
  if (unit === 'months')
    return lang === 'fr' ? `${wholeNumber(value, lang)}${NBSP}mois` : `${wholeNumber(value, lang)} month${value === 1 ? '' : 's'}`;
  if (unit === 'days')
    return lang === 'fr'
      ? `${wholeNumber(value, lang)}${NBSP}jour${value > 1 ? 's' : ''}`
      : `${wholeNumber(value, lang)} day${value === 1 ? '' : 's'}`;
  if (unit === 'cents') return euros(value, lang);
  if (value === 0) return lang === 'fr' ? 'gratuit' : 'free of charge';
  return lang === 'fr' ? `${euros(value, lang)} par an` : `${euros(value, lang)} a year`;
}

function rangeInWords(from: number | null, to: number | null, unit: Unit, lang: Lang): string {
  const write = (value: number): string => amountInWords(value, unit, lang);
  if (from !== null && to !== null) {
    if (from === to) return write(from);
    const bare = unit === 'm2' ? wholeNumber(from, lang) : write(from);
    return lang === 'fr' ? `${bare} à ${write(to)}` : `${bare} to ${write(to)}`;
  }
  if (from !== null) return lang === 'fr' ? `au moins ${write(from)}` : `at least ${write(from)}`;
  return lang === 'fr' ? `au plus ${write(to ?? 0)}` : `at most ${write(to ?? 0)}`;
}

export function wordOf(list: WordList, word: string, lang: Lang): string {
  return VOCABULARY[list][word]?.[lang] ?? word;
}

export function enumerate(words: readonly string[], conjunction: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
}

/** “dans le département Haute-Marne”; communes take their preposition. */
function territoryInWords(level: Level, code: string, lang: Lang, names: Names): string {
  const name = names.get(`${level}:${code}`);
  if (level === 'commune' && name !== undefined && lang === 'fr')
    return `la commune ${/^[AEIOUYÀÂÉÈÊÎÔŒH]/i.test(name) ? 'd’' : 'de '}${name}`;
  return `${LEVEL_WORDS[level][lang]} ${name ?? code}`;
}

type Level = 'region' | 'department' | 'epci' | 'commune';
const LEVEL_WORDS: Readonly<Record<Level, Bilingual>> = {
  region: { fr: 'la région', en: 'region' },
  department: { fr: 'le département', en: 'department' },
  epci: { fr: 'l’intercommunalité', en: 'intermunicipality' },
  commune: { fr: 'la commune', en: 'commune' },
};

function partInWords(part: ZonePart, lang: Lang, names: Names): string {
  if (part.type === 'circle') {
    const radius = metres(part.radiusM, lang);
    return lang === 'fr' ? `à moins de ${radius} du point choisi` : `within ${radius} of the chosen point`;
  }
  if (part.type === 'polygon') return lang === 'fr' ? 'dans le périmètre dessiné' : 'inside the drawn area';
  const levels: readonly (readonly [Level, readonly string[]])[] = [
    ['region', part.regions],
    ['department', part.departments],
    ['epci', part.epcis],
    ['commune', part.communes],
  ];
  const told = levels.flatMap(([level, codes]) => codes.map((code) => territoryInWords(level, code, lang, names)));
  return `${lang === 'fr' ? 'dans' : 'in'} ${enumerate(told, lang === 'fr' ? 'ou' : 'or')}`;
}

function zoneInWords(zone: Zone, lang: Lang, names: Names): string {
  const groups = zone.map((group) =>
    enumerate(
      group.map((part) => partInWords(part, lang, names)),
      lang === 'fr' ? 'ou' : 'or',
    ),
  );
  return enumerate(groups, lang === 'fr' ? 'et' : 'and');
}

function positionInWords(fact: Extract<Fact, { type: 'position' }>, lang: Lang, names: Names): string {
  if (fact.distanceM !== null) return lang === 'fr' ? `à ${metres(fact.distanceM, lang)}` : `${metres(fact.distanceM, lang)} away`;
  if (fact.communeCode !== null) return names.get(`commune:${fact.communeCode}`) ?? `commune ${fact.communeCode}`;
  if (fact.departmentCode !== null)
    return names.get(`department:${fact.departmentCode}`) ?? `${LEVEL_WORDS.department[lang]} ${fact.departmentCode}`;
  return lang === 'fr' ? 'position connue' : 'known position';
}

/** One value, as people read it. */
export function factInWords(fact: Fact, lang: Lang, names: Names = NO_NAMES): string {
  switch (fact.type) {
    case 'amount':
      return amountInWords(fact.value, fact.unit, lang);
    case 'range':
      return rangeInWords(fact.from, fact.to, fact.unit, lang);
    case 'words':
      return enumerate(
        fact.words.map((word) => wordOf(fact.list, word, lang)),
        lang === 'fr' ? 'ou' : 'or',
      );
    case 'truth':
      if (lang === 'fr') return fact.value ? 'oui' : 'non';
      return fact.value ? 'yes' : 'no';
    case 'open_ended':
      return lang === 'fr' ? 'sans terme' : 'with no end date';
    case 'zone':
      return zoneInWords(fact.zone, lang, names);
    case 'position':
      return positionInWords(fact, lang, names);
  }
}
