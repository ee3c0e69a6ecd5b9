import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { orNull } from '../../../ui/form/answers';
import { EmailField, TextAreaField, TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { Notice } from '../../../ui/notice';
import { RefusalNote } from '../../../ui/refusal-note';
import type { TerritoryControl } from '../claim/claim-types';
import { whyNot } from '../organisation-words';
import { type Organisation, organisationById } from '../organisations.queries';

interface ProfileFormProps {
  readonly organisation: Organisation;
  readonly territory: TerritoryControl;
}

export function OrganisationProfileForm({ organisation, territory }: ProfileFormProps) {
  const { t } = useTranslation(['organisations', 'account']);
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const refusal = whyNot(organisation, 'updateOrganisation');
  if (refusal !== null) return <RefusalNote code={refusal} />;
  const { id, inside, commune } = organisation;
  return (
    <div className="stack">
      <Form
        submit={t('account:save')}
        onSend={async (answers) => {
          setSaved(false);
          const body = {
            version: inside?.version ?? 1,
            name: answers['name'] ?? '',
            communeId: orNull(answers['communeId']),
            summary: orNull(answers['summary']),
            website: orNull(answers['website']),
            contactEmail: orNull(answers['contactEmail']),
          };
          await done(api.PATCH('/api/organisations/{id}', { params: { path: { id } }, body }));
          await client.invalidateQueries({ queryKey: organisationById(id).queryKey });
          setSaved(true);
        }}
      >
        <TextField
          name="name"
          label={t('organisations:field.name')}
          defaultValue={organisation.name}
          maxLength={200}
          autoComplete="organization"
        />
        {territory({
          name: 'communeId',
          label: t('organisations:field.commune'),
          help: t('organisations:field.communeHelp'),
          kind: 'commune',
          initial: commune,
        })}
        <TextAreaField
          name="summary"
          label={t('organisations:field.summary')}
          help={t('organisations:field.summaryHelp')}
          isOptional
          defaultValue={organisation.summary ?? ''}
          maxLength={2000}
        />
        <TextField
          name="website"
          type="url"
          inputMode="url"
          label={t('organisations:field.website')}
          help={t('organisations:field.websiteHelp')}
          isOptional
          defaultValue={organisation.website ?? ''}
        />
        <EmailField
          name="contactEmail"
          label={t('organisations:field.contactEmail')}
          help={t('organisations:field.contactEmailHelp')}
          isOptional
          defaultValue={inside?.contactEmail ?? ''}
        />
      </Form>
      <div role="status">{isSaved ? <Notice tone="good" title={t('account:saved')} /> : null}</div>
    </div>
  );
}
