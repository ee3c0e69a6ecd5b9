import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { EvidenceList } from './evidence-list';
import { siretInGroups, STANDING_TONES, useSortOfBody } from './organisation-words';
import type { Organisation } from './organisations.queries';

interface SheetProps {
  readonly organisation: Organisation;
  /** What the reader may do from here. */
  readonly actions: ReactNode;
}

/** An organisation as everybody sees it: who it is, what it says of itself, what it has shown. */
export function OrganisationSheet({ organisation, actions }: SheetProps) {
  const { t } = useTranslation(['organisations', 'vocabulary', 'common']);
  const language = currentLanguage();
  const sortOf = useSortOfBody();
  const { name, standing, demo, summary, website, commune, territory, siret, rna, verifiedAt, evidence, provenance } = organisation;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('organisations:sheet.sort'), sortOf(organisation)],
    [t('organisations:sheet.territory'), territory?.name],
    [t('organisations:sheet.seat'), commune ? [commune.name, commune.departmentCode].filter(Boolean).join(' · ') : null],
    [t('organisations:sheet.siret'), siret ? siretInGroups(siret) : null],
    [t('organisations:sheet.rna'), rna],
    [t('organisations:sheet.verified'), verifiedAt ? formatInstantDay(verifiedAt, language) : null],
    [
      t('organisations:sheet.website'),
      website ? (
        <a href={website} rel="noopener nofollow">
          {website.replace(/^https?:\/\//, '')}
        </a>
      ) : null,
    ],
  ];
  return (
    <>
      <header className="parts-head">
        <p className="badges">
          <Badge tone={STANDING_TONES[standing]}>{t(`vocabulary:standing.${standing}`)}</Badge>
          {demo ? <Badge tone="violet">{t('common:demo.label')}</Badge> : null}
        </p>
        <h1 tabIndex={-1}>{name}</h1>
        {summary ? <p className="lead">{summary}</p> : null}
      </header>
      {standing === 'verified' ? null : (
        <Notice tone={standing === 'suspended' ? 'warning' : 'info'}>{<p>{t(`organisations:standingText.${standing}`)}</p>}</Notice>
      )}
      <div className="form-actions">{actions}</div>
      <Panel id="facts" title={t('organisations:sheet.facts')}>
        <dl className="facts">
          {facts
            .filter(([, value]) => value != null)
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {provenance ? (
          <p className="field-help">
            {t('organisations:sheet.provenance', {
              attribution: provenance.attribution,
              day: provenance.asOf ? formatDay(provenance.asOf, language) : t('common:unknown'),
            })}
          </p>
        ) : null}
      </Panel>
      {evidence.length > 0 ? (
        <Panel id="evidence" title={t('organisations:evidence.title')}>
          <EvidenceList items={evidence} />
        </Panel>
      ) : null}
    </>
  );
}
