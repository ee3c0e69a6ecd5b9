import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { BeginAgreement } from '../../features/agreements/begin-agreement';
import { ApplicationAnswers } from '../../features/applications/application-answers';
import { ApplicationEditor } from '../../features/applications/application-editor';
import { type Application, applicationById } from '../../features/applications/applications.queries';
import { DossierLinks } from '../../features/applications/dossier-links';
import { FilingBanner } from '../../features/applications/filing-banner';
import { ActButton } from '../../ui/act-button';
import { TextAreaField } from '../../ui/form/fields';
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
            <Withdrawal application={application} />
          </>
        ) : (
          <>
            {application.reader === 'member' ? <FilingBanner application={application} /> : null}
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
            {application.reader === 'member' ? <Withdrawal application={application} /> : null}
          </>
        )
      }
    </ApplicationLoader>
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
