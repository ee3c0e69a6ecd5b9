import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import type { ApplicationState, ApplicationSummary } from './applications.queries';

const TONES: Readonly<Record<ApplicationState, Tone>> = {
  draft: 'amber',
  filed: 'moss',
  correction_requested: 'amber',
  invited: 'amber',
  not_shortlisted: 'neutral',
  admissible: 'moss',
  inadmissible: 'brick',
  under_review: 'violet',
  shortlisted: 'violet',
  selected: 'moss',
  waiting_list: 'violet',
  not_selected: 'neutral',
  withdrawn: 'neutral',
  obsolete: 'neutral',
};

export function ApplicationBadge({ state }: { readonly state: ApplicationState }) {
  const { t } = useTranslation('applications');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

/** Which closing it is, of a call in two steps. */
export function closesWords(step: ApplicationSummary['target']['step']) {
  if (step === null) return 'closes' as const;
  return step === 'first' ? ('steps.firstCloses' as const) : ('steps.secondCloses' as const);
}

/** One file in a list; for the owner, by the name of who filed it. */
export function ApplicationRow({
  application,
  isReceived = false,
}: {
  readonly application: ApplicationSummary;
  readonly isReceived?: boolean;
}) {
  const { t } = useTranslation('applications');
  const { id, title, state, target, filed, percent, organisation } = application;
  const language = currentLanguage();
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/mes-candidatures/$applicationId" params={{ applicationId: id }}>
            {isReceived ? organisation.name : title}
          </Link>
        </p>
        <p>
          <ApplicationBadge state={state} />
        </p>
        {isReceived && target.kind === 'call' ? null : (
          <p>
            {t(target.kind === 'call' ? 'forCall' : 'forPlace', { name: target.title })}
            {isReceived ? '' : ` · ${target.owner.name}`}
          </p>
        )}
        {filed ? <p>{t('filedAt', { number: filed.number, when: formatDeadline(filed.at, language) })}</p> : null}
        {state === 'draft' || state === 'invited' ? (
          <p>
            {t('percent', { percent })}
            {target.closesAt ? ` · ${t(closesWords(target.step), { when: formatDeadline(target.closesAt, language) })}` : ''}
          </p>
        ) : null}
      </div>
    </li>
  );
}
