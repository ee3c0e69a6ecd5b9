import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Disclosure } from '../../../ui/disclosure';
import type { MatchResults } from '../match-types';
import { KeepNeed } from './keep-need';
import { LeadList } from './lead-list';
import type { CardContext } from './match-card';
import { MatchGroup } from './match-group';
import { NothingOffered } from './nothing-offered';
import { type Group, nothingOffered, sectionsIn, totalIn } from './sections';
import { TiersLieuxNear } from './tiers-lieux-near';
import { openings } from './what-if-steps';
import { WhatIfPanel } from './what-if-panel';

interface ResultsBodyProps {
  readonly results: MatchResults;
  readonly context: CardContext;
}

/** The page's order is the method's: on offer, owner known, nearly, what to relax, then leads. */
export function ResultsBody({ results, context }: ResultsBodyProps) {
  const { t } = useTranslation('results');
  const little = totalIn('tooLittleKnown', results);
  const empty = nothingOffered(results);
  return (
    <>
      {empty ? (
        <NothingOffered
          hasLeads={results.leads.total > 0}
          couldOpen={results.whatIf.some((row) => openings(row) + row.ifOwnersAnswered > 0)}
        />
      ) : null}
      <GroupSection group="offered" results={results} context={context} />
      <GroupSection group="ownerKnown" results={results} context={context} />
      <GroupSection group="nearly" results={results} context={context} />
      <WhatIfPanel whatIf={results.whatIf} need={context.need} onRelax={context.onRelax} />
      {little > 0 ? (
        <Disclosure summary={t('section.tooLittleKnown')} count={formatNumber(little, currentLanguage())}>
          <p>{t('sectionText.tooLittleKnown')}</p>
          {sectionsIn('tooLittleKnown', results).map((section) => (
            <MatchGroup key={section.shelf} section={section} context={context} titled={false} />
          ))}
        </Disclosure>
      ) : null}
      <TiersLieuxNear near={results.tiersLieux} onHighlight={context.onHighlight} />
      <LeadList leads={results.leads} need={context.need} zone={context.zone} onHighlight={context.onHighlight} />
      <KeepNeed need={context.need} version={results.version} />
    </>
  );
}

function GroupSection({ group, results, context }: { readonly group: Group } & Pick<ResultsBodyProps, 'results' | 'context'>) {
  const { t } = useTranslation('results');
  const sections = sectionsIn(group, results);
  if (sections.length === 0) return null;
  const total = totalIn(group, results);
  return (
    <section className="match-section" id={group} aria-labelledby={`${group}-title`}>
      <h2 id={`${group}-title`}>
        {t(`section.${group}`)} <span className="section-count numeric">{formatNumber(total, currentLanguage())}</span>
      </h2>
      <p className="section-text">{t(`sectionText.${group}`)}</p>
      {sections.map((section) => (
        <MatchGroup
          key={`${section.shelf} ${section.eligibility}`}
          section={section}
          context={context}
          titled={group === 'offered' || group === 'ownerKnown'}
        />
      ))}
    </section>
  );
}
