import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice';
import type { ProposalAccepted } from './proposals.queries';

interface ProposalSentProps {
  readonly confirmation: ProposalAccepted['confirmation'];
  readonly email: string;
  readonly actions: ReactNode;
}

export function ProposalSent({ confirmation, email, actions }: ProposalSentProps) {
  const { t } = useTranslation('participation');
  const isMailed = confirmation === 'mailed';
  return (
    <Notice tone="good" role="status" title={isMailed ? t('propose.mailedTitle') : t('propose.sentTitle')} actions={actions}>
      <p>{isMailed ? t('propose.mailed', { email }) : t('propose.sent')}</p>
    </Notice>
  );
}
