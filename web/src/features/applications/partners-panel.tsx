import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act-button';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { invitePartner, type Partner, partnersOf, removePartner } from './partners.queries';

const TONES: Readonly<Record<Partner['state'], Tone>> = {
  invited: 'amber',
  accepted: 'moss',
  declined: 'neutral',
  removed: 'neutral',
  left: 'neutral',
};

interface PartnersPanelProps {
  readonly applicationId: string;
  /** The control by which an organisation is found; named `organisationId`. */
  readonly picker: ReactNode;
}

/** Who writes the file together with the organisation that leads it. */
export function PartnersPanel({ applicationId, picker }: PartnersPanelProps) {
  const { t } = useTranslation(['applications', 'common']);
  const client = useQueryClient();
  const partners = useQuery(partnersOf(applicationId));
  const [failure, setFailure] = useState<unknown>(null);
  const { data } = partners;
  // Nothing to show to those who may not invite, as long as nobody was.
  if (data && data.items.length === 0 && data.actions.invitePartner !== null) return null;
  const lead = data?.lead.name ?? '';
  return (
    <Panel id="partners" title={t('applications:partners.title')}>
      {partners.isPending ? <Skeleton label={t('common:loading')} lines={2} /> : null}
      {partners.isError ? <ErrorState level={3} error={partners.error} onRetry={() => void partners.refetch()} /> : null}
      {data ? (
        <div className="stack">
          <p>{t('applications:partners.lead', { lead })}</p>
          {failure ? <ProblemNotice error={failure} /> : null}
          <ul className="row-list">
            {data.items.map((partner) => (
              <PartnerRow
                key={partner.organisation.id}
                partner={partner}
                onRemove={() => void removePartner(client, applicationId, partner.organisation.id).then(() => setFailure(null), setFailure)}
              />
            ))}
          </ul>
          {data.actions.invitePartner === null ? (
            <div>
              <ActButton
                label={t('applications:partners.invite')}
                title={t('applications:partners.invite')}
                submit={t('applications:partners.submit')}
                onSend={(answers) => invitePartner(client, applicationId, answers['organisationId'] ?? '')}
              >
                <p>{t('applications:partners.inviteText', { lead })}</p>
                {picker}
              </ActButton>
            </div>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}

function PartnerRow({ partner, onRemove }: { readonly partner: Partner; readonly onRemove: () => void }) {
  const { t } = useTranslation('applications');
  const { organisation, state, actions } = partner;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{organisation.name}</p>
        <p>
          <Badge tone={TONES[state]}>{t(`partners.state.${state}`)}</Badge>
        </p>
      </div>
      {actions.removePartner === null ? (
        <div className="row-acts">
          <Button size="small" onClick={onRemove}>
            {t('partners.remove')}
            <span className="visually-hidden"> {organisation.name}</span>
          </Button>
        </div>
      ) : null}
    </li>
  );
}
