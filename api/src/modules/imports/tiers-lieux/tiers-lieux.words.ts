import { plainText } from '../../territories/place-name.rules.js';
import type { Activity } from '../../sites/site.vocabulary.js';

/** How files name what is done in a tiers-lieu, without accents; the first pattern that fits. */
const ACTIVITY_WORDS: readonly (readonly [RegExp, Activity])[] = [
  [/cowork|teletravail|bureaux? partage/, 'coworking'],
  [/fab ?lab|hacker ?space|maker ?space|living ?lab|atelier partage/, 'fablab'],
  [/ressourcerie|recyclerie|reemploi/, 'reuse'],
  [/repair|reparation/, 'repair'],
  [/velo/, 'bike_workshop'],
  [/epicerie/, 'solidarity_grocery'],
  [/cuisine|transformation alimentaire|legumerie/, 'food_processing'],
  [/cantine|restaur|cafe|bar\b|guinguette/, 'canteen'],
  [/maraich|jardin|ferme|agricol/, 'market_gardening'],
  [/cultur|spectacle|concert|artist|residence d art/, 'culture'],
  [/format|mediation|epn|inclusion numerique/, 'training'],
  [/creche|enfance/, 'childcare'],
  [/sante|soin/, 'health'],
  [/laverie/, 'laundry'],
  [/logement|habitat/, 'housing'],
  [/bureau/, 'offices'],
  [/tiers ?lieu/, 'tiers_lieu'],
];

/** “{Coworking,Fablab}”, “coworking ; ressourcerie”: the activities known, and the words that are not. */
export function readActivities(cell: string): { readonly known: Activity[]; readonly unknown: string[] } {
  const words = cell
    .replace(/[{}"[\]']/g, '')
    .split(/[,;|/]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const read = words.map((word) => ({ word, activity: ACTIVITY_WORDS.find(([pattern]) => pattern.test(plainText(word)))?.[1] }));
  return {
    known: [...new Set(read.flatMap(({ activity }) => (activity ? [activity] : [])))],
    unknown: read.filter(({ activity }) => activity === undefined).map(({ word }) => word),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', nbsp: ' ', apos: '’' };

/** Text taken out of a web page: entities opened, apostrophes as printed, blanks made one. */
export function opened(text: string): string {
  return text
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null;
      if (code !== null) return code > 31 && code < 0x10ffff ? String.fromCodePoint(code) : ' ';
      return ENTITIES[name?.toLowerCase() ?? ''] ?? whole;
    })
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Registers sort by the word that counts: “Escale & CO (L')” → “L’Escale & CO”. */
export function withArticleFirst(name: string): string {
  const found = /^(.+?)\s*\((l['’]|le|la|les)\)$/i.exec(name);
  if (!found) return name.replace(/[\s,;-]+$/, '');
  const [, bare = '', article = ''] = found;
  const written = article.charAt(0).toUpperCase() + article.slice(1).toLowerCase().replace("'", '’');
  return written.endsWith('’') ? `${written}${bare}` : `${written} ${bare}`;
}

const PERSON = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}[\p{L}'’-]+$/u;
const NOT_A_FIRST_NAME = /^(?:le|la|les|du|au|mon|notre|tiers|espace|maison|atelier|centre|fab|lab|cafe|grand|petit|petite|grande)\b/;
const compact = (text: string): string => plainText(text).replace(/ /g, '');

/** “Axelle Benaich” where the site and the body say “La Fabulerie”: a person was typed in the place of the name. */
export function isNameOfPerson(name: string, runBy: string | null, website: string | null): boolean {
  if (runBy === null || website === null || !PERSON.test(name) || NOT_A_FIRST_NAME.test(plainText(name))) return false;
  const domain = compact(website);
  const [first = '', last = ''] = name.split(' ');
  return domain.includes(compact(runBy)) && ![first, last].some((word) => domain.includes(compact(word)));
}
