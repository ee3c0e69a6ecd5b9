import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { Field } from '../../ui/field';
import { SelectInput, TextArea } from '../../ui/inputs';
import { LinkButton } from '../../ui/link-button';
import { Recusal } from './link-declaration';
import { readingById, type Reading, saveScores } from './review.queries';

type Criterion = Reading['grid']['criteria'][number];
type Scored = Reading['scores'][string];
const PAUSE_MS = 900;

/** Every criterion of the published grid, saved as it is written, then locked. */
export function ScoreSheet({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const { actions, grid, missing, next, state } = reading;
  const mayWrite = actions.saveScores === null;
  return (
    <Panel id="scores" title={t('reading.scores')} tone="enamel">
      <div className="stack">
        {grid.criteria.map((criterion) => (
          <CriterionScore key={criterion.id} reading={reading} criterion={criterion} mayWrite={mayWrite} />
        ))}
        {mayWrite && missing > 0 ? <p role="status">{t('reading.missing', { count: missing })}</p> : null}
        {state === 'locked' ? <p role="status">{t('reading.locked')}</p> : null}
        {reading.revealedAt === null ? null : <p>{t('reading.closed')}</p>}
        <div className="form-actions">
          {actions.lockScores === null ? (
            <ActButton
              label={t('reading.lock')}
              look="primary"
              title={t('reading.lock')}
              submit={t('reading.lock')}
              onSend={async () => {
                const answer = await unwrap(api.POST('/api/readings/{id}/lock', { params: { path: { id: reading.id } } }));
                client.setQueryData(readingById(reading.id).queryKey, answer);
                await client.invalidateQueries({ queryKey: ['reviews'] });
              }}
            >
              <p>{t('reading.lockText')}</p>
            </ActButton>
          ) : null}
          {next !== null && !mayWrite ? (
            <LinkButton to="/evaluations/$readingId" params={{ readingId: next }} look="primary">
              {t('reading.next')}
            </LinkButton>
          ) : null}
          {actions.recuseFromReading === null ? <Recusal reading={reading} /> : null}
        </div>
      </div>
    </Panel>
  );
}

interface CriterionScoreProps {
  readonly reading: Reading;
  readonly criterion: Criterion;
  readonly mayWrite: boolean;
}

function CriterionScore({ reading, criterion, mayWrite }: CriterionScoreProps) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const stored = reading.scores[criterion.id] ?? { score: null, justification: null };
  const [written, setWritten] = useState<Scored>(stored);
  const [status, setStatus] = useState<'saving' | 'saved' | 'failed' | null>(null);
  const pending = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void } | null>(null);
  /** What the pause still holds back: leaving the page sends it. */
  useEffect(() => () => pending.current?.send(), []);

  const write = (value: Scored, pause: number) => {
    setWritten(value);
    setStatus('saving');
    if (pending.current !== null) clearTimeout(pending.current.timer);
    const send = () => {
      if (pending.current !== null) clearTimeout(pending.current.timer);
      pending.current = null;
      saveScores(reading.id, { [criterion.id]: value }).then(
        (answer) => {
          client.setQueryData(readingById(reading.id).queryKey, answer);
          if (pending.current === null) setStatus('saved');
        },
        () => setStatus('failed'),
      );
    };
    pending.current = { timer: setTimeout(send, pause), send };
  };
  const choices = Array.from({ length: reading.grid.scaleMax + 1 }, (_, score) => score);
  return (
    <fieldset className="choices">
      <legend className="field-label">
        {criterion.label} <span className="field-optional">({t('reading.weight', { weight: criterion.weight })})</span>
      </legend>
      {criterion.help === null ? null : <p className="field-help">{criterion.help}</p>}
      {mayWrite ? (
        <div className="stack">
          <Field label={t('reading.score', { max: reading.grid.scaleMax })}>
            <SelectInput
              value={written.score ?? ''}
              onChange={(event) => write({ ...written, score: event.target.value === '' ? null : Number(event.target.value) }, 0)}
            >
              <option value="">{t('reading.unscored')}</option>
              {choices.map((score) => (
                <option key={score} value={score}>
                  {score}
                </option>
              ))}
            </SelectInput>
          </Field>
          <Field label={t('reading.why')}>
            <TextArea
              rows={3}
              maxLength={4000}
              value={written.justification ?? ''}
              onChange={(event) => write({ ...written, justification: event.target.value }, PAUSE_MS)}
              onBlur={() => pending.current?.send()}
            />
          </Field>
          <p className="field-help" role="status">
            {status === null ? '' : t(`reading.${status}`)}
          </p>
        </div>
      ) : (
        <p className="application-answer">
          {stored.score ?? '…'} / {reading.grid.scaleMax} — {stored.justification ?? ''}
        </p>
      )}
    </fieldset>
  );
}
