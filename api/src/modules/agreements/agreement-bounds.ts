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
  'term-too-short': { fr: (years) => `Cet acte dure au moins ${years}`, en: (years) => `This deed lasts ${years} at least.` },
  'term-too-long': { fr: (years) => `Cet acte dure au plus ${years}`, en: (years) => `This deed lasts ${years} at most.` },
  'ground-not-open': {
    fr: () => 'Ce motif de gratuité n’est pas ouvert ici : une redevance ou un loyer est dû',
    en: () => 'This ground for free use is not open here: a fee or rent is due',
  },
};

const MONTHS = { fr: 'mois', en: 'months' } as const;
const YEARS = { fr: 'ans', en: 'years' } as const;

/** The article is part of the refusal. @throws Problem `agreement-out-of-bounds` */
export function refuseBeyondLaw(parties: Parties, terms: Terms): void {
  const crossed = boundCrossed(parties, terms);
  if (crossed === null) return;
  const { rule, sources, months } = crossed;
  const language = currentLanguage();
  const length = months === null ? '' : months % 12 === 0 ? `${months / 12} ${YEARS[language]}` : `${months} ${MONTHS[language]}`;
  const articles = sources.length === 0 ? '' : ` (${sources.join(' ; ')})`;
  throw problem('agreement-out-of-bounds', {
    detail: `${SAID[rule][language](length)}${articles}.`,
    facts: { rule, sources: [...sources], months },
  });
}
