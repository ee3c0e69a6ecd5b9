import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { orNull } from '../../ui/form/answers';
import { SelectField, TextAreaField, TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { type Stage, STAGES } from './project-words';
import type { NeedBody } from './projects.queries';

interface NewProjectFormProps {
  readonly need: NeedBody;
  /** Those this person may write for, the one they act for first. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly onSaved: (projectId: string) => Promise<void>;
}

/** The few words a need lacks to be a project. */
export function NewProjectForm({ need, organisations, onSaved }: NewProjectFormProps) {
  const { t } = useTranslation('projects');
  const client = useQueryClient();
  const [first] = organisations;
  return (
    <Form
      submit={t('new.submit')}
      onSend={async (answers) => {
        const body = {
          organisationId: answers['organisationId'] ?? first?.id ?? '',
          name: answers['name'] ?? '',
          stage: orNull(answers['stage']) as Stage | null,
          publicSummary: orNull(answers['publicSummary']),
          privateNote: orNull(answers['privateNote']),
          need,
        };
        const { id } = await unwrap(api.POST('/api/projects', { body }));
        await client.invalidateQueries({ queryKey: ['projects'] });
        await onSaved(id);
      }}
    >
      <div className="stack">
        {organisations.length > 1 ? (
          <SelectField
            name="organisationId"
            label={t('field.organisation')}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <p>{t('new.forOrganisation', { name: first?.name ?? '' })}</p>
        )}
        <TextField name="name" label={t('field.name')} help={t('field.nameHelp')} maxLength={120} autoComplete="off" />
        <SelectField
          name="stage"
          label={t('field.stage')}
          isOptional
          blank={t('blankChoice')}
          options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
        <TextAreaField
          name="publicSummary"
          label={t('field.publicSummary')}
          help={t('field.publicSummaryHelp')}
          rows={3}
          maxLength={600}
          isOptional
        />
        <TextAreaField
          name="privateNote"
          label={t('field.privateNote')}
          help={t('field.privateNoteHelp')}
          rows={3}
          maxLength={4000}
          isOptional
        />
      </div>
    </Form>
  );
}
