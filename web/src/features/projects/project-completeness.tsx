import { useTranslation } from 'react-i18next';
import { Bar } from '../../ui/bars';
import type { Inside } from './projects.queries';

const KNOWN = [
  'need.zone',
  'need.area',
  'publicSummary',
  'activity',
  'need.budget',
  'stage',
  'need.kinds',
  'need.neededBy',
  'need.tenures',
  'need.mustHave',
  'need.durationMonths',
  'jobsPlanned',
] as const;
const MISSING_SHOWN = 3;

/** How complete the project is, and what would help most next. */
export function ProjectCompleteness({ completeness: { percent, missing } }: Pick<Inside, 'completeness'>) {
  const { t } = useTranslation('projects');
  const next = KNOWN.filter((field) => missing.includes(field)).slice(0, MISSING_SHOWN);
  return (
    <div className="stack">
      <Bar label={t('completeness')} text={t('complete', { percent })} low={percent / 100} />
      {next.length > 0 ? (
        <p>{t('missing', { fields: next.map((field) => t(`missingField.${field.replace('.', '_') as 'activity'}`)).join(', ') })}</p>
      ) : null}
    </div>
  );
}
