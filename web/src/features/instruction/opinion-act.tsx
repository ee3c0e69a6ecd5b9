import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.gen';
import { ActButton } from '../../ui/act-button';
import { CheckboxGroup } from '../../ui/choices';
import { RadioField } from '../../ui/form/choice-fields';
import { EmailField, SelectField, TextAreaField, TextField } from '../../ui/form/fields';
import { Notice } from '../../ui/notice';
import type { Instruction } from './instruction.queries';

type Asked = components['schemas']['AskOpinion'];
const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

interface OpinionActProps {
  readonly sections: Instruction['sections'];
  readonly onSend: (asked: Asked) => Promise<unknown>;
}

/** Whom to ask, what, until when; of the file only what is ticked is shown. */
export function OpinionAct({ sections, onSend }: OpinionActProps) {
  const { t } = useTranslation('opinions');
  const [shown, setShown] = useState<readonly string[]>([]);
  const [inTwoWeeks] = useState(() => new Date(Date.now() + TWO_WEEKS_MS).toISOString().slice(0, 10));
  return (
    <ActButton
      label={t('ask')}
      look="secondary"
      title={t('ask')}
      submit={t('send')}
      onSend={async (answers) => {
        await onSend({
          who: answers['who'] ?? '',
          email: answers['email'] ?? '',
          language: answers['language'] === 'en' ? 'en' : 'fr',
          question: answers['question'] ?? '',
          dueAt: answers['dueAt'] ?? '',
          shared: answers['shared'] === 'yes',
          sections: [...shown],
        });
        setShown([]);
      }}
    >
      <p>{t('askText')}</p>
      <TextField name="who" label={t('who')} help={t('whoHelp')} maxLength={200} autoComplete="off" />
      <EmailField name="email" label={t('email')} autoComplete="off" />
      <TextAreaField name="question" label={t('question')} rows={4} maxLength={4000} />
      <CheckboxGroup
        legend={t('sections')}
        help={t('sectionsHelp')}
        choices={sections.map(({ id, title }) => ({ value: id, label: title ?? t('lots') }))}
        values={shown}
        onChange={setShown}
      />
      {shown.length === 0 ? <Notice>{t('sectionsNone')}</Notice> : null}
      <RadioField
        name="shared"
        label={t('shared')}
        choices={[
          { value: 'no', label: t('keep'), hint: t('keepHint') },
          { value: 'yes', label: t('share'), hint: t('shareHint') },
        ]}
        defaultValue="no"
      />
      <TextField name="dueAt" type="date" label={t('dueAt')} help={t('dueHelp')} defaultValue={inTwoWeeks} />
      <SelectField
        name="language"
        label={t('language')}
        options={[
          { value: 'fr', label: t('french') },
          { value: 'en', label: t('english') },
        ]}
        defaultValue="fr"
      />
    </ActButton>
  );
}
