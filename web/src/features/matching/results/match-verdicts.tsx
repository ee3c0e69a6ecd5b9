import { CircleHelp, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import type { ExplainedRow, Match } from '../match-types';
import type { NeedSearch } from '../need/need-search';
import { knockOuts, unknowns } from './match-rows';
import { relaxTo, setAside } from './relaxation';

interface MatchVerdictsProps extends Pick<Match, 'rows'> {
  readonly need: NeedSearch;
  readonly onRelax: (need: NeedSearch, label: string) => void;
}

/** What stands against the place, with the one thing to change, then what nobody knows yet. */
export function MatchVerdicts({ rows, need, onRelax }: MatchVerdictsProps) {
  const against = knockOuts(rows);
  const open = unknowns(rows);
  if (against.length + open.length === 0) return null;
  return (
    <ul className="verdicts">
      {against.map((row) => (
        <li key={row.id} className="verdict verdict-against">
          <CircleX aria-hidden size={20} />
          <div>
            <p>{row.sentence}</p>
            <ToChange row={row} need={need} onRelax={onRelax} />
          </div>
        </li>
      ))}
      {open.map((row) => (
        <li key={row.id} className="verdict verdict-unknown">
          <CircleHelp aria-hidden size={20} />
          <p>{row.sentence}</p>
        </li>
      ))}
    </ul>
  );
}

function ToChange({ row, need, onRelax }: { readonly row: ExplainedRow } & Pick<MatchVerdictsProps, 'need' | 'onRelax'>) {
  const { t } = useTranslation('results');
  const change = row.change;
  if (!change) return null;
  const relaxed = typeof change.amount === 'number' ? relaxTo(need, row.id, change.amount) : setAside(need, row.id);
  return (
    <div className="to-change">
      {change.project ? (
        <p>
          <strong>{t('change.project')}</strong> {change.project}.
        </p>
      ) : null}
      {change.place ? (
        <p>
          <strong>{t('change.place')}</strong> {change.place}.
        </p>
      ) : null}
      {change.project && relaxed ? (
        <Button size="small" className="no-print" onClick={() => onRelax(relaxed, change.project ?? row.label)}>
          {t('change.apply')}
        </Button>
      ) : null}
    </div>
  );
}
