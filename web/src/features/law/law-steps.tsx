import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Badge } from '../../ui/badge';
import { orNull } from '../../ui/form/answers';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { LawProofs } from './law-proofs';
import type { LegalProcedure } from './law.queries';

interface LawStepsProps {
  readonly procedure: LegalProcedure;
  readonly onKept: (kept: LegalProcedure) => void;
}

/** The steps of the path in their order: done with their proof, or what is to be done. */
export function LawSteps({ procedure, onKept }: LawStepsProps) {
  const { t } = useTranslation('law');
  const { id, steps, actions } = procedure;
  return (
    <ol className="law-steps">
      {steps.map(({ step, by, done, doneOn, reference, note, whyNotNow, proofs }) => (
        <li key={step} className="law-step">
          <p className="law-step-head">
            <Badge tone={done ? 'moss' : 'amber'}>{t(done ? 'stepDone' : 'stepTodo')}</Badge>
            <strong>{t(`step.${step}`)}</strong>
          </p>
          {done && doneOn !== null ? <p>{t('stepProof', { reference, when: formatDay(doneOn, currentLanguage()) })}</p> : null}
          {done && doneOn === null && reference !== null ? <p>{reference}</p> : null}
          {note === null ? null : <p>{note}</p>}
          <LawProofs procedure={procedure} step={step} done={done} proofs={proofs} onKept={onKept} />
          {done ? null : <p className="law-source">{t(`stepBy.${by}`)}</p>}
          {id !== null && !done && by === 'agent' && whyNotNow === null && actions.noteStep === null ? (
            <div>
              <ActButton
                label={t('note.act')}
                about={t(`step.${step}`)}
                title={t('note.title')}
                submit={t('note.act')}
                onSend={async (said) =>
                  onKept(
                    await unwrap(
                      api.POST('/api/legal/procedures/{id}/steps', {
                        params: { path: { id } },
                        body: { step, doneOn: said['doneOn'] ?? '', reference: said['reference'] ?? '', note: orNull(said['note']) },
                      }),
                    ),
                  )
                }
              >
                <p>{t('note.text')}</p>
                <TextField name="doneOn" type="date" label={t('note.doneOn')} />
                <TextField name="reference" label={t('note.reference')} help={t('note.referenceHelp')} maxLength={300} />
                <TextAreaField name="note" label={t('note.note')} isOptional rows={2} maxLength={1000} />
              </ActButton>
            </div>
          ) : null}
          {id !== null && step === 'motive_published' && actions.publishMotive === null ? (
            <div>
              <ActButton
                label={t('motive.act')}
                title={t('motive.title')}
                submit={t('motive.act')}
                onSend={async (said) =>
                  onKept(
                    await unwrap(
                      api.POST('/api/legal/procedures/{id}/motive', {
                        params: { path: { id } },
                        body: { shownAlso: orNull(said['shownAlso']) },
                      }),
                    ),
                  )
                }
              >
                <p>{t('motive.text')}</p>
                <TextField name="shownAlso" label={t('motive.shownAlso')} isOptional maxLength={300} />
              </ActButton>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
