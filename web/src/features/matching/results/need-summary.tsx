import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { Disclosure } from '../../../ui/disclosure';
import { LinkButton } from '../../../ui/link-button';
import { conditionWords, type TerritoryNames } from '../need/condition-words';
import { askedConditions, canWeaken, strengthOf } from '../need/conditions';
import type { NeedSearch } from '../need/need-search';

interface NeedSummaryProps {
  readonly need: NeedSearch;
  readonly territoryNames: TerritoryNames;
}

/** Each condition of a need, in words. */
export function NeedAnswers({ need, territoryNames }: NeedSummaryProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  const language = currentLanguage();
  return (
    <dl className="answers">
      {askedConditions(need).map((id) => (
        <div key={id}>
          <dt>{t(`need:condition.${id}`)}</dt>
          <dd>
            {conditionWords(id, need, t, language, territoryNames)}
            {canWeaken(id) && strengthOf(need, id) === 'preferred' ? ` (${t('need:strength.preferred').toLowerCase()})` : ''}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The need in words above its results, with the way back to change it. */
export function NeedSummary({ need, territoryNames }: NeedSummaryProps) {
  const { t } = useTranslation('results');
  const list = <NeedAnswers need={need} territoryNames={territoryNames} />;
  return (
    <div className="need-summary">
      <div className="no-print">
        <Disclosure summary={t('need.title', { count: askedConditions(need).length })}>{list}</Disclosure>
      </div>
      <div className="print-only">{list}</div>
      <LinkButton
        to="/besoin/$step"
        params={{ step: 'verification' }}
        search={need}
        size="small"
        className="no-print"
        icon={<Pencil aria-hidden size={18} />}
      >
        {t('need.change')}
      </LinkButton>
    </div>
  );
}
