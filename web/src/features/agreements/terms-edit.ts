import { parseNumber } from '../../lib/number';
import { type Answers, orNull } from '../../ui/form/answers';
import type { AgreementEdit, Condition, Terms } from './agreements.queries';

/** Euros as they are typed → cents; what is no amount is sent as it is, for the server to refuse where it stands. */
function cents(typed: string | undefined): number | null {
  if (orNull(typed) === null) return null;
  const euros = parseNumber(typed ?? '');
  return euros === null ? (typed as unknown as number) : Math.round(euros * 100);
}

function whole(typed: string | undefined): number | null {
  return orNull(typed) === null ? null : (parseNumber(typed ?? '') ?? (typed as unknown as number));
}

/** What the form of the draft says, as the API takes it. */
export function termsOf(answers: Answers, conditions: readonly Condition[], premises: readonly string[]): AgreementEdit {
  const said = (name: string) => orNull(answers[name]);
  const law = (name: keyof Terms['law']) => (said(`law.${name}`) ?? 'unknown') as 'yes' | 'no' | 'unknown';
  const act = [said('law.declassification.act'), said('law.declassification.date'), said('law.declassification.reference')];
  const openEnded = answers['openEnded'] === 'yes';
  const rent = said('rent') as Terms['rent'];
  return {
    law: {
      status: (said('law.status') ?? 'unknown') as Terms['law']['status'],
      declassification: act.every((part) => part === null) ? null : { act: act[0] ?? '', date: act[1] ?? '', reference: act[2] ?? '' },
      railway: law('railway'),
      economic: law('economic'),
      generalInterest: law('generalInterest'),
      microEnterprise: law('microEnterprise'),
      trader: law('trader'),
      solidarityLandBody: law('solidarityLandBody'),
    },
    deed: said('deed') as Terms['deed'],
    object: said('object'),
    use: said('use'),
    premises: [...premises],
    startsOn: said('startsOn'),
    endsOn: openEnded ? null : said('endsOn'),
    openEnded,
    rent,
    rentCentsPerYear: rent === 'paid' ? cents(answers['rentCentsPerYear']) : null,
    freeGround: rent === 'free' ? (said('freeGround') as Terms['freeGround']) : null,
    freeMotive: rent === 'free' ? said('freeMotive') : null,
    chargesCentsPerYear: cents(answers['chargesCentsPerYear']),
    depositCents: cents(answers['depositCents']),
    noticeMonths: whole(answers['noticeMonths']),
    reportsYearly: answers['reportsYearly'] === 'yes',
    conditions: [...conditions],
    clauses: said('clauses'),
    ownerSigner: said('ownerSigner'),
    occupantSigner: said('occupantSigner'),
  };
}
