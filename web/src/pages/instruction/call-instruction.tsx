import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InstructionList } from '../../features/instruction/instruction-list';
import { ShortlistPanel } from '../../features/instruction/shortlist-panel';
import type { InstructionPage } from '../../features/instruction/instruction.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';

const route = getRouteApi('/mes-appels/$callId/instruction');

/** The files of one call, at work. */
export function CallInstructionPage() {
  return <RequireSignIn>{() => <CallInstruction />}</RequireSignIn>;
}

function CallInstruction() {
  const { callId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="page stack">
      <InstructionList
        scope={{ kind: 'call', id: callId }}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        heading={(page) => <Heading callId={callId} page={page} />}
      />
    </div>
  );
}

function Heading({ callId, page }: { readonly callId: string; readonly page: InstructionPage }) {
  const { t } = useTranslation('instruction');
  usePageTitle(t('title.call', { name: page.title }));
  return (
    <>
      <header className="parts-head">
        <p className="parts-over">
          <Link to="/mes-appels/$callId" params={{ callId }}>
            {page.title}
          </Link>
        </p>
        <h1 tabIndex={-1}>{t('title.list')}</h1>
      </header>
      {page.isInSteps ? <ShortlistPanel callId={callId} /> : null}
    </>
  );
}
