import { problem } from '../../platform/http/problem.js';
import { currentLanguage, type Language } from '../../platform/http/request-context.js';
import { type BoundCrossed, boundCrossed, type Parties, type Terms } from './agreement.terms.rules.js';

const SAID: Readonly<Record<BoundCrossed['rule'], Record<Language, (years: string) => string>>> = {
  'dates-in-order': { fr: () => 'Le dernier jour vient avant le premier', en: () => 'The last day comes before the first' },
  'deed-not-open': {
    fr: () => 'Cet acte n’est pas ouvert à ce propriétaire, ce lieu et cet occupant',
    en: () => 'This deed is not open to this owner, place and occupant',
  },
  'term-open-ended': { fr: () => 'Cet acte a toujours un dernier jour', en: () => 'This deed always has a last day' },
  'term-too-short': { fr: (years) => `Durée trop courte : cet acte dure ${years}`, en: (years) => `Too short: it lasts ${years}` },
  'term-too-long': { fr: (years) => `Cet acte dure au plus ${years}`, en: (years) => `This deed lasts ${years} at most` },
  'ground-not-open': {
    fr: () => 'Ce motif de gratuité n’est pas ouvert ici : une redevance ou un loyer est dû',
    en: () => 'This ground for free use is not open here: a fee or rent is due',
  },
};

const YEAR = 12;
const AT_LEAST = { fr: 'au moins', en: 'at least' } as const;
const MORE_THAN = { fr: 'plus de', en: 'more than' } as const;
const MONTHS = { fr: 'mois', en: 'months' } as const;
const YEARS = { fr: 'ans', en: 'years' } as const;

const lengthOf = (months: number, language: Language): string =>
  months % YEAR === 0 ? `${months / YEAR} ${YEARS[language]}` : `${months} ${MONTHS[language]}`;

/** A month more than whole years is how the tables say “more than”. */
function shortestOf(months: number, language: Language): string {
  return months > YEAR && months % YEAR === 1
    ? `${MORE_THAN[language]} ${lengthOf(months - 1, language)}`
    : `${AT_LEAST[language]} ${lengthOf(months, language)}`;
}

/** The article is part of the refusal. @throws Problem `agreement-out-of-bounds` */
export function refuseBeyondLaw(parties: Parties, terms: Terms): void {
  const crossed = boundCrossed(parties, terms);
  if (crossed === null) return;
  const { rule, sources, months } = crossed;
  const language = currentLanguage();
  const length = months === null ? '' : rule === 'term-too-short' ? shortestOf(months, language) : lengthOf(months, language);
  const articles = sources.length === 0 ? '' : ` (${sources.join(' ; ')})`;
  throw problem('agreement-out-of-bounds', {
    detail: `${SAID[rule][language](length)}${articles}.`,
    facts: { rule, sources: [...sources], months },
  });
}
