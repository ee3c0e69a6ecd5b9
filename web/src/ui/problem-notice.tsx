import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readFailure } from '../api/problem';
import { LinkButton } from './link-button';
import { Notice } from './notice';
import { wayOut } from './refusal-ways';

/** Why an act was refused, what to do about it, and the way there when there is one. It takes the focus when it appears. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('errors');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [error]);
  const { kind, problem } = readFailure(error);
  const way = problem ? wayOut(problem.code) : undefined;
  return (
    <Notice
      ref={ref}
      role="alert"
      tone="bad"
      title={problem?.title ?? t(`${kind}Title`)}
      actions={
        way ? (
          <LinkButton to={way.to} size="small">
            {t(`way.${way.text}`)}
          </LinkButton>
        ) : null
      }
    >
      {problem ? (
        <>
          {problem.detail ? <p>{problem.detail}</p> : null}
          {problem.whatToDo ? <p>{problem.whatToDo}</p> : null}
        </>
      ) : (
        <p>{kind === 'invalid' ? null : t(`${kind}Text`)}</p>
      )}
      {problem?.requestId && problem.status >= 500 ? (
        <p className="error-reference">{t('reference', { requestId: problem.requestId })}</p>
      ) : null}
    </Notice>
  );
}
