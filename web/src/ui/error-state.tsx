import { CloudOff, LifeBuoy, Lock, SearchX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readFailure } from '../api/problem';
import { Button } from './button';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly actions?: ReactNode;
  readonly level?: 1 | 2 | 3;
}

const ICONS = { offline: CloudOff, notFound: SearchX, refused: Lock, invalid: TriangleAlert, busy: LifeBuoy, server: LifeBuoy };

/** Says what happened, what to do, and the reference under which the server logged it. */
export function ErrorState({ error, onRetry, actions, level = 2 }: ErrorStateProps) {
  const { t } = useTranslation('errors');
  const { t: common } = useTranslation('common');
  const failure = readFailure(error);
  const Icon = ICONS[failure.kind];
  const Heading = `h${level}` as const;
  const title = failure.problem?.title ?? t(`${failure.kind}Title`);
  const text = failure.problem?.detail ?? (failure.kind === 'invalid' ? null : t(`${failure.kind}Text`));
  return (
    <div className="error-state" role="alert">
      <Icon aria-hidden size={40} strokeWidth={1.5} />
      <Heading tabIndex={level === 1 ? -1 : undefined}>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {failure.problem?.whatToDo ? (
        <p>
          <strong>{t('whatToDo')}</strong> {failure.problem.whatToDo}
        </p>
      ) : null}
      {failure.problem?.messages.length ? (
        <ul>
          {failure.problem.messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
      {failure.problem?.requestId ? <p className="error-reference">{t('reference', { requestId: failure.problem.requestId })}</p> : null}
      <div className="empty-actions">
        {onRetry ? (
          <Button look="primary" onClick={onRetry}>
            {common('actions.retry')}
          </Button>
        ) : null}
        {actions}
      </div>
    </div>
  );
}
