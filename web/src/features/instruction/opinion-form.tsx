import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ErrorState } from '../../ui/error-state';
import { RadioField } from '../../ui/form/choice-fields';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { type Conclusion, CONCLUSIONS, giveOpinion, type ReceivedOpinion, receivedOpinion } from './opinions.queries';
import './instruction.css';

interface OpinionFormProps {
  readonly token: string;
  /** How what is shown of the file is read. */
  readonly children: (file: NonNullable<ReceivedOpinion['file']>) => ReactNode;
}

/** From the link of the letter to an opinion: no account; what is shown of the file, then what one thinks of it. */
export function OpinionForm({ token, children }: OpinionFormProps) {
  const { t } = useTranslation('common');
  const request = useQuery(receivedOpinion(token));
  const [given, setGiven] = useState<ReceivedOpinion | null>(null);
  if (request.isPending) return <Skeleton label={t('loading')} lines={6} />;
  if (request.isError) return <ErrorState error={request.error} onRetry={() => void request.refetch()} />;
  const opinion = given ?? request.data;
  return (
    <div className="stack">
      <Asked opinion={opinion} />
      {opinion.file ? children(opinion.file) : null}
      {opinion.standing === 'asked' ? (
        <Give token={token} opinion={opinion} onGiven={setGiven} />
      ) : (
        <Over opinion={opinion} isNew={given !== null} />
      )}
    </div>
  );
}

function Asked({
  opinion: { owner, organisation, number, target, question, shared, dueAt, standing },
}: {
  readonly opinion: ReceivedOpinion;
}) {
  const { t } = useTranslation('opinions');
  return (
    <>
      <p className="lead">{t('give.about', { owner, organisation, number, target })}</p>
      <section aria-labelledby="opinion-question" className="stack">
        <h2 id="opinion-question">{t('give.question')}</h2>
        <p className="instruction-note">{question}</p>
      </section>
      {standing === 'asked' ? (
        <Notice title={t('give.until', { when: formatDeadline(dueAt, currentLanguage()) })}>
          <p>{t(shared ? 'give.shared' : 'give.kept')}</p>
        </Notice>
      ) : null}
    </>
  );
}

interface GiveProps {
  readonly token: string;
  readonly opinion: ReceivedOpinion;
  readonly onGiven: (opinion: ReceivedOpinion) => void;
}

function Give({ token, opinion, onGiven }: GiveProps) {
  const { t } = useTranslation('opinions');
  return (
    <section aria-labelledby="opinion-yours" className="stack">
      <h2 id="opinion-yours">{t('give.yours')}</h2>
      <Form
        submit={t('give.send')}
        onSend={async ({ conclusion = '', text = '', signedBy = '' }) => {
          onGiven(await giveOpinion({ token, conclusion: conclusion as Conclusion, text, signedBy }));
        }}
      >
        <RadioField
          name="conclusion"
          label={t('give.conclusion')}
          choices={CONCLUSIONS.map((value) => ({ value, label: t(`conclusion.${value}`) }))}
        />
        <TextAreaField name="text" label={t('give.text')} rows={8} maxLength={20_000} />
        <TextField
          name="signedBy"
          label={t('give.signedBy')}
          help={t(opinion.shared ? 'give.signedShared' : 'give.signedKept')}
          maxLength={200}
          autoComplete="name"
        />
        <p className="field-help">{t('give.once')}</p>
      </Form>
    </section>
  );
}

function Over({ opinion: { standing, answer, reason }, isNew }: { readonly opinion: ReceivedOpinion; readonly isNew: boolean }) {
  const { t } = useTranslation('opinions');
  if (answer === null)
    return (
      <Notice title={t(`standing.${standing}`)}>
        <p>{standing === 'revoked' && reason ? t('give.revoked', { reason }) : t('give.over')}</p>
      </Notice>
    );
  return (
    <Notice tone="good" {...(isNew ? { role: 'status' as const } : {})} title={t(isNew ? 'give.thanks' : 'standing.answered')}>
      <p>
        <strong>{t(`conclusion.${answer.conclusion}`)}</strong>
      </p>
      <p className="instruction-note">{answer.text}</p>
      <p>{t('by', { who: answer.signedBy, when: formatMoment(answer.at, currentLanguage()) })}</p>
    </Notice>
  );
}
