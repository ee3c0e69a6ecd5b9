import { useTranslation } from 'react-i18next';
import { formatEuros } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { type Row, RowsField } from './rows-field';

export interface MoneyPlan {
  readonly expenses: readonly { readonly label: string; readonly cents: number | null }[];
  readonly resources: readonly { readonly label: string; readonly cents: number | null }[];
}
export const BLANK_PLAN: MoneyPlan = { expenses: [], resources: [] };
const SIDES = ['expenses', 'resources'] as const;

interface MoneyFieldProps {
  readonly id: string;
  readonly legend: string;
  readonly value: MoneyPlan;
  readonly disabled: boolean;
  readonly onChange: (plan: MoneyPlan) => void;
  readonly onLeave: () => void;
}

/** Expenses and resources in euros, with both totals and what lies between them. */
export function MoneyField({ id, legend, value, disabled, onChange, onLeave }: MoneyFieldProps) {
  const { t } = useTranslation('applications');
  const total = (side: (typeof SIDES)[number]) => value[side].reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  const say = (cents: number) => formatEuros(cents, currentLanguage());
  const gap = total('resources') - total('expenses');
  const isEmpty = SIDES.every((side) => value[side].every(({ cents }) => cents === null));
  return (
    <div className="stack" id={id} tabIndex={-1} role="group" aria-label={legend}>
      {SIDES.map((side) => (
        <div key={side} className="stack">
          <RowsField
            id={`${id}-${side}`}
            legend={t(`money.${side}`)}
            columns={[
              { id: 'label', label: t('money.label'), kind: 'text' },
              { id: 'euros', label: t('money.euros'), kind: 'number' },
            ]}
            rows={value[side].map(({ label, cents }) => ({ label, euros: cents === null ? null : cents / 100 }))}
            maxRows={100}
            disabled={disabled}
            onChange={(rows) => onChange({ ...value, [side]: rows.map(lineOf) })}
            onLeave={onLeave}
          />
          <p className="numeric">{t(`money.total_${side}`, { total: say(total(side)) })}</p>
        </div>
      ))}
      <p role="status">
        {isEmpty ? '' : gap === 0 ? t('money.balanced') : t(gap < 0 ? 'money.lacks' : 'money.exceeds', { gap: say(Math.abs(gap)) })}
      </p>
    </div>
  );
}

function lineOf({ label, euros }: Row): MoneyPlan['expenses'][number] {
  return { label: typeof label === 'string' ? label : '', cents: typeof euros === 'number' ? Math.max(0, Math.round(euros * 100)) : null };
}
