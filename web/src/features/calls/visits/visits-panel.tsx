import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../lib/format';
import { me } from '../../../session/me';
import { currentLanguage } from '../../../text/i18n';
import { Badge } from '../../../ui/badge';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/card';
import { LinkButton } from '../../../ui/link-button';
import { ProblemNotice } from '../../../ui/problem-notice';
import { type Visit, visitActs, visitsOf } from './visits.queries';

/** When the places of a call can be visited; nothing while there is no visit. */
export function VisitsPanel({ callId }: { readonly callId: string }) {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const who = useQuery(me()).data;
  const items = useQuery(visitsOf(callId)).data?.items ?? [];
  const [failure, setFailure] = useState<unknown>(null);
  if (items.length === 0) return null;
  const acts = visitActs(client, callId);
  const act = (done: Promise<void>) => void done.then(() => setFailure(null), setFailure);
  return (
    <Panel id="visits" title={t('visits.title')}>
      <div className="stack">
        <p>{t('visits.lead')}</p>
        {failure ? <ProblemNotice error={failure} /> : null}
        <ul className="row-list">
          {items.map((visit) => (
            <VisitRow
              key={visit.id}
              callId={callId}
              visit={visit}
              onBook={() => act(acts.book(visit.id, who?.actingFor ?? null))}
              onLeave={() => act(acts.leave(visit.id))}
            />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

interface VisitRowProps {
  readonly callId: string;
  readonly visit: Visit;
  readonly onBook: () => void;
  readonly onLeave: () => void;
}

function VisitRow({ callId, visit, onBook, onLeave }: VisitRowProps) {
  const { t } = useTranslation('calls');
  const { id, meeting, left, cancelled, mine, actions } = visit;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <VisitHours visit={visit} /> {mine ? <Badge tone="moss">{t('visits.mine')}</Badge> : null}
        </p>
        <p className="quoted">{meeting}</p>
        <p className="field-help">
          {cancelled === null ? t('visits.left', { count: left }) : t('visits.cancelled', { reason: cancelled })}
        </p>
      </div>
      {cancelled === null ? (
        <div className="row-acts">
          {mine ? (
            <Button size="small" onClick={onLeave}>
              {t('visits.leave')}
            </Button>
          ) : actions.bookVisit === null ? (
            <Button size="small" look="primary" onClick={onBook}>
              {t('visits.book')}
            </Button>
          ) : actions.bookVisit === 'sign-in-needed' && left > 0 ? (
            <LinkButton size="small" to="/connexion" search={{ retour: `/appels/${callId}` }}>
              {t('visits.signIn')}
            </LinkButton>
          ) : null}
          <a href={`/api/calls/${callId}/visits/${id}/calendar`}>{t('visits.calendar')}</a>
        </div>
      ) : null}
    </li>
  );
}

export function VisitHours({ visit: { startsAt, endsAt } }: { readonly visit: Visit }) {
  const language = currentLanguage();
  const end = new Intl.DateTimeFormat(language, { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }).format(new Date(endsAt));
  return (
    <time dateTime={startsAt}>
      {formatMoment(startsAt, language)} – {end}
    </time>
  );
}
