import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { RefusalNote } from '../../ui/refusal-note';
import { announceShortlist, type Shortlist, shortlistOf } from './instruction.queries';

/** Between the two steps of a call: how many outlines are decided, and the act that tells everyone at once. */
export function ShortlistPanel({ callId }: { readonly callId: string }) {
  const { t } = useTranslation('instruction');
  const { data, error, refetch } = useQuery(shortlistOf(callId));
  if (error) return <ErrorState level={2} error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { callState, announcedAt, closesAt } = data;
  const say = (instant: string) => formatDeadline(instant, currentLanguage());
  return (
    <Panel id="shortlist" title={t('shortlist.title')} tone="enamel">
      {callState === 'shortlisting' ? (
        <Deciding shortlist={data} />
      ) : announcedAt === null ? (
        <p>{t('shortlist.later', { when: say(data.firstClosesAt) })}</p>
      ) : (
        <div className="stack">
          <p>{t('shortlist.announced', { when: say(announcedAt) })}</p>
          {callState === 'second_step' ? <p>{t('shortlist.sealed', { when: say(closesAt) })}</p> : null}
        </div>
      )}
    </Panel>
  );
}

function Deciding({ shortlist }: { readonly shortlist: Shortlist }) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const { callId, keep, leave, undecided, correcting, closesAt, actions } = shortlist;
  const why = actions.announceShortlist;
  const announce = async () => {
    client.setQueryData(shortlistOf(callId).queryKey, await announceShortlist(callId, { keep, leave }));
    await Promise.all([
      client.invalidateQueries({ queryKey: ['instruction', 'list'] }),
      client.invalidateQueries({ queryKey: ['calls'] }),
      client.invalidateQueries({ queryKey: ['applications'] }),
    ]);
  };
  return (
    <div className="stack">
      <p>{t('shortlist.text')}</p>
      <p role="status">
        {[
          t('shortlist.kept', { count: keep }),
          t('shortlist.left', { count: leave }),
          t('shortlist.undecided', { count: undecided }),
          ...(correcting > 0 ? [t('shortlist.correcting', { count: correcting })] : []),
        ].join(' · ')}
      </p>
      <p>{t('shortlist.second', { when: formatDeadline(closesAt, currentLanguage()) })}</p>
      {why === null ? (
        <div className="form-actions">
          <ActButton
            label={t('shortlist.announce')}
            look="primary"
            title={t('shortlist.announceTitle')}
            submit={t('shortlist.announce')}
            onSend={announce}
          >
            <p>{t('shortlist.announceText')}</p>
            <p>
              {t('shortlist.kept', { count: keep })} · {t('shortlist.left', { count: leave })}
            </p>
          </ActButton>
        </div>
      ) : (
        <Why code={why} />
      )}
    </div>
  );
}

const KNOWN = ['shortlist-undecided', 'shortlist-empty', 'shortlist-closing-too-soon', 'correction-under-way'] as const;

/** What is still to do before everyone can be told. */
function Why({ code }: { readonly code: string }) {
  const { t } = useTranslation('instruction');
  const known = KNOWN.find((one) => one === code);
  return known ? <p>{t(`shortlist.why.${known}`)}</p> : <RefusalNote code={code} />;
}
