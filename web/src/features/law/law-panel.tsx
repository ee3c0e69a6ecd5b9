import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import { orNull, readAnswers } from '../../ui/form/answers';
import { TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { RefusalNote } from '../../ui/refusal-note';
import { readLaw } from './law-answers';
import { LawLeftSteps } from './law-left-steps';
import { LawOutcome } from './law-outcome';
import { LawQuestions } from './law-questions';
import { LawSteps } from './law-steps';
import { type LegalAnswers, type LegalProcedure, type Origin, triedPath } from './law.queries';
import './law.css';

interface AnswerInput {
  readonly version: number;
  readonly answers: LegalAnswers;
  readonly reason: string | null;
}
interface LawPanelProps {
  readonly procedure: LegalProcedure;
  readonly origin: Origin;
  readonly onAnswer: (input: AnswerInput) => Promise<LegalProcedure>;
  readonly onKept: (kept: LegalProcedure) => void;
}

/** The questions, the path they lead to, its steps, and what was answered before. */
export function LawPanel({ procedure, origin, onAnswer, onKept }: LawPanelProps) {
  const { t } = useTranslation('law');
  const { outcome, version, history, notices, actions } = procedure;
  return (
    <div className="stack">
      {outcome === null ? null : (
        <Panel id="path" title={t('outcome')}>
          <div className="stack">
            <LawOutcome outcome={outcome} />
            <h3>{t('steps')}</h3>
            <LawSteps procedure={procedure} onKept={onKept} />
            <LawLeftSteps procedure={procedure} />
            {notices.length > 0 ? (
              <>
                <h3>{t('notices')}</h3>
                <ul>
                  {notices.map(({ id, kind }) => (
                    <li key={id}>
                      <Link to="/avis/$noticeId" params={{ noticeId: id }}>
                        {t(`kind.${kind}`)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </div>
        </Panel>
      )}
      {outcome === null && actions.answer !== null ? <p>{t('notYet')}</p> : null}
      {actions.answer === null ? (
        <AnswerForm key={version} procedure={procedure} origin={origin} onAnswer={onAnswer} onKept={onKept} />
      ) : (
        <RefusalNote code={actions.answer} />
      )}
      {history.length > 0 ? (
        <Disclosure summary={t('history')} count={String(history.length)}>
          <ul>
            {history.map((line) => (
              <li key={line.version}>
                {t('historyLine', {
                  version: line.version,
                  when: formatMoment(line.at, currentLanguage()),
                  who: line.who ?? t('nobody'),
                  path: t(`pathShort.${line.path}`),
                })}
                {line.reason === null ? null : ` — ${line.reason}`}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

function AnswerForm({ procedure, origin, onAnswer, onKept }: LawPanelProps) {
  const { t } = useTranslation('law');
  const first = procedure.answers ?? procedure.suggested;
  const [now, setNow] = useState(first);
  const tried = useQuery(triedPath(now, origin)).data;
  return (
    <Panel id="questions" title={t('tryTitle')}>
      <div className="stack">
        {/* What is typed is read as it is typed: the path follows the answers. */}
        <div onChange={(event) => setNow(readLaw(readAnswers(event.currentTarget.querySelector('form') as HTMLFormElement)))}>
          <Form
            submit={t('ask.submit')}
            label={t('tryTitle')}
            onSend={async (said) =>
              onKept(await onAnswer({ version: procedure.version, answers: readLaw(said), reason: orNull(said['reason']) }))
            }
          >
            <LawQuestions from={first} now={now} keeps />
            {procedure.notices.length > 0 ? <TextField name="reason" label={t('ask.reason')} maxLength={1000} /> : null}
            {tried ? (
              <div aria-live="polite">
                <LawOutcome outcome={tried} />
              </div>
            ) : null}
          </Form>
        </div>
      </div>
    </Panel>
  );
}
