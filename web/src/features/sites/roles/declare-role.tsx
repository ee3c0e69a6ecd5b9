import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { ActButton } from '../../../ui/act-button';
import { type Answers, orNull } from '../../../ui/form/answers';
import { RadioField } from '../../../ui/form/choice-fields';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/fields';
import { Notice } from '../../../ui/notice';
import { type AgentRole, AGENT_ROLES, rolesOfPlace } from './roles.queries';

interface DeclareRoleProps {
  readonly site: { readonly id: string; readonly name: string };
  /** Those this person may declare for, the one they act for first. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** Says in what name an organisation speaks for a place, with its proof; a moderator checks it before anything changes. */
export function DeclareRole({ site, organisations }: DeclareRoleProps) {
  const { t } = useTranslation('roles');
  const client = useQueryClient();
  const [isSent, setSent] = useState(false);
  const [role, setRole] = useState<AgentRole>('owns');
  const [first] = organisations;
  return (
    <div className="stack">
      <div>
        <ActButton
          label={t('declare.label')}
          title={t('declare.title', { name: site.name })}
          submit={t('declare.submit')}
          onSend={async (answers) => {
            const body = { organisationId: answers['organisationId'] ?? first?.id ?? '', role, ...termAndProof(role, answers) };
            await done(api.PUT('/api/sites/{id}/agent-role', { params: { path: { id: site.id } }, body }));
            await client.invalidateQueries({ queryKey: rolesOfPlace(site.id).queryKey });
            setSent(true);
          }}
        >
          {organisations.length > 1 ? (
            <SelectField
              name="organisationId"
              label={t('declare.organisation')}
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            <p>
              {t('declare.organisation')} <strong>{first?.name}</strong>
            </p>
          )}
          <RadioField
            name="role"
            label={t('declare.role')}
            defaultValue={role}
            choices={AGENT_ROLES.map((value) => ({ value, label: t(`role.${value}`), hint: t(`roleText.${value}`) }))}
            onPick={setRole}
          />
          {role === 'manages' || role === 'lists' ? (
            <TextField name="until" type="date" label={t('declare.until')} help={t('declare.untilHelp')} isOptional={role === 'lists'} />
          ) : null}
          <TextAreaField
            name="proof.text"
            label={t('declare.proof')}
            help={t(role === 'signals' ? 'declare.proofHelpSignals' : 'declare.proofHelp')}
            rows={3}
            maxLength={2000}
            isOptional={role === 'signals'}
          />
          <TextField
            name="proof.reference"
            label={t('declare.reference')}
            help={t('declare.referenceHelp')}
            isOptional
            autoComplete="off"
            maxLength={200}
          />
          <TextField name="proof.date" type="date" label={t('declare.date')} isOptional={role === 'signals'} />
          <p className="field-help">{t('declare.again')}</p>
        </ActButton>
      </div>
      <div role="status">{isSent ? <Notice tone="good" title={t('declare.sent')} /> : null}</div>
    </div>
  );
}

/** A signal needs no proof: an empty one is not sent. The other roles send theirs as typed, so that what lacks is said under its field. */
function termAndProof(role: AgentRole, answers: Answers) {
  const text = answers['proof.text'] ?? '';
  const date = answers['proof.date'] ?? '';
  const isProved = role !== 'signals' || text.trim() !== '' || date !== '';
  return {
    until: orNull(answers['until']),
    proof: isProved ? { text, date, reference: orNull(answers['proof.reference']) } : null,
  };
}
