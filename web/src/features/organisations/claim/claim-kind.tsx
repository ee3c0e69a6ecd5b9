import { useTranslation } from 'react-i18next';
import { RadioField } from '../../../ui/form/choice-fields';
import { Form } from '../../../ui/form/form';
import { wrongAnswer } from '../../../api/problem';
import type { Kind } from './claim-types';

export function ClaimKind({ onPick }: { readonly onPick: (kind: Kind) => void }) {
  const { t } = useTranslation(['organisations', 'vocabulary']);
  return (
    <Form
      submit={t('organisations:claim.goOn')}
      onSend={({ kind }) => {
        if (kind !== 'ess' && kind !== 'public_owner') return Promise.reject(wrongAnswer('kind', t('organisations:claim.kindMissing')));
        onPick(kind);
        return Promise.resolve();
      }}
    >
      <RadioField<Kind>
        name="kind"
        look="tiles"
        label={t('organisations:claim.kind')}
        choices={[
          { value: 'ess', label: t('vocabulary:organisationKind.ess'), hint: t('organisations:claim.essHint') },
          { value: 'public_owner', label: t('vocabulary:organisationKind.public_owner'), hint: t('organisations:claim.publicOwnerHint') },
        ]}
      />
    </Form>
  );
}
