import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InstructionList } from '../../features/instruction/instruction-list';
import type { InstructionPage } from '../../features/instruction/instruction.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';

const route = getRouteApi('/mes-demandes/$organisationId');

/** Direct requests for the places of one organisation, at work. */
export function RequestInstructionPage() {
  return <RequireSignIn>{() => <RequestInstruction />}</RequireSignIn>;
}

function RequestInstruction() {
  const { organisationId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="page stack">
      <InstructionList
        scope={{ kind: 'requests', id: organisationId }}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        heading={(page) => <Heading page={page} />}
      />
    </div>
  );
}

function Heading({ page }: { readonly page: InstructionPage }) {
  const { t } = useTranslation('instruction');
  usePageTitle(t('title.requests'));
  return (
    <header className="parts-head">
      <p className="parts-over">{page.title}</p>
      <h1 tabIndex={-1}>{t('title.requests')}</h1>
    </header>
  );
}
