import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApplicationAnswers } from '../../features/applications/application-answers';
import { LinkDeclaration } from '../../features/review/link-declaration';
import { type Reading, readingById } from '../../features/review/review.queries';
import { GivenScores, ReadingBadge } from '../../features/review/review-words';
import { ScoreSheet } from '../../features/review/score-sheet';
import { RequireSignIn } from '../../session/require-sign-in';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { ReviewFrame } from './review-frame';

const route = getRouteApi('/evaluations/$readingId');

/** One file for one reviewer: the declaration first, then the file, the grid beside it or after it. */
export function ReadingPage() {
  const { t } = useTranslation('review');
  const { readingId } = route.useParams();
  return (
    <RequireSignIn>
      {() => (
        <ReviewFrame
          options={readingById(readingId)}
          title={({ organisation }) => t('reading.title', { organisation })}
          over={({ call, number, state }) => (
            <>
              <Link to="/evaluations">{t('reading.back')}</Link> · {call.title} · {number} <ReadingBadge state={state} />
            </>
          )}
        >
          {(reading) => <Body key={reading.id} reading={reading} />}
        </ReviewFrame>
      )}
    </RequireSignIn>
  );
}

function Body({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation('review');
  const { application, state, next, others, grid, notes } = reading;
  if (state === 'assigned' && reading.actions.declareNoLink === null) return <LinkDeclaration reading={reading} />;
  if (application === null)
    return (
      <Notice
        tone="warning"
        actions={
          next === null ? null : (
            <LinkButton to="/evaluations/$readingId" params={{ readingId: next }}>
              {t('reading.next')}
            </LinkButton>
          )
        }
      >
        <p>{t(state === 'conflict_declared' ? 'reading.linked' : 'reading.closed')}</p>
      </Notice>
    );
  const { lots, files, ...said } = application;
  return (
    <div className="aside-columns">
      <section className="stack reading-dossier" aria-labelledby="dossier-title">
        <h2 id="dossier-title">{t('reading.dossier')}</h2>
        <ApplicationAnswers
          application={{
            ...said,
            id: reading.id,
            lots: lots.map(({ id }) => id),
            lotsOffered: lots.map(({ id, name }) => ({ id, name, commune: null })),
            files: files.map((file) => ({ ...file, refusal: null })),
          }}
          filesAt={`/api/readings/${reading.id}/files`}
        />
      </section>
      <div className="aside-standing stack">
        <ScoreSheet reading={reading} />
        {others.length > 0 ? (
          <Panel id="others" title={t('reading.others')}>
            <GivenScores grid={grid} given={others} />
          </Panel>
        ) : null}
        {notes.length > 0 ? (
          <Panel id="notes" title={t('desk.discussion')}>
            <ul>
              {notes.map(({ at, said: words }) => (
                <li key={at} className="application-answer">
                  {words}
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
      </div>
    </div>
  );
}
