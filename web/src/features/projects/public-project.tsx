import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatArea, formatInstantDay, formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { Fact } from './project-sections';
import type { Project } from './projects.queries';

/** What everyone reads of a project: who carries it, what for, what it looks for. */
export function PublicProject({ project }: { readonly project: Project }) {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const language = currentLanguage();
  const { organisation, looksFor } = project;
  const number = (value: number | null) => (value === null ? null : formatNumber(value, language));
  const { stage, jobsPlanned, insertionHoursPlanned, residentsServed } = project;
  const saysWhatItBrings = [stage, jobsPlanned, insertionHoursPlanned, residentsServed].some((said) => said !== null);
  const floor = areaWords(looksFor.floorAreaMinM2, looksFor.floorAreaMaxM2, (value) => formatArea(value, language));
  return (
    <div className="stack">
      <p className="badges">
        <Badge tone={project.state === 'matched' ? 'moss' : 'enamel'}>{t(`projects:state.${project.state}`)}</Badge>
        {project.activity ? <Badge>{t(`vocabulary:activity.${project.activity}`)}</Badge> : null}
        {project.demo ? <Badge tone="violet">{t('common:demo.label')}</Badge> : null}
      </p>
      <p className="lead">
        {t('projects:publicPage.by')}{' '}
        <Link to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
          {organisation.name}
        </Link>
        {organisation.commune ? `, ${organisation.commune.name}` : ''}
      </p>
      {project.publicSummary ? <p className="quoted">{project.publicSummary}</p> : null}
      <Panel id="looks-for" title={t('projects:publicPage.looksFor')}>
        <dl className="facts">
          <Fact
            name={t('projects:publicPage.kinds')}
            value={looksFor.kinds.length > 0 ? looksFor.kinds.map((kind) => t(`vocabulary:kind.${kind}`)).join(', ') : null}
          />
          <Fact name={t('projects:publicPage.floor')} value={floor} />
          <Fact
            name={t('projects:publicPage.land')}
            value={looksFor.landAreaMinM2 === null ? null : areaWords(looksFor.landAreaMinM2, null, (value) => formatArea(value, language))}
          />
        </dl>
      </Panel>
      <Panel id="brings" title={t('projects:publicPage.brings')}>
        {saysWhatItBrings ? (
          <dl className="facts">
            <Fact name={t('projects:field.stage')} value={stage ? t(`projects:stage.${stage}`) : null} />
            <Fact name={t('projects:field.jobsPlanned')} value={number(jobsPlanned)} />
            <Fact name={t('projects:field.insertionHoursPlanned')} value={number(insertionHoursPlanned)} />
            <Fact name={t('projects:field.residentsServed')} value={number(residentsServed)} />
          </dl>
        ) : (
          <p>{t('projects:publicPage.bringsUnsaid')}</p>
        )}
      </Panel>
      <p>{t('projects:publicPage.changed', { day: formatInstantDay(project.updatedAt, language) })}</p>
      {project.private ? (
        <LinkButton to="/mes-projets/$projectId" params={{ projectId: project.id }}>
          {t('projects:publicPage.inside')}
        </LinkButton>
      ) : null}
    </div>
  );
}

function areaWords(min: number | null, max: number | null, words: (areaM2: number) => string): string | null {
  if (min === null && max === null) return null;
  if (min === null) return `≤ ${words(max ?? 0)}`;
  return max === null ? `≥ ${words(min)}` : `${words(min)} – ${words(max)}`;
}
