import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { BeginAgreement } from '../../features/agreements/begin-agreement';
import { ApplicationAnswers } from '../../features/applications/application-answers';
import { ApplicationEditor } from '../../features/applications/application-editor';
import { type Application, applicationById } from '../../features/applications/applications.queries';
import { DossierLinks } from '../../features/applications/dossier-links';
import { FilingBanner } from '../../features/applications/filing-banner';
import { PartnersPanel } from '../../features/applications/partners-panel';
import { SharedOpinions } from '../../features/instruction/shared-opinions';
import { interestOfApplication } from '../../features/interests/interests.queries';
import { MessagesPanel } from '../../features/messages/messages-panel';
import { OrganisationPicker } from '../../features/organisations/organisation-picker';
import { ActButton } from '../../ui/act-button';
import { TextAreaField } from '../../ui/form/fields';
import { LinkButton } from '../../ui/link-button';
import { ApplicationLoader } from './application-loader';

const route = getRouteApi('/mes-candidatures/$applicationId');

/** A file as its members write it, or as it stands for those who read it. */
export function ApplicationPage() {
  const { applicationId } = route.useParams();
  return (
    <ApplicationLoader applicationId={applicationId}>
      {(application) =>
        application.reader === 'member' && application.actions.updateApplication === null ? (
          <>
            <ApplicationEditor key={application.id} application={application} />
            {application.filed === null ? null : <SharedOpinions applicationId={application.id} />}
            {application.filed === null ? null : <MessagesPanel applicationId={application.id} />}
            <Partners application={application} />
            <Again application={application} />
            <Withdrawal application={application} />
          </>
        ) : (
          <>
            {application.reader === 'member' ? <FilingBanner application={application} /> : null}
            <DecisionDoor application={application} />
            <RequestDoor application={application} />
            {application.reader === 'owner' && application.state === 'selected' ? (
              <BeginAgreement
                applicationId={application.id}
                places={application.lotsOffered.filter(({ id }) => application.lots.includes(id))}
              />
            ) : null}
            <div className="form-actions no-print">
              <DossierLinks applicationId={application.id} />
            </div>
            <ApplicationAnswers application={application} />
            {application.reader === 'member' && application.filed !== null ? <SharedOpinions applicationId={application.id} /> : null}
            {application.filed === null ? null : <MessagesPanel applicationId={application.id} />}
            {application.reader === 'member' ? <Partners application={application} /> : null}
            {application.reader === 'member' ? <Again application={application} /> : null}
            {application.reader === 'member' ? <Withdrawal application={application} /> : null}
          </>
        )
      }
    </ApplicationLoader>
  );
}

function Partners({ application: { id } }: { readonly application: Application }) {
  const { t } = useTranslation('applications');
  const picker = <OrganisationPicker name="organisationId" label={t('partners.find')} help={t('partners.findHelp')} />;
  return <PartnersPanel applicationId={id} picker={picker} />;
}

/** The same target, or another call: what answers the same questions is carried over. */
function Again({ application: { id, target } }: { readonly application: Application }) {
  const { t } = useTranslation('applications');
  const isOver = target.kind === 'call' && target.callState !== 'open' && target.callState !== 'published';
  if (isOver) return null;
  const search = target.kind === 'call' ? { appel: target.id, depuis: id } : { lieu: target.id, depuis: id };
  return (
    <div className="form-actions">
      <LinkButton to="/mes-candidatures/nouvelle" search={search} look="quiet">
        {t('again')}
      </LinkButton>
    </div>
  );
}

/** A place asked for directly is followed on a page of its own: publicity, rivals, answer. */
function RequestDoor({ application: { id, filed, target } }: { readonly application: Application }) {
  const { t } = useTranslation('applications');
  const { data } = useQuery({ ...interestOfApplication(id), enabled: filed !== null && target.kind === 'place' });
  if (data === undefined) return null;
  return (
    <div className="form-actions">
      <LinkButton to="/demandes/$interestId" params={{ interestId: data.id }} look="primary">
        {t('requestDoor')}
      </LinkButton>
    </div>
  );
}

const DECIDED: readonly Application['state'][] = ['selected', 'waiting_list', 'not_selected'];

/** Once it was decided on, where the outcome and the letters are. */
function DecisionDoor({ application: { id, state } }: { readonly application: Application }) {
  const { t } = useTranslation('decisions');
  if (!DECIDED.includes(state)) return null;
  return (
    <div className="form-actions">
      <LinkButton to="/mes-candidatures/$applicationId/decision" params={{ applicationId: id }} look="primary">
        {t('mine.see')}
      </LinkButton>
    </div>
  );
}

function Withdrawal({ application: { id, actions, state } }: { readonly application: Application }) {
  const { t } = useTranslation('applications');
  const client = useQueryClient();
  if (actions.withdrawApplication !== null) return null;
  return (
    <div className="form-actions">
      <ActButton
        label={t('withdraw.act')}
        look="quiet"
        title={t('withdraw.title')}
        submit={t('withdraw.act')}
        onSend={async (answers) => {
          const body = { reason: answers['reason'] ?? '' };
          const answer = await unwrap(api.POST('/api/applications/{id}/withdraw', { params: { path: { id } }, body }));
          client.setQueryData(applicationById(id).queryKey, answer);
        }}
      >
        <p>{t(state === 'draft' ? 'withdraw.draft' : 'withdraw.filed')}</p>
        <TextAreaField name="reason" label={t('withdraw.reason')} rows={3} maxLength={1000} />
      </ActButton>
    </div>
  );
}
