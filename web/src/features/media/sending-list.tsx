import { useTranslation } from 'react-i18next';
import { readFailure } from '../../api/problem';
import { Bar } from '../../ui/bars';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Sending } from './use-uploads';

interface SendingListProps {
  readonly sendings: readonly Sending[];
  readonly onForget: (key: number) => void;
  readonly onAgain: (file: File) => void;
}

/** What is on its way, and what was refused with what to do about it. */
export function SendingList({ sendings, onForget, onAgain }: SendingListProps) {
  const { t } = useTranslation('media');
  const underway = sendings.filter(({ state }) => state !== 'failed');
  return (
    <>
      <p className="visually-hidden" role="status">
        {underway.length > 0 ? t('sending.status', { count: underway.length }) : ''}
      </p>
      <ul className="sendings">
        {sendings.map((sending) => (
          <li key={sending.key}>
            {sending.state === 'failed' ? (
              <Refused sending={sending} onForget={() => onForget(sending.key)} onAgain={() => onAgain(sending.file)} />
            ) : (
              <Bar
                label={sending.file.name}
                text={sending.state === 'waiting' ? t('sending.waiting') : t('sending.share', { percent: Math.round(sending.share * 100) })}
                low={sending.share}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Refused({
  sending,
  onForget,
  onAgain,
}: {
  readonly sending: Sending;
  readonly onForget: () => void;
  readonly onAgain: () => void;
}) {
  const { t } = useTranslation(['media', 'errors', 'common']);
  const { kind, problem } = readFailure(sending.failure);
  const mayTryAgain = problem === null || problem.status >= 500 || problem.status === 429 || problem.code === 'upload-interrupted';
  return (
    <Notice
      role="alert"
      tone="bad"
      title={t('media:sending.refused', { name: sending.file.name, why: problem?.title ?? t(`errors:${kind}Title`) })}
      actions={
        <>
          {mayTryAgain ? (
            <Button
              size="small"
              onClick={() => {
                onForget();
                onAgain();
              }}
            >
              {t('common:actions.retry')}
            </Button>
          ) : null}
          <Button size="small" look="quiet" onClick={onForget}>
            {t('media:sending.forget')}
          </Button>
        </>
      }
    >
      {problem?.whatToDo ? <p>{problem.whatToDo}</p> : null}
    </Notice>
  );
}
