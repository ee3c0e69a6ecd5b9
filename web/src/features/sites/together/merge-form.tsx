import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { useFieldWords, useValueWords } from '../keep/kept-words';
import { SheetCard } from './sheet-card';
import { type Comparison, mergeInto } from './together.queries';
import './together.css';

type Side = 'stays' | 'other';
const PARTS = ['stays', 'other', 'both'] as const;
type Parts = (typeof PARTS)[number];

interface MergeFormProps {
  readonly comparison: Comparison;
  readonly onSwap: () => void;
  readonly onMerged: (siteId: string) => Promise<void>;
}

/** Two sheets side by side; for each field that differs, which value stands. */
export function MergeForm({ comparison, onSwap, onMerged }: MergeFormProps) {
  const { t } = useTranslation('together');
  const client = useQueryClient();
  const { stays, other, differences, whyNot, whyNotTheOtherWay } = comparison;
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const [parts, setParts] = useState<Parts>(comparison.parts);
  const take = differences.filter((each) => (chosen[each.field] ?? each.take) === 'other').map(({ field }) => field);
  const send = async () => {
    await mergeInto(stays.id, { with: other.id, version: stays.version, withVersion: other.version, take, parts });
    await Promise.all(['kept-sites', 'sites', 'moderation'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    await onMerged(stays.id);
  };
  return (
    <div className="stack">
      <div className="together-sheets">
        <SheetCard title={t('stays')} sheet={stays} />
        <SheetCard title={t('goes')} sheet={other} />
      </div>
      {whyNotTheOtherWay === null ? (
        <p>
          <Button size="small" look="quiet" onClick={onSwap}>
            {t('swap')}
          </Button>
        </p>
      ) : null}
      {whyNot === null ? (
        <>
          <Choices comparison={comparison} chosen={chosen} onChoose={(field, side) => setChosen({ ...chosen, [field]: side })} />
          <PartsChoice comparison={comparison} parts={parts} onChoose={setParts} />
          <WhatGoesAlong comparison={comparison} />
          <div className="form-actions">
            <ActButton label={t('act')} look="primary" title={t('confirm.title')} submit={t('act')} onSend={send}>
              <p>{t('confirm.text', { stays: stays.name, other: other.name })}</p>
              <p>{t('confirm.undo')}</p>
            </ActButton>
          </div>
        </>
      ) : (
        <Notice tone="warning" title={t('refused')}>
          <p>{t(`whyNot.${isKnown(whyNot) ? whyNot : 'other'}`)}</p>
        </Notice>
      )}
    </div>
  );
}

const KNOWN = [
  'site-merge-itself',
  'site-already-merged',
  'site-state-forbids',
  'site-merge-in-procedure',
  'site-merge-other-way',
  'site-merge-would-hide',
] as const;
const isKnown = (code: string): code is (typeof KNOWN)[number] => (KNOWN as readonly string[]).includes(code);

interface ChoicesProps {
  readonly comparison: Comparison;
  readonly chosen: Readonly<Record<string, Side>>;
  readonly onChoose: (field: string, side: Side) => void;
}

function Choices({ comparison: { differences, stays, other }, chosen, onChoose }: ChoicesProps) {
  const { t } = useTranslation('together');
  const names = useFieldWords();
  const words = useValueWords();
  if (differences.length === 0) return <p>{t('noDifference')}</p>;
  return (
    <section className="stack" aria-labelledby="together-fields">
      <h2 id="together-fields">{t('fields', { count: differences.length })}</h2>
      <p className="field-help">{t('fieldsHelp')}</p>
      {differences.map(({ field, take, ...values }) => (
        <fieldset key={field} className="together-field">
          <legend>{names(field)}</legend>
          {(['stays', 'other'] as const).map((side) => (
            <label key={side} className="together-value">
              <input
                type="radio"
                name={`take-${field}`}
                checked={(chosen[field] ?? take) === side}
                onChange={() => onChoose(field, side)}
              />
              <span>
                <span className="visually-hidden">
                  {side === 'stays' ? stays.name : other.name}
                  {' : '}
                </span>
                {words(field, values[side])}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}

interface PartsChoiceProps {
  readonly comparison: Comparison;
  readonly parts: Parts;
  readonly onChoose: (parts: Parts) => void;
}

/** Premises and terms go together: terms name premises. */
function PartsChoice({ comparison: { stays, other }, parts, onChoose }: PartsChoiceProps) {
  const { t } = useTranslation('together');
  if (other.premisesCount + other.offersCount === 0) return null;
  const counted = (list: 'premisesCount' | 'offersCount') => ({ stays: stays[list], other: other[list], both: stays[list] + other[list] });
  const [premises, offers] = [counted('premisesCount'), counted('offersCount')];
  return (
    <fieldset className="together-field">
      <legend>{t('parts.title')}</legend>
      {PARTS.map((choice) => (
        <label key={choice} className="together-value">
          <input type="radio" name="parts" checked={parts === choice} onChange={() => onChoose(choice)} />
          <span>
            {t(`parts.${choice}`, { premises: t('premises', { count: premises[choice] }), offers: t('offers', { count: offers[choice] }) })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function WhatGoesAlong({ comparison: { other, privateFilesLeft, followsSources } }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('together');
  return (
    <Notice title={t('along.title')}>
      <ul>
        <li>{t('along.all')}</li>
        {other.sources.length > 0 ? <li>{t('along.sources', { sources: other.sources.join(', ') })}</li> : null}
        <li>{t('along.address')}</li>
        {privateFilesLeft > 0 ? <li>{t('along.private', { count: privateFilesLeft })}</li> : null}
        {followsSources ? <li>{t('along.followsSources')}</li> : null}
      </ul>
    </Notice>
  );
}
