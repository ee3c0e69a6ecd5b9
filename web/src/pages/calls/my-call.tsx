import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ReceivedPanel } from '../../features/applications/received-panel';
import { CallAsks } from '../../features/calls/call-asks';
import { CallQuestions } from '../../features/calls/call-questions';
import { type Call, callById } from '../../features/calls/calls.queries';
import { CallEditor } from '../../features/calls/edit/call-editor';
import { CallLife } from '../../features/calls/edit/call-life';
import type { TerritoryPicker } from '../../features/calls/edit/place-editors';
import { TerritoryField } from '../../features/territories/territory-field';
import { VisitsDesk } from '../../features/calls/visits/visits-desk';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { RefusalNote } from '../../ui/refusal-note';
import { Skeleton } from '../../ui/skeleton';
import '../../ui/saved/saved.css';
import '../../features/calls/calls.css';

const route = getRouteApi('/mes-appels/$callId');

const territoryPicker: TerritoryPicker = ({ onPick, ...field }) => (
  <TerritoryField {...field} keepsPick onPick={(territory) => onPick(territory.id)} />
);

const REVIEWED: readonly Call['state'][] = ['closed', 'under_review', 'award_proposed', 'decided', 'results_published'];

/** Once a call is closed, where its files are reviewed and decided on. */
function ReviewDoors({ call: { id, state } }: { readonly call: Call }) {
  const { t } = useTranslation(['review', 'decisions']);
  if (!REVIEWED.includes(state)) return null;
  return (
    <div className="form-actions">
      <LinkButton to="/mes-appels/$callId/evaluation" params={{ callId: id }} look={state === 'closed' ? 'primary' : 'secondary'}>
        {t('review:desk.toReview')}
      </LinkButton>
      {state === 'closed' ? null : (
        <LinkButton to="/mes-appels/$callId/decision" params={{ callId: id }}>
          {t('decisions:award.title')}
        </LinkButton>
      )}
    </div>
  );
}

export function MyCallPage() {
  return <RequireSignIn>{() => <MyCall />}</RequireSignIn>;
}

/** A call as its agents keep it: written while it is a draft, followed afterwards. */
function MyCall() {
  const { t } = useTranslation(['calls', 'common', 'errors']);
  const { callId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(callById(callId));
  usePageTitle(data?.title ?? (error ? t('errors:pageTitle') : undefined));
  if (isPending)
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('common:loading')}</h1>
        <Skeleton label={t('common:loading')} shape="page" lines={6} />
      </div>
    );
  if (error)
    return (
      <div className="page">
        <ErrorState level={1} error={error} onRetry={() => void refetch()} />
      </div>
    );
  return (
    <div className="page stack">
      <header className="parts-head">
        <p className="parts-over">
          <Link to="/mes-appels">{t('calls:mine.title')}</Link> · {data.organisation.name}
        </p>
        <h1 tabIndex={-1}>{data.title}</h1>
      </header>
      {data.inside === null ? <RefusalNote code="not-a-member" /> : null}
      {data.inside !== null && data.actions.updateCall === null ? (
        <CallEditor key={data.id} call={data} territoryPicker={territoryPicker} standing={<CallLife call={data} />} />
      ) : null}
      {data.inside !== null && data.actions.updateCall !== null ? (
        <div className="aside-columns">
          <div className="aside-standing stack">
            <CallLife call={data} />
            <ReviewDoors call={data} />
          </div>
          <div className="stack">
            {data.state === 'draft' ? null : <Notice>{t('calls:frozen')}</Notice>}
            {data.publishedAt === null ? null : <ReceivedPanel callId={data.id} actions={<Examine callId={data.id} />} />}
            {data.publishedAt === null ? null : <VisitsDesk callId={data.id} />}
            <CallQuestions call={data} />
            <CallAsks content={data.content} />
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Examine({ callId }: { readonly callId: string }) {
  const { t } = useTranslation('instruction');
  return (
    <div>
      <LinkButton to="/mes-appels/$callId/instruction" params={{ callId }} look="primary">
        {t('open')}
      </LinkButton>
    </div>
  );
}
