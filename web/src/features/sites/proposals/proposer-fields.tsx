import { useTranslation } from 'react-i18next';
import { useAccount } from '../../../session/me';
import { EmailField, TextField } from '../../../ui/form/fields';

/** How the proposer knows, under what name, and where to answer: an account whose address is confirmed needs none. */
export function ProposerFields() {
  const { t } = useTranslation('participation');
  const account = useAccount();
  return (
    <>
      <TextField name="source" label={t('propose.source')} help={t('propose.sourceHelp')} maxLength={300} autoComplete="off" />
      <TextField name="credit" label={t('propose.credit')} help={t('propose.creditHelp')} maxLength={80} isOptional autoComplete="name" />
      {account?.emailVerified === true ? null : (
        <EmailField
          name="email"
          label={t('propose.email')}
          help={t('propose.emailHelp')}
          {...(account?.email === undefined ? {} : { defaultValue: account.email })}
        />
      )}
      <p className="field-help">{t('propose.licence')}</p>
    </>
  );
}
