import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { type Account, me } from '../../../session/me';
import { LANGUAGES } from '../../../text/language';
import { RadioField } from '../../../ui/form/choice-fields';
import { TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { Notice } from '../../../ui/notice';

type Language = Account['language'];

export function ProfileForm({ account }: { readonly account: Account }) {
  const { t } = useTranslation(['account', 'session', 'common']);
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  return (
    <div className="stack">
      <Form
        label={t('account:profile.title')}
        submit={t('account:save')}
        onSend={async ({ displayName = '', language = account.language }) => {
          setSaved(false);
          await done(api.PATCH('/api/me', { body: { displayName, language: language as Language } }));
          await client.invalidateQueries({ queryKey: me().queryKey });
          setSaved(true);
        }}
      >
        <TextField
          name="displayName"
          label={t('session:field.displayName')}
          help={t('session:field.displayNameHelp')}
          autoComplete="name"
          maxLength={120}
          defaultValue={account.displayName}
        />
        <RadioField<Language>
          name="language"
          label={t('account:profile.language')}
          help={t('account:profile.languageHelp')}
          defaultValue={account.language}
          choices={LANGUAGES.map((language) => ({ value: language, label: t(`common:language.${language}`) }))}
        />
      </Form>
      <div role="status">{isSaved ? <Notice tone="good" title={t('account:saved')} /> : null}</div>
    </div>
  );
}
