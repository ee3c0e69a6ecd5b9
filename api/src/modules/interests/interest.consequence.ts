import { remediesOf } from '../legal/deed.rules.js';
import type { LegalAnswers } from '../legal/legal.schemas.js';
import type { RuleKey } from '../legal/words/legal.words.js';
import type { InterestState } from './interest.rules.js';

/** Which rule says what an answer means for whoever asked; null = none is owed. Unanswered questions take the strict text. */
export function consequenceKey(state: InterestState, answers: LegalAnswers | null): RuleKey | null {
  if (state === 'refused_by_silence') return 'other:silence-refuses';
  if (state !== 'declined' && state !== 'inadmissible' && state !== 'closed') return null;
  if (answers === null) return 'remedies:public-contract';
  return `remedies:${remediesOf(answers.deed ?? 'temporary_occupation', answers)}`;
}
