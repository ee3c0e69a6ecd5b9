import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { Button } from '../../ui/button';
import { RadioField } from '../../ui/form/choice-fields';
import { EmailField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { Notice } from '../../ui/notice';
import { feedOf, type Followable, FREQUENCIES, type Frequency } from './follows.queries';

interface FollowFormProps {
  readonly things: readonly [Followable, ...Followable[]];
  /** Of an account that has not yet shown it to be its own. */
  readonly email?: string | undefined;
  readonly onClose: () => void;
}

/** Following with an address and no account: the mailbox is asked before anything is sent. */
export function FollowForm({ things, email: known, onClose }: FollowFormProps) {
  const { t } = useTranslation(['follows', 'common']);
  const [askedOf, setAskedOf] = useState<string | null>(null);
  const [picked, setPicked] = useState(0);
  const thing = things[picked] ?? things[0];
  if (askedOf !== null)
    return (
      <Notice
        tone="good"
        role="status"
        title={t('follows:done.askedTitle')}
        actions={
          <Button look="primary" onClick={onClose}>
            {t('common:actions.close')}
          </Button>
        }
      >
        <p>{t('follows:done.asked', { email: askedOf })}</p>
      </Notice>
    );
  return (
    <Form
      submit={t('follows:dialog.submit')}
      onSend={async ({ email = '', frequency }) => {
        const { about, subject } = thing;
        await done(api.POST('/api/follows', { body: { about, subject, frequency: frequency as Frequency, email } }));
        setAskedOf(email);
      }}
    >
      {things.length > 1 ? (
        <RadioField
          name="thing"
          label={t('follows:dialog.what')}
          defaultValue="0"
          choices={things.map(({ label }, index) => ({ value: String(index), label }))}
          onPick={(value) => setPicked(Number(value))}
        />
      ) : (
        <p>{thing.label}</p>
      )}
      <RadioField
        name="frequency"
        label={t('follows:dialog.howOften')}
        defaultValue="daily"
        choices={FREQUENCIES.map((value) => ({ value, label: t(`follows:frequency.${value}`) }))}
      />
      <EmailField
        name="email"
        label={t('follows:dialog.email')}
        help={t('follows:dialog.emailHelp')}
        {...(known === undefined ? {} : { defaultValue: known })}
      />
      <p className="field-help">
        <a href={feedOf(thing)}>{t('follows:dialog.feed')}</a>
      </p>
    </Form>
  );
}
