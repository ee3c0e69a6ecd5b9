import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, done, unwrap } from '../../api/client';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { CheckField } from '../../ui/form/choice-fields';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { knockAt, type KnockMember, type SiteKnock } from './knocks.queries';

/** “Three organisations look here”: of a lead, who knocks together and what was answered. */
export function KnockPanel({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation(['participation', 'common']);
  const knock = useQuery(knockAt(siteId));
  return (
    <Panel id="knock" title={t('participation:knock.title')}>
      {knock.isPending ? <Skeleton label={t('common:loading')} lines={2} /> : null}
      {knock.isError ? <ErrorState level={3} error={knock.error} onRetry={() => void knock.refetch()} /> : null}
      {knock.data ? (
        <div className="stack">
          <KnockWords knock={knock.data} />
          {knock.data.mine.map((member) => (
            <MemberActs key={member.organisation.id} siteId={siteId} member={member} />
          ))}
        </div>
      ) : null}
    </Panel>
  );
}

function KnockWords({ knock: { organisations, names, stopped, letters } }: { readonly knock: SiteKnock }) {
  const { t } = useTranslation('participation');
  const language = currentLanguage();
  return (
    <>
      <p>
        {organisations === 0 ? t('knock.none') : t('knock.count', { count: organisations })}
        {names.length > 0 ? ` ${names.join(', ')}.` : null}
      </p>
      {letters.length > 0 ? (
        <ul>
          {letters.map(({ writtenOn, state, answeredOn }) => (
            <li key={writtenOn}>
              {t('knock.written', { day: formatDay(writtenOn, language) })} {t(`knock.state.${state}`)}
              {answeredOn ? ` (${formatDay(answeredOn, language)})` : null}
            </li>
          ))}
        </ul>
      ) : null}
      {stopped ? <p>{t('knock.stopped')}</p> : <p className="field-help">{t('knock.how')}</p>}
    </>
  );
}

function MemberActs({ siteId, member }: { readonly siteId: string; readonly member: KnockMember }) {
  const { t } = useTranslation('participation');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { organisation, joined, named, letterId, actions } = member;
  const organisationId = organisation.id;
  const params = { path: { id: siteId } };
  const refresh = () => client.invalidateQueries({ queryKey: knockAt(siteId).queryKey });
  return (
    <div className="stack no-print">
      {joined ? <p>{t(named ? 'knock.joinedNamed' : 'knock.joined', { name: organisation.name })}</p> : null}
      <div className="form-actions">
        {!joined && actions.joinKnock === null ? (
          <ActButton
            label={t('knock.join')}
            about={organisation.name}
            title={t('knock.joinTitle', { name: organisation.name })}
            submit={t('knock.join')}
            onSend={async ({ named: agreed }) => {
              await done(api.POST('/api/sites/{id}/knock', { params, body: { organisationId, named: agreed === 'yes' } }));
              await refresh();
            }}
          >
            <p>{t('knock.joinText')}</p>
            <CheckField name="named" hint={t('knock.namedHint')} defaultChecked>
              {t('knock.named')}
            </CheckField>
          </ActButton>
        ) : null}
        {actions.writeKnockLetter === null ? (
          <ActButton
            label={t('knock.write')}
            about={organisation.name}
            look="primary"
            title={t('knock.writeTitle')}
            submit={t('knock.write')}
            onSend={async () => {
              const { id } = await unwrap(api.POST('/api/sites/{id}/knock/letters', { params, body: { organisationId } }));
              await refresh();
              await navigate({ to: '/lettres/$letterId', params: { letterId: id } });
            }}
          >
            <p>{t('knock.writeText')}</p>
          </ActButton>
        ) : null}
        {letterId ? (
          <LinkButton to="/lettres/$letterId" params={{ letterId }} size="small">
            {t('knock.seeLetter')}
          </LinkButton>
        ) : null}
        {actions.leaveKnock === null ? (
          <ActButton
            label={t('knock.leave')}
            about={organisation.name}
            look="quiet"
            title={t('knock.leave')}
            submit={t('knock.leave')}
            onSend={async () => {
              await done(api.POST('/api/sites/{id}/knock/leave', { params, body: { organisationId } }));
              await refresh();
            }}
          >
            <p>{t('knock.leaveText', { name: organisation.name })}</p>
          </ActButton>
        ) : null}
      </div>
      {!joined && actions.joinKnock === 'knock-needs-project' ? (
        <p className="field-help">{t('knock.needsProject', { name: organisation.name })}</p>
      ) : null}
    </div>
  );
}
