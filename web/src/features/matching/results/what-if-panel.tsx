import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/card';
import type { WhatIf } from '../match-types';
import type { NeedSearch } from '../need/need-search';
import { setAside } from './relaxation';
import { openings, whatIfSteps } from './what-if-steps';

interface WhatIfPanelProps {
  readonly whatIf: readonly WhatIf[];
  readonly need: NeedSearch;
  readonly onRelax: (need: NeedSearch, label: string) => void;
}

/** What each condition keeps out, and the smallest steps that would let some in: every line is a button that can be undone. */
export function WhatIfPanel({ whatIf, need, onRelax }: WhatIfPanelProps) {
  const { t } = useTranslation('results');
  const opening = whatIf.filter((row) => openings(row) + row.ifOwnersAnswered > 0).sort((a, b) => openings(b) - openings(a));
  if (opening.length === 0) return null;
  return (
    <Panel id="assouplir" title={t('whatIf.title')}>
      <p>{t('whatIf.text')}</p>
      <ul className="what-ifs">
        {opening.map((row) => (
          <WhatIfRow key={row.id} row={row} need={need} onRelax={onRelax} />
        ))}
      </ul>
    </Panel>
  );
}

function WhatIfRow({ row, need, onRelax }: { readonly row: WhatIf } & Pick<WhatIfPanelProps, 'need' | 'onRelax'>) {
  const { t } = useTranslation(['need', 'results', 'vocabulary', 'common']);
  const language = currentLanguage();
  const all = openings(row);
  const steps = whatIfSteps(row, need, t, language);
  const last = steps.at(-1);
  return (
    <li className="what-if">
      <h3>{row.label}</h3>
      <div className="what-if-steps">
        {steps.map((step) => (
          <Button
            key={step.words}
            size="small"
            icon={<Plus aria-hidden size={18} />}
            onClick={() => onRelax(step.need, `${row.label} : ${step.words}`)}
          >
            {t('results:whatIf.step', { count: step.more, formatted: formatNumber(step.more, language), words: step.words })}
          </Button>
        ))}
        {all > 0 && (last === undefined || last.more < all) ? (
          <Button size="small" onClick={() => onRelax(setAside(need, row.id), t('results:whatIf.asideLabel', { label: row.label }))}>
            {t('results:whatIf.aside', { count: all, formatted: formatNumber(all, language) })}
          </Button>
        ) : null}
      </div>
      {row.ifOwnersAnswered > 0 ? (
        <p className="what-if-note">
          {t('results:whatIf.ifAnswered', { count: row.ifOwnersAnswered, formatted: formatNumber(row.ifOwnersAnswered, language) })}
        </p>
      ) : null}
    </li>
  );
}
