import { useTranslation } from 'react-i18next';
import { formatDay, formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import { OutcomeBadge, points } from './decision-words';
import type { Results } from './decisions.queries';
import { ResultsMethod } from './results-method';
import './decisions.css';

type Line = Results['results']['lots'][number]['lines'][number];

/** What everyone may read: who, why, by which method, and how to check it. */
export function ResultsSheet({ published }: { readonly published: Results }) {
  const { t } = useTranslation('decisions');
  const { results, amendments } = published;
  const language = currentLanguage();
  const decided = (decision: Results['results']['decision']) =>
    t('results.decided', {
      authorityName: decision.authorityName,
      authorityFunction: decision.authorityFunction,
      reference: decision.reference,
      day: formatDay(decision.decidedOn, language),
    });
  return (
    <>
      <div className="stack">
        <p className="lead">{decided(results.decision)}</p>
        <p>
          {t('results.published', { when: formatMoment(results.publishedAt, language) })}
          {results.received === null ? null : ` ${t('results.received', { count: results.received })}`}{' '}
          {t('results.deed', { deed: t(`deed.${results.deedKind}`) })}
        </p>
      </div>
      {results.lots.map(({ lot, lines }) => (
        <Panel key={lot?.id ?? 'all'} id={`lot-${lot?.id ?? 'all'}`} title={lot?.name ?? t('award.wholeCall')}>
          <div className="stack">
            {lines.some(({ outcome }) => outcome === 'selected') ? null : <p>{t('results.nobody')}</p>}
            <ul className="result-lines">
              {lines.map((line) => (
                <li key={line.label}>
                  <ResultLine line={line} />
                </li>
              ))}
            </ul>
          </div>
        </Panel>
      ))}
      {amendments.length > 0 ? (
        <Panel id="amendments" title={t('results.amendments')}>
          <ul className="stack">
            {amendments.map(({ at, lot, who, kind, decision, reason, reasons }, index) => (
              <li key={index}>
                {formatMoment(at, language)} — {lot === null ? '' : `${lot} : `}
                {who === '' ? t('results.someone') : who} {t(`results.amended.${kind}`)}. {decision === null ? '' : decided(decision)}{' '}
                {reason ?? ''}
                <Reasons reasons={reasons} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <ResultsMethod published={published} />
    </>
  );
}

function ResultLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation('decisions');
  const { label, outcome, waitingRank, rank, hundredths, tie, reasons } = line;
  return (
    <>
      <p>
        <strong className="result-name">{label}</strong> <OutcomeBadge outcome={outcome} />
        {waitingRank === null ? null : ` ${t('results.waiting', { rank: waitingRank })}`}
      </p>
      {rank === null || hundredths === null ? null : <p>{t('results.rank', { rank, points: points(hundredths) })}</p>}
      {tie === null ? null : <p lang="fr">{tie}</p>}
      <Reasons reasons={reasons} isOpen={outcome === 'selected'} />
    </>
  );
}

function Reasons({ reasons, isOpen = false }: { readonly reasons: Line['reasons']; readonly isOpen?: boolean }) {
  const { t } = useTranslation('decisions');
  if (reasons.length === 0) return null;
  return (
    <Disclosure summary={t('results.reasons')} defaultOpen={isOpen}>
      <dl className="receipt-facts" lang="fr">
        {reasons.map((reason) => (
          <div key={reason.label}>
            <dt>{reason.label}</dt>
            <dd>{reason.text}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
