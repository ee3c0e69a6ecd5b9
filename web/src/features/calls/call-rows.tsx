import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CallBadge, CallWhen } from './call-words';
import type { CallSummary } from './calls.queries';

interface CallRowProps {
  readonly call: CallSummary;
  /** For its agents the row leads to their own page. */
  readonly isMine?: boolean;
}

export function CallRow({ call, isMine = false }: CallRowProps) {
  const { t } = useTranslation('calls');
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to={isMine ? '/mes-appels/$callId' : '/appels/$callId'} params={{ callId: call.id }}>
            {call.title}
          </Link>
        </p>
        <p>
          <CallBadge state={call.state} />
        </p>
        <p>
          {isMine ? null : `${call.organisation.name} · `}
          {call.lotCount > 0
            ? t('lotCount', { count: call.lotCount })
            : call.territory
              ? t('zone', { name: call.territory.name })
              : t('noLot')}
        </p>
        <CallWhen call={call} />
      </div>
    </li>
  );
}
