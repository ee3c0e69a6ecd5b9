import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import { readAnswers } from '../../ui/form/answers';
import { RadioField } from '../../ui/form/choice-fields';
import { readLaw } from './law-answers';
import { LawOutcome } from './law-outcome';
import { LawQuestions } from './law-questions';
import { type LegalAnswers, type Origin, triedPath } from './law.queries';
import '../../ui/saved/saved.css';
import './law.css';

const UNKNOWN: LegalAnswers = {
  role: 'owns',
  ordersForItself: 'no',
  ownerKind: null,
  status: 'unknown',
  declassification: null,
  economic: 'unknown',
  length: 'unknown',
  unlimitedTitles: 'unknown',
  deed: null,
  ground: null,
  motive: null,
  proof: null,
};
const ORIGINS = ['called', 'spontaneous'] as const;

/** For anyone: which path a situation leads to, told as the questions are answered; nothing is kept. */
export function LawTry() {
  const { t } = useTranslation('law');
  const id = useId();
  const [now, setNow] = useState<{ answers: LegalAnswers; origin: Origin }>({ answers: UNKNOWN, origin: 'called' });
  const tried = useQuery(triedPath(now.answers, now.origin)).data;
  return (
    <Panel id="try" title={t('tryTitle')}>
      <div className="aside-columns">
        <form
          id={id}
          className="form"
          aria-label={t('tryTitle')}
          onSubmit={(event) => event.preventDefault()}
          onChange={(event) => {
            const said = readAnswers(event.currentTarget);
            setNow({ answers: readLaw(said), origin: (said['origin'] ?? 'called') as Origin });
          }}
        >
          <p>{t('tryLead')}</p>
          <RadioField
            name="origin"
            label={t('tryOrigin')}
            defaultValue="called"
            choices={ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
          />
          <LawQuestions from={UNKNOWN} now={now.answers} keeps={false} />
        </form>
        <div className="aside-standing stack" aria-live="polite">
          {tried ? (
            <>
              <LawOutcome outcome={tried} />
              <h3>{t('steps')}</h3>
              <ol>
                {tried.steps.map((step) => (
                  <li key={step}>{t(`step.${step}`)}</li>
                ))}
              </ol>
            </>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}
