import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { ProblemNotice } from '../../ui/problem-notice';
import { answerPartnership, type Partnership, partnershipsOf } from './partners.queries';

interface PartnershipsPanelProps {
  readonly organisationId: string;
  readonly name: string;
  readonly canAnswer: boolean;
}

/** Files of others that an organisation is invited to write, or writes; nothing while there are none. */
export function PartnershipsPanel({ organisationId, name, canAnswer }: PartnershipsPanelProps) {
  const { t } = useTranslation('applications');
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const items = useQuery(partnershipsOf(organisationId)).data?.items ?? [];
  if (items.length === 0) return null;
  const answer = (applicationId: string, accepted: boolean) =>
    void answerPartnership(client, applicationId, organisationId, accepted).then(() => setFailure(null), setFailure);
  return (
    <Panel id={`partnerships-${organisationId}`} title={t('partners.shared', { name })}>
      <div className="stack">
        {failure ? <ProblemNotice error={failure} /> : null}
        <ul className="row-list">
          {items.map((partnership) => (
            <PartnershipRow
              key={partnership.applicationId}
              partnership={partnership}
              canAnswer={canAnswer}
              onAnswer={(accepted) => answer(partnership.applicationId, accepted)}
            />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

interface PartnershipRowProps {
  readonly partnership: Partnership;
  readonly canAnswer: boolean;
  readonly onAnswer: (accepted: boolean) => void;
}

function PartnershipRow({ partnership, canAnswer, onAnswer }: PartnershipRowProps) {
  const { t } = useTranslation('applications');
  const { applicationId, title, target, lead, state, closesAt } = partnership;
  const isInvited = state === 'invited';
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          {isInvited ? (
            title
          ) : (
            <Link to="/mes-candidatures/$applicationId" params={{ applicationId }}>
              {title}
            </Link>
          )}
        </p>
        <p>{isInvited ? t('partners.invitedBy', { lead, target }) : t('partners.writtenWith', { lead, target })}</p>
        {closesAt ? <p className="field-help">{t('closes', { when: formatDeadline(closesAt, currentLanguage()) })}</p> : null}
      </div>
      {isInvited && canAnswer ? (
        <div className="row-acts">
          <Button size="small" look="primary" onClick={() => onAnswer(true)}>
            {t('partners.accept')}
            <span className="visually-hidden"> {title}</span>
          </Button>
          <Button size="small" onClick={() => onAnswer(false)}>
            {t('partners.decline')}
            <span className="visually-hidden"> {title}</span>
          </Button>
        </div>
      ) : null}
    </li>
  );
}
