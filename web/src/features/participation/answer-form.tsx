import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ErrorState } from '../../ui/error-state';
import { RadioField } from '../../ui/form/choice-fields';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { KNOCK_ANSWERS, type KnockAnswer, type ReceivedLetter, receivedLetter } from './knocks.queries';

/** From the code of the letter to an answer: no account, four words. */
export function AnswerForm({ code: arrived }: { readonly code: string | null }) {
  const { t } = useTranslation('participation');
  const [code, setCode] = useState(arrived);
  if (code !== null) return <Answer code={code} onOther={() => setCode(null)} />;
  return (
    <Form
      submit={t('answer.open')}
      onSend={async ({ code: typed = '' }) => {
        await unwrap(api.POST('/api/knock-letters/received', { body: { code: typed } }));
        setCode(typed);
      }}
    >
      <TextField name="code" label={t('answer.code')} help={t('answer.codeHelp')} maxLength={40} autoComplete="off" spellCheck={false} />
    </Form>
  );
}

function Answer({ code, onOther }: { readonly code: string; readonly onOther: () => void }) {
  const { t } = useTranslation('common');
  const letter = useQuery(receivedLetter(code));
  const [answered, setAnswered] = useState<ReceivedLetter | null>(null);
  if (letter.isPending) return <Skeleton label={t('loading')} lines={4} />;
  if (letter.isError) return <ErrorState error={letter.error} onRetry={onOther} />;
  return <Received key={answered?.state} code={code} letter={answered ?? letter.data} isNew={answered !== null} onAnswered={setAnswered} />;
}

interface ReceivedProps {
  readonly code: string;
  readonly letter: ReceivedLetter;
  readonly isNew: boolean;
  readonly onAnswered: (letter: ReceivedLetter) => void;
}

function Received({ code, letter, isNew, onAnswered }: ReceivedProps) {
  const { t } = useTranslation('participation');
  const { site, names, organisationCount, state, writtenAt, answeredAt } = letter;
  const place = [site.name, site.commune].filter(Boolean).join(', ');
  return (
    <div className="stack">
      <p className="lead">{t('answer.about', { place, day: formatInstantDay(writtenAt, currentLanguage()) })}</p>
      <p>
        {t('answer.who', { count: organisationCount })}
        {names.length > 0 ? ` ${names.join(', ')}.` : null}
      </p>
      {answeredAt ? (
        <Notice
          tone="good"
          {...(isNew ? { role: 'status' as const } : {})}
          title={t(`knock.state.${state}`)}
          actions={state === 'interested' ? <LinkButton to="/organisations/nouvelle">{t('answer.claim')}</LinkButton> : null}
        >
          <p>{t(state === 'stopped' ? 'answer.stopped' : state === 'interested' ? 'answer.interested' : 'answer.thanks')}</p>
        </Notice>
      ) : null}
      {state === 'stopped' ? null : (
        <Form
          submit={t('answer.submit')}
          onSend={async ({ answer = '', note = '' }) => {
            const body = { code, answer: answer as KnockAnswer, note };
            onAnswered(await unwrap(api.POST('/api/knock-letters/answer', { body })));
          }}
        >
          <RadioField
            name="answer"
            label={t(answeredAt ? 'answer.change' : 'answer.question')}
            choices={KNOCK_ANSWERS.map((value) => ({ value, label: t(`answer.word.${value}`), hint: t(`answer.hint.${value}`) }))}
          />
          <TextAreaField name="note" label={t('answer.note')} help={t('answer.noteHelp')} rows={3} maxLength={500} isOptional />
        </Form>
      )}
    </div>
  );
}
