import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { Button } from '../../../ui/button';
import { type Answers, orNull } from '../../../ui/form/answers';
import { EmailField, TextAreaField, TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { ClaimIdentity, type OwnerKind } from './claim-identity';
import { ClaimRegister } from './claim-register';
import type { ClaimBody, Claimed, ClaimStart, TerritoryControl } from './claim-types';

interface ClaimFormProps {
  readonly start: ClaimStart;
  readonly territory: TerritoryControl;
  readonly onBack: () => void;
  readonly onClaimed: (claimed: Claimed, name: string) => void;
}

/** “Is this you?”: what the register says, corrected where needed, and what shows that one speaks for the body. */
export function ClaimForm({ start, territory, onBack, onClaimed }: ClaimFormProps) {
  const { t } = useTranslation('organisations');
  const client = useQueryClient();
  const [ownerKind, setOwnerKind] = useState<OwnerKind | ''>(start.body?.ownerKind ?? '');
  const send = async (answers: Answers) => {
    const claimed = await unwrap(api.POST('/api/organisations', { body: toClaim(start, answers) }));
    // Its claimant is now its administrator: everything read before may differ.
    await client.invalidateQueries();
    onClaimed(claimed, answers['name'] ?? '');
  };
  return (
    <div className="stack">
      <ClaimRegister start={start} />
      <Form
        submit={t('claim.submit')}
        actions={
          <Button look="quiet" onClick={onBack}>
            {t('claim.back')}
          </Button>
        }
        onSend={send}
      >
        <TextField
          name="name"
          label={t('field.name')}
          defaultValue={start.body?.name ?? start.knownAs ?? ''}
          autoComplete="organization"
          maxLength={200}
        />
        <ClaimIdentity start={start} ownerKind={ownerKind} onOwnerKind={setOwnerKind} territory={territory} />
        {territory({
          name: 'communeId',
          label: t('field.commune'),
          help: t('field.communeHelp'),
          kind: 'commune',
          initial: start.body?.commune ?? null,
        })}
        <TextAreaField name="summary" label={t('field.summary')} help={t('field.summaryHelp')} isOptional maxLength={2000} />
        <TextField
          name="website"
          type="url"
          inputMode="url"
          label={t('field.website')}
          help={t('field.websiteHelp')}
          isOptional
          autoComplete="url"
        />
        <EmailField name="contactEmail" label={t('field.contactEmail')} help={t('field.contactEmailHelp')} isOptional />
        <TextAreaField name="proof" label={t('field.proof')} help={t('field.proofHelp')} rows={5} maxLength={4000} />
      </Form>
    </div>
  );
}

function toClaim({ kind, siret, rna }: ClaimStart, answers: Answers): ClaimBody {
  return {
    kind,
    siret: siret ?? orNull(answers['siret']),
    rna,
    name: answers['name'] ?? '',
    ownerKind: orNull(answers['ownerKind']) as NonNullable<ClaimBody['ownerKind']> | null,
    legalForm: orNull(answers['legalForm']) as NonNullable<ClaimBody['legalForm']> | null,
    territoryId: orNull(answers['territoryId']),
    communeId: orNull(answers['communeId']),
    summary: orNull(answers['summary']),
    website: orNull(answers['website']),
    contactEmail: orNull(answers['contactEmail']),
    proof: answers['proof'] ?? '',
  };
}
