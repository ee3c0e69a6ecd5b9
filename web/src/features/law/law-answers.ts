import { type Answers, orNull } from '../../ui/form/answers';
import type { LegalAnswers } from './law.queries';

export const REASONED_GROUNDS: readonly string[] = [
  'only_possible_occupant',
  'controlled_body',
  'fruitless_procedure',
  'particular_features',
  'public_authority_or_safety',
];

/** What the form says, in the words of the API; what is not asked because it does not apply is null. */
export function readLaw(said: Answers): LegalAnswers {
  const word = (name: string) => said[`answers.${name}`];
  const text = (name: string) => orNull(word(name));
  const isPrivate = word('status') === 'private_domain';
  const [act, date, reference] = [text('declassification.act'), text('declassification.date'), text('declassification.reference')];
  return {
    role: (word('role') ?? 'unknown') as LegalAnswers['role'],
    ordersForItself: (word('ordersForItself') ?? 'unknown') as LegalAnswers['ordersForItself'],
    ownerKind: text('ownerKind') as LegalAnswers['ownerKind'],
    status: (word('status') ?? 'unknown') as LegalAnswers['status'],
    declassification: isPrivate && act !== null && date !== null && reference !== null ? { act, date, reference } : null,
    economic: (word('economic') ?? 'unknown') as LegalAnswers['economic'],
    length: (word('length') ?? 'unknown') as LegalAnswers['length'],
    unlimitedTitles: (word('unlimitedTitles') ?? 'unknown') as LegalAnswers['unlimitedTitles'],
    deed: text('deed') as LegalAnswers['deed'],
    ground: text('ground') as LegalAnswers['ground'],
    motive: text('motive'),
    proof: text('proof'),
  };
}
