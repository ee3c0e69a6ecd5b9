/**
 * People named inside free texts (old registers call a place after its last tenant: “Mr R. VALENTIN”). An inventory of places
 * holds no personal data, so the name is cut out and the report says so.
 */
const TITLES = String.raw`(?:M\.|MM\.?|M(?=\s[A-Z])|Mr\.?|Mrs\.?|Mme\.?|Mlle\.?|Monsieur|Messieurs|Madame|Mademoiselle|Vve|Veuve|[Cc]onsorts|[Ii]ndivision|[ÉéEe]poux|[Ff]amille|[Ss]uccession)`;
/** After a title: an optional initial, then one to three capitalised words. */
const NAME = String.raw`(?:[A-ZÀ-Þ]\.?[\s-]*)?[A-ZÀ-Þ][\p{L}'-]+(?:[\s-]+(?:de\s|du\s|le\s|la\s)?[A-ZÀ-Þ][\p{L}'-]*){0,3}`;
const TITLED = new RegExp(String.raw`\s*[(,;/-]?\s*(?<![\p{L}\p{N}.])${TITLES}\s+${NAME}\s*\)?`, 'gu');

/** Shop signs that begin like a person. */
const SIGNS = /^\W*(?:M\.?|Mr\.?|Monsieur)\s+(?:bricolage|auto|meuble|minute|store|propre|malt|good|cuisine)/i;

/** Names that say nothing but “a private person”. */
const NOBODY = /^(?:propri[ée]taire\s+priv[ée]s?|priv[ée]e?s?|particuliers?|propri[ée]t[ée]\s+priv[ée]e|inconnue?|sans nom|nc|x)$/i;

export interface Cleaned {
  readonly text: string | null;
  readonly personRemoved: boolean;
}

/** Longer texts tell a story of owners, heirs and dates: cutting one name out would leave the others. */
const STORY_LENGTH = 120;

export function withoutPersons(text: string): Cleaned {
  if (NOBODY.test(text.trim())) return { text: null, personRemoved: false };
  const cut = text.replace(TITLED, (found) => (SIGNS.test(found) ? found : ' '));
  const personRemoved = cut !== text;
  if (!personRemoved) return { text, personRemoved };
  if (text.length > STORY_LENGTH || text.search(TITLED) === 0) return { text: null, personRemoved };
  const tidy = cut
    .replace(/\([^)]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;/:()-]+|[\s,;/:(-]+$/g, '')
    .replace(/\s+\.?([,;)])/g, '$1')
    .replace(/[\s/;]+(?:de|du|chez|anc\.?|ex|et)$/i, '')
    .trim();
  return { text: (tidy.match(/\p{L}/gu) ?? []).length >= 4 ? tidy : null, personRemoved };
}

/** E-mail addresses and French telephone numbers, wherever they hide. */
export const holdsContact = (text: string): boolean =>
  /[\w.+-]+@[\w-]+\.\w+/.test(text) || /(?<!\d)(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}(?!\d)/.test(text);

/** A producer written as a first name and a name in small letters is an account of a portal: a person, not a body. */
export const looksLikePerson = (producer: string): boolean => /^\p{Ll}+[\s.-]\p{Ll}+$/u.test(producer);
