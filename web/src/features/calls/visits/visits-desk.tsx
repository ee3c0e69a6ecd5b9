import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../ui/act-button';
import { Panel } from '../../../ui/card';
import { Disclosure } from '../../../ui/disclosure';
import { TextAreaField, TextField } from '../../../ui/form/fields';
import { ProblemNotice } from '../../../ui/problem-notice';
import { VisitHours } from './visits-panel';
import { type Visit, visitActs, visitorsOf, visitsOf } from './visits.queries';

/** The owner's visits: hours given, who comes, what one visitor learns told to all. */
export function VisitsDesk({ callId }: { readonly callId: string }) {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const { data } = useQuery(visitsOf(callId));
  if (data === undefined || (data.items.length === 0 && data.actions.addVisit !== null)) return null;
  const acts = visitActs(client, callId);
  return (
    <Panel id="visits" title={t('visits.title')}>
      <div className="stack">
        {data.items.length === 0 ? <p>{t('visits.none')}</p> : null}
        <ul className="row-list">
          {data.items.map((visit) => (
            <DeskRow key={visit.id} callId={callId} visit={visit} />
          ))}
        </ul>
        {data.actions.addVisit === null ? (
          <div>
            <ActButton
              label={t('visits.add')}
              title={t('visits.add')}
              submit={t('visits.add')}
              onSend={({ day = '', from = '', to = '', meeting = '', capacity = '' }) =>
                acts.add({ startsAt: `${day}T${from}`, endsAt: `${day}T${to}`, meeting, capacity: Number(capacity) })
              }
            >
              <TextField name="day" type="date" label={t('visits.day')} />
              <TextField name="from" type="time" label={t('visits.from')} />
              <TextField name="to" type="time" label={t('visits.to')} />
              <TextField name="capacity" type="number" min={1} max={500} label={t('visits.capacity')} />
              <TextAreaField name="meeting" label={t('visits.meeting')} help={t('visits.meetingHelp')} rows={2} maxLength={500} />
            </ActButton>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

function DeskRow({ callId, visit }: { readonly callId: string; readonly visit: Visit }) {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const acts = visitActs(client, callId);
  const { id, meeting, capacity, left, cancelled, actions } = visit;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <VisitHours visit={visit} />
        </p>
        <p className="quoted">{meeting}</p>
        {cancelled === null ? (
          <Disclosure summary={t('visits.booked', { count: capacity - left, capacity })}>
            <Visitors callId={callId} visitId={id} />
          </Disclosure>
        ) : (
          <p className="field-help">{t('visits.cancelled', { reason: cancelled })}</p>
        )}
      </div>
      <div className="row-acts">
        {cancelled === null ? (
          <ActButton
            label={t('visits.learnt')}
            title={t('visits.learnt')}
            submit={t('visits.publish')}
            onSend={({ question = '', answer = '' }) => acts.publishLearnt(id, question, answer)}
          >
            <p>{t('visits.learntText')}</p>
            <TextAreaField name="question" label={t('visits.question')} rows={2} maxLength={1000} />
            <TextAreaField name="answer" label={t('visits.answer')} rows={3} maxLength={3000} />
          </ActButton>
        ) : null}
        {actions.cancelVisit === null ? (
          <ActButton
            label={t('visits.cancel')}
            title={t('visits.cancel')}
            submit={t('visits.cancel')}
            onSend={({ reason = '' }) => acts.cancel(id, reason)}
          >
            <p>{t('visits.cancelText')}</p>
            <TextAreaField name="reason" label={t('visits.reason')} rows={2} maxLength={1000} />
          </ActButton>
        ) : null}
      </div>
    </li>
  );
}

function Visitors({ callId, visitId }: { readonly callId: string; readonly visitId: string }) {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const visitors = useQuery(visitorsOf(callId, visitId)).data?.items ?? [];
  const [failure, setFailure] = useState<unknown>(null);
  if (visitors.length === 0) return <p>{t('visits.nobody')}</p>;
  return (
    <div className="stack">
      {failure ? <ProblemNotice error={failure} /> : null}
      <ul className="row-list">
        {visitors.map(({ accountId, name, organisation, email, attended }) => (
          <li key={accountId}>
            <label className="choice">
              <input
                type="checkbox"
                checked={attended === true}
                onChange={(event) => void visitActs(client, callId).note(visitId, accountId, event.target.checked).catch(setFailure)}
              />
              <span className="choice-text">
                <span>
                  {name}
                  {organisation ? ` · ${organisation}` : ''} · {email}
                </span>
                <span className="field-help">{t('visits.came')}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <a href={`/api/calls/${callId}/visits/${visitId}/visitors.csv`}>{t('visits.csv')}</a>
    </div>
  );
}
