import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { formatDeadline } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { ActButton } from '../../../ui/act-button';
import { RadioField } from '../../../ui/form/choice-fields';
import { TextAreaField, TextField } from '../../../ui/form/fields';
import type { Call } from '../calls.queries';

/** A closing moved later, with its reason: of two steps, the one that is chosen while both can still move. */
export function ExtendAct({ call, onDone }: { readonly call: Call; readonly onDone: (answer: Promise<Call>) => Promise<void> }) {
  const { t } = useTranslation('calls');
  const { id, state, firstClosesAt, closesAt } = call;
  if (closesAt === null) return null;
  const say = (instant: string) => formatDeadline(instant, currentLanguage());
  const isChosen = firstClosesAt !== null && (state === 'published' || state === 'open');
  return (
    <ActButton
      label={t('life.extend')}
      title={t('life.extend')}
      submit={t('life.extend')}
      onSend={({ closesAt: until, reason, step }) =>
        onDone(
          unwrap(
            api.POST('/api/calls/{id}/extend', {
              params: { path: { id } },
              body: { closesAt: until ?? '', reason: reason ?? '', ...(isChosen ? { step: step === 'second' ? 'second' : 'first' } : {}) },
            }),
          ),
        )
      }
    >
      {isChosen ? (
        <>
          <p>{t('steps.extendText')}</p>
          <RadioField
            name="step"
            label={t('steps.which')}
            defaultValue="first"
            choices={[
              { value: 'first', label: t('steps.firstOn', { when: say(firstClosesAt) }) },
              { value: 'second', label: t('steps.secondOn', { when: say(closesAt) }) },
            ]}
          />
        </>
      ) : (
        <p>{t('life.extendText', { when: say(closesAt) })}</p>
      )}
      <TextField name="closesAt" type="date" label={t('life.newClosing')} help={t('life.newClosingHelp')} />
      <TextAreaField name="reason" label={t('life.reason')} help={t('life.reasonHelp')} rows={3} maxLength={1000} />
    </ActButton>
  );
}
