import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { wrongAnswer } from '../../../api/problem';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { useFieldWords } from '../keep/kept-words';
import { CONDITIONS, OWNER_KINDS } from '../site-words';
import { CORRECTABLE_FIELDS, kindOfValue, readValue } from './correctable';
import { ProposalSent } from './proposal-sent';
import { ProposerFields } from './proposer-fields';
import type { CorrectableField, ProposalAccepted } from './proposals.queries';

interface CorrectionFormProps {
  readonly siteId: string;
  readonly onClose: () => void;
}

/** What is wrong, what it should say, and how one knows. */
export function CorrectionForm({ siteId, onClose }: CorrectionFormProps) {
  const { t } = useTranslation(['participation', 'keep', 'common']);
  const names = useFieldWords();
  const [field, setField] = useState<CorrectableField | null>(null);
  const [sent, setSent] = useState<(ProposalAccepted & { readonly email: string }) | null>(null);
  if (sent)
    return (
      <ProposalSent
        {...sent}
        actions={
          <Button look="primary" onClick={onClose}>
            {t('common:actions.close')}
          </Button>
        }
      />
    );
  return (
    <Form
      submit={t('participation:propose.submit')}
      onSend={async ({ value: typed = '', source = '', credit = '', email = '' }) => {
        if (field === null) throw wrongAnswer('field', t('participation:propose.pickField'));
        const value = readValue(field, typed);
        if (value === null) throw wrongAnswer('value', t('keep:notANumber'));
        const body = { field, value, source, credit, email: email === '' ? null : email };
        setSent({ ...(await unwrap(api.POST('/api/sites/{id}/proposals', { params: { path: { id: siteId } }, body }))), email });
      }}
    >
      <p>{t('participation:propose.correctionLead')}</p>
      <div onChange={(event) => setField(((event.target as HTMLInputElement).value || null) as CorrectableField | null)}>
        <SelectField
          name="field"
          label={t('participation:propose.field')}
          blank={t('participation:propose.pickField')}
          options={CORRECTABLE_FIELDS.map((value) => ({ value, label: names(value) }))}
        />
      </div>
      {field === null ? null : <ValueField key={field} field={field} />}
      <ProposerFields />
    </Form>
  );
}

function ValueField({ field }: { readonly field: CorrectableField }) {
  const { t } = useTranslation(['participation', 'keep', 'vocabulary']);
  const label = t('participation:propose.value');
  switch (kindOfValue(field)) {
    case 'condition':
      return (
        <SelectField
          name="value"
          label={label}
          options={CONDITIONS.map((value) => ({ value, label: t(`vocabulary:condition.${value}`) }))}
        />
      );
    case 'ownerKind':
      return (
        <SelectField
          name="value"
          label={label}
          options={OWNER_KINDS.map((value) => ({ value, label: t(`vocabulary:ownerKind.${value}`) }))}
        />
      );
    case 'yesNo':
      return (
        <SelectField
          name="value"
          label={label}
          options={[
            { value: 'yes', label: t('keep:facts.yes') },
            { value: 'no', label: t('keep:facts.no') },
          ]}
        />
      );
    case 'number':
      return <TextField name="value" label={field.endsWith('M2') ? `${label} (m²)` : label} inputMode="decimal" autoComplete="off" />;
    case 'text':
      return <TextField name="value" label={label} maxLength={300} autoComplete="off" />;
  }
}
