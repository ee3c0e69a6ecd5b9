import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDay, formatNumber } from '../../lib/format';
import { parseNumber } from '../../lib/number';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Badge, type Tone } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { type Answers, orNull } from '../../ui/form/answers';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { type Agreement, useKeepAgreement } from './agreements.queries';

type Report = Agreement['reports'][number];
const TONES: Readonly<Record<Report['state'], Tone>> = { to_come: 'neutral', due: 'amber', received: 'moss', late: 'brick' };
const FIGURES = ['jobs', 'insertionHours', 'peopleWelcomed'] as const;

/** One report a year: what is awaited, and what was handed in. */
export function ReportsPanel({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  if (agreement.reports.length === 0) return null;
  return (
    <Panel id="reports" title={t('part.reports')}>
      <ul className="row-list">
        {agreement.reports.map((report) => (
          <ReportRow key={report.year} report={report} agreement={agreement} />
        ))}
      </ul>
    </Panel>
  );
}

function ReportRow({ report, agreement: { id, actions } }: { readonly report: Report; readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common']);
  const keep = useKeepAgreement();
  const language = currentLanguage();
  const { year, upTo, dueBy, state, received } = report;
  const figure = (value: number | null) => (value === null ? t('common:unknown') : formatNumber(value, language));
  const mayReport = (state === 'due' || state === 'late') && actions.reportOnAgreement === null;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{t('agreements:report.year', { year, day: formatDay(upTo, language) })}</p>
        <p>
          <Badge tone={TONES[state]}>{t(`agreements:report.state.${state}`)}</Badge>
        </p>
        {received === null ? (
          <p>{t('agreements:report.dueBy', { day: formatDay(dueBy, language) })}</p>
        ) : (
          <>
            <p>
              {t('agreements:report.figures', {
                jobs: figure(received.jobs),
                hours: figure(received.insertionHours),
                people: figure(received.peopleWelcomed),
              })}
            </p>
            <p className="agreement-said">{received.words}</p>
          </>
        )}
      </div>
      {mayReport ? (
        <ActButton
          label={t('agreements:act.report')}
          title={t('agreements:act.report')}
          submit={t('agreements:act.report')}
          onSend={(answers) =>
            keep(
              unwrap(
                api.POST('/api/agreements/{id}/reports/{year}', {
                  params: { path: { id, year } },
                  body: { ...figuresOf(answers), words: answers['words'] ?? '' },
                }),
              ),
            )
          }
        >
          {FIGURES.map((name) => (
            <TextField key={name} name={name} inputMode="numeric" label={t(`agreements:act.${name}`)} isOptional />
          ))}
          <TextAreaField name="words" label={t('agreements:act.words')} rows={5} maxLength={10000} />
        </ActButton>
      ) : null}
    </li>
  );
}

/** What is no number is sent as it is, for the server to refuse where it stands. */
function figuresOf(answers: Answers) {
  const figure = (name: (typeof FIGURES)[number]) => {
    const typed = orNull(answers[name]);
    return typed === null ? null : (parseNumber(typed) ?? (typed as unknown as number));
  };
  return { jobs: figure('jobs'), insertionHours: figure('insertionHours'), peopleWelcomed: figure('peopleWelcomed') };
}
