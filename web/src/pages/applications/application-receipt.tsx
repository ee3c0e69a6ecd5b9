import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ReceiptSheet } from '../../features/applications/receipt-sheet';
import { ApplicationLoader } from './application-loader';

const route = getRouteApi('/mes-candidatures/$applicationId/recu');

export function ApplicationReceiptPage() {
  const { t } = useTranslation('applications');
  const { applicationId } = route.useParams();
  return (
    <ApplicationLoader applicationId={applicationId} heading={t('receipt.heading')}>
      {(application) => <ReceiptSheet application={application} />}
    </ApplicationLoader>
  );
}
