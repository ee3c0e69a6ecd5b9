import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import { RadioField } from '../../ui/form/choice-fields';
import { SelectField, TextField } from '../../ui/form/fields';
import type { Terms } from './agreements.queries';

const STATUSES = ['public_domain', 'private_domain', 'unknown'] as const;
const ANSWERS = ['yes', 'no', 'unknown'] as const;
const QUESTIONS = ['railway', 'economic', 'generalInterest', 'microEnterprise', 'trader', 'solidarityLandBody'] as const;

/** The answers on which the deeds and grounds offered depend. */
export function LawFields({ law }: { readonly law: Terms['law'] }) {
  const { t } = useTranslation('agreements');
  const [status, setStatus] = useState(law.status);
  const { declassification } = law;
  return (
    <Panel id="law" title={t('part.law')}>
      <div className="stack">
        <p>{t('edit.lawText')}</p>
        <RadioField
          name="law.status"
          label={t('edit.status')}
          defaultValue={law.status}
          onPick={setStatus}
          choices={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        {status === 'private_domain' ? (
          <>
            <TextField
              name="law.declassification.act"
              label={t('edit.act')}
              help={t('edit.actHelp')}
              defaultValue={declassification?.act ?? ''}
              maxLength={200}
              isOptional
            />
            <div className="agreement-pair">
              <TextField
                name="law.declassification.date"
                type="date"
                label={t('edit.actDate')}
                defaultValue={declassification?.date ?? ''}
                isOptional
              />
              <TextField
                name="law.declassification.reference"
                label={t('edit.actReference')}
                defaultValue={declassification?.reference ?? ''}
                maxLength={200}
                isOptional
              />
            </div>
          </>
        ) : null}
        <div className="agreement-pair">
          {QUESTIONS.map((question) => (
            <SelectField
              key={question}
              name={`law.${question}`}
              label={t(`edit.${question}`)}
              defaultValue={law[question]}
              options={ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
            />
          ))}
        </div>
      </div>
    </Panel>
  );
}
