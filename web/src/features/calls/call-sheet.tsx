import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea, formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { buttonClass } from '../../ui/button';
import { Panel } from '../../ui/card';
import { Countdown } from '../../ui/countdown';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import { CallAsks } from './call-asks';
import { CallQuestions } from './call-questions';
import { CallStepsLine, extendedWords } from './call-steps-line';
import { CallBadge } from './call-words';
import { type Call, callById } from './calls.queries';
import { VisitsPanel } from './visits/visits-panel';
import '../../ui/saved/saved.css';
import './calls.css';

/** A call as everyone reads it; `actions` are what the page offers to do with it. */
export function CallSheet({ call, actions }: { readonly call: Call; readonly actions: ReactNode }) {
  const { t } = useTranslation('calls');
  const { t: word } = useTranslation('vocabulary');
  const { content, lots, reason, state } = call;
  return (
    <article className="stack">
      <header className="parts-head">
        <p className="parts-over">{t('by', { name: call.organisation.name })}</p>
        <h1 tabIndex={-1}>{call.title}</h1>
        <p>
          <CallBadge state={state} />
        </p>
        {call.summary ? <p className="lead">{call.summary}</p> : null}
      </header>
      {reason ? (
        <Notice tone="warning" title={t(state === 'cancelled' ? 'ended.cancelled' : 'ended.unsuccessful')}>
          <p>{reason}</p>
        </Notice>
      ) : null}
      <div className="aside-columns">
        <div className="aside-standing stack">
          <CallCalendar call={call} actions={actions} />
        </div>
        <div className="stack">
          <Panel id="lots" title={t(lots.length > 0 ? 'section.lots' : 'section.zone')}>
            {lots.length > 0 ? (
              <ul className="row-list">
                {lots.map((lot) => (
                  <li className="row" key={lot.id}>
                    <div className="row-words">
                      <p className="row-title">
                        <Link to="/lieux/$siteId" params={{ siteId: lot.id }}>
                          {lot.name}
                        </Link>
                      </p>
                      <p>
                        {[
                          word(`kind.${lot.kind}`),
                          lot.commune?.name,
                          lot.floorAreaM2 === null ? t('areaUnknown') : formatArea(lot.floorAreaM2, currentLanguage()),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
            ) : (
              <p>{call.territory ? t('zoneText', { name: call.territory.name }) : t('noLot')}</p>
            )}
          </Panel>
          {content.description ? (
            <Panel id="description" title={t('section.description')}>
              <p className="written">{content.description}</p>
            </Panel>
          ) : null}
          <CallAsks content={content} />
          {call.publishedAt === null ? null : <VisitsPanel callId={call.id} />}
          <CallGrid call={call} />
          <CallQuestions call={call} />
        </div>
      </div>
    </article>
  );
}

function CallCalendar({ call, actions }: { readonly call: Call; readonly actions: ReactNode }) {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const language = currentLanguage();
  const { state, opensAt, firstClosesAt, closesAt, now, extensions } = call;
  const reread = () => void client.invalidateQueries({ queryKey: callById(call.id).queryKey });
  const ends = state === 'open' ? (firstClosesAt ?? closesAt) : state === 'second_step' ? closesAt : null;
  const next = state === 'published' ? opensAt : ends;
  return (
    <Panel id="calendar" title={t('section.calendar')} tone="enamel">
      <div className="stack">
        {next ? (
          <p className="call-countdown">
            {t(state === 'published' ? 'countdown.opens' : 'countdown.closes')} <Countdown until={next} serverNow={now} onEnd={reread} />
          </p>
        ) : null}
        <dl className="call-dates">
          {opensAt ? (
            <>
              <dt>{t('opens')}</dt>
              <dd>{formatDeadline(opensAt, language)}</dd>
            </>
          ) : null}
          {firstClosesAt ? (
            <>
              <dt>{t('steps.firstCloses')}</dt>
              <dd>{formatDeadline(firstClosesAt, language)}</dd>
            </>
          ) : null}
          {closesAt ? (
            <>
              <dt>{t(firstClosesAt ? 'steps.secondCloses' : 'closes')}</dt>
              <dd>{formatDeadline(closesAt, language)}</dd>
            </>
          ) : null}
        </dl>
        {firstClosesAt ? <CallStepsLine call={call} /> : null}
        {extensions.map((extension) => (
          <Notice key={extension.at} title={t(extendedWords(extension.step), { from: formatDeadline(extension.from, language) })}>
            <p>{extension.reason}</p>
          </Notice>
        ))}
        <div className="form-actions no-print">
          {actions}
          {state === 'published' || state === 'open' ? (
            <a className={buttonClass('secondary')} href={`/api/calls/${call.id}/calendar?lang=${language}`} download>
              <CalendarPlus aria-hidden size={18} />
              {t('calendarFile')}
            </a>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}

function CallGrid({ call: { content } }: { readonly call: Call }) {
  const { t } = useTranslation('calls');
  const { grid, jury } = content;
  const labels = grid.tieBreak.flatMap((id) => grid.criteria.find((criterion) => criterion.id === id)?.label ?? []);
  return (
    <Panel id="grid" title={t('section.grid')}>
      <div className="stack">
        <p>{t('grid.scale', { max: grid.scaleMax })}</p>
        <Table
          caption={t('grid.caption')}
          captionHidden
          rows={grid.criteria}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'label',
              header: t('grid.criterion'),
              cell: ({ label, help }) => (
                <>
                  {label}
                  {help ? <span className="call-help">{help}</span> : null}
                </>
              ),
            },
            { key: 'weight', header: t('grid.weight'), align: 'end', cell: ({ weight }) => t('grid.percent', { weight }) },
          ]}
        />
        {labels.length > 0 ? <p>{t('grid.tieBreak', { criteria: labels.join(', ') })}</p> : null}
        {jury.members.length > 0 ? (
          <>
            <h3>{t('jury.title')}</h3>
            <ul>
              {jury.members.map(({ who, chair }) => (
                <li key={who}>
                  {who}
                  {chair ? ` — ${t('jury.chair')}` : ''}
                </li>
              ))}
            </ul>
            {jury.quorum ? <p>{t('jury.quorum', { count: jury.quorum })}</p> : null}
          </>
        ) : null}
      </div>
    </Panel>
  );
}
