import { CircleHelp, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import type { ExplainedRow, Match } from '../match-types';
import type { NeedSearch } from '../need/need-search';
import { knockOuts, unknowns } from './match-rows';
import { relaxedWords } from './relaxed-words';
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
  const { t } = useTranslation(['need', 'results', 'vocabulary', 'common']);
  const change = row.change;
  if (!change) return null;
  const relaxed = change.amount === null ? null : relaxTo(need, row.id, change.amount);
  const words = relaxed ? relaxedWords(row.id, relaxed, t, currentLanguage()) : null;
  return (
    <div className="to-change">
      {change.project ? (
        <p>
          <strong>{t('results:change.project')}</strong> {change.project}.
        </p>
      ) : null}
      {change.place ? (
        <p>
          <strong>{t('results:change.place')}</strong> {change.place}.
        </p>
      ) : null}
      {change.project ? (
        <Button
          size="small"
          className="no-print"
          onClick={() => onRelax(relaxed ?? setAside(need, row.id), `${row.label} : ${words ?? change.project}`)}
        >
          {words ? t('results:change.apply', { words }) : t('results:change.applyAside')}
        </Button>
      ) : null}
    </div>
  );
}
