import { useTranslation } from 'react-i18next';
import type { Answers } from '../../ui/form/answers';
import { TextField } from '../../ui/form/fields';

/** Who decided, when, under which reference: every act that binds the owner says so. */
export function AuthorityFields() {
  const { t } = useTranslation('decisions');
  return (
    <>
      <TextField name="authorityName" label={t('award.authorityName')} maxLength={160} />
      <TextField name="authorityFunction" label={t('award.authorityFunction')} maxLength={160} />
      <TextField name="decidedOn" type="date" label={t('award.decidedOn')} />
      <TextField name="reference" label={t('award.reference')} maxLength={160} />
    </>
  );
}

export function authorityOf(answers: Answers) {
  return {
    authorityName: answers['authorityName'] ?? '',
    authorityFunction: answers['authorityFunction'] ?? '',
    decidedOn: answers['decidedOn'] ?? '',
    reference: answers['reference'] ?? '',
  };
}
