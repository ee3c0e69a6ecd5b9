import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../ui/disclosure';
import { Field } from '../../ui/field';
import { NumberInput, SelectInput, TextArea } from '../../ui/inputs';
import { OutcomeBadge, points } from './decision-words';
import type { Award, AwardLine } from './decisions.queries';
import './decisions.css';

interface AwardLineFieldsProps {
  readonly award: Award;
  readonly line: Award['lines'][number];
  /** Null: it is only read. */
  readonly onChange: ((line: AwardLine) => void) | null;
}
const OUTCOMES = ['selected', 'waiting_list', 'not_selected'] as const;

/** One file of one lot: its outcome and, criterion by criterion, why. */
export function AwardLineFields({ award, line, onChange }: AwardLineFieldsProps) {
  const { t } = useTranslation('decisions');
  const file = award.applications.find(({ id }) => id === line.applicationId);
  const ranked = award.ranking?.find(({ lot }) => lot === line.lot)?.lines.find((one) => one.applicationId === line.applicationId);
  const textOf = (criterion: string) => line.reasons.find((reason) => reason.criterion === criterion)?.text ?? '';
  const change = (part: Partial<AwardLine>) => onChange?.({ ...line, outcome: settled(line.outcome), ...part });
  const name = file?.organisation ?? '';
  // As it was when the page came: what is being written does not fold away.
  const [isIncomplete] = useState(() => award.grid.criteria.some(({ id }) => textOf(id).trim() === ''));
  return (
    <fieldset className="choices award-line">
      <legend className="field-label">{name}</legend>
      <div className="stack">
        <p>
          {onChange === null ? <OutcomeBadge outcome={line.outcome} /> : null} {file?.number}
          {ranked == null || ranked.rank === null
            ? null
            : ` · ${t('award.rank', { rank: ranked.rank, points: points(ranked.hundredths) })}`}
          {onChange === null && line.waitingRank !== null ? ` · ${t('results.waiting', { rank: line.waitingRank })}` : null}
        </p>
        {onChange === null ? (
          <Disclosure summary={t('results.reasons')} defaultOpen={line.outcome === 'selected'}>
            <dl className="receipt-facts">
              {award.grid.criteria.map(({ id, label }) => (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd>{textOf(id)}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        ) : (
          <>
            <div className="award-choice">
              <Field
                label={
                  <>
                    {t('award.outcome')}
                    <span className="visually-hidden"> {name}</span>
                  </>
                }
              >
                <SelectInput
                  value={line.outcome}
                  onChange={(event) => {
                    const outcome = event.target.value as AwardLine['outcome'];
                    change({ outcome, waitingRank: outcome === 'waiting_list' ? (line.waitingRank ?? 1) : null });
                  }}
                >
                  {OUTCOMES.map((outcome) => (
                    <option key={outcome} value={outcome}>
                      {t(`outcome.${outcome}`)}
                    </option>
                  ))}
                </SelectInput>
              </Field>
              {line.outcome === 'waiting_list' ? (
                <Field
                  label={
                    <>
                      {t('award.waitingRank')}
                      <span className="visually-hidden"> {name}</span>
                    </>
                  }
                >
                  <NumberInput value={line.waitingRank} onChange={(waitingRank) => change({ waitingRank })} />
                </Field>
              ) : null}
            </div>
            <Disclosure summary={t('award.reasons')} defaultOpen={isIncomplete}>
              <div className="stack">
                {award.grid.criteria.map(({ id, label }) => (
                  <Field
                    key={id}
                    label={
                      <>
                        {label}
                        <span className="visually-hidden"> {name}</span>
                      </>
                    }
                  >
                    <TextArea
                      rows={3}
                      maxLength={8000}
                      value={textOf(id)}
                      onChange={(event) =>
                        change({
                          reasons: [
                            ...line.reasons.filter(({ criterion }) => criterion !== id),
                            { criterion: id, text: event.target.value },
                          ],
                        })
                      }
                    />
                  </Field>
                ))}
              </div>
            </Disclosure>
          </>
        )}
      </div>
    </fieldset>
  );
}

export function settled(outcome: Award['lines'][number]['outcome']): AwardLine['outcome'] {
  return outcome === 'withdrawn' || outcome === 'reopened' ? 'not_selected' : outcome;
}
