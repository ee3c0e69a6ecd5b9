import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { LinkButton } from '../../../ui/link-button';
import { Notice } from '../../../ui/notice';
import { askRegister, type ClaimStart, type Kind, type RegisterAnswer } from './claim-types';

interface ClaimLookUpProps {
  readonly kind: Kind;
  readonly onBack: () => void;
  readonly onFound: (start: ClaimStart) => void;
}

/** An RNA number begins with a W; anything else is read as a SIRET, and the server says what is wrong with it. */
function numberOf(typed: string): { readonly siret: string } | { readonly rna: string } {
  return /^\s*w/i.test(typed) ? { rna: typed } : { siret: typed };
}

export function ClaimLookUp({ kind, onBack, onFound }: ClaimLookUpProps) {
  const { t } = useTranslation('organisations');
  const [taken, setTaken] = useState<RegisterAnswer['organisation']>(null);
  const without: ClaimStart = { kind, siret: null, rna: null, body: null, knownAs: null };
  return (
    <div className="stack">
      <Form
        submit={t('claim.lookUp')}
        actions={
          <Button look="quiet" onClick={onBack}>
            {t('claim.back')}
          </Button>
        }
        onSend={async ({ siret: typed = '' }) => {
          setTaken(null);
          const number = numberOf(typed);
          const { body, organisation } = await askRegister(number);
          if (organisation?.hasMembers) {
            setTaken(organisation);
            return;
          }
          onFound({ ...without, ...number, body, knownAs: organisation?.name ?? null });
        }}
      >
        <TextField
          name="siret"
          label={t('claim.number')}
          help={kind === 'ess' ? t('claim.numberHelpEss') : t('claim.numberHelpOwner')}
          autoComplete="off"
          inputMode="text"
          spellCheck={false}
          maxLength={40}
        />
      </Form>
      {taken ? (
        <Notice
          tone="warning"
          role="alert"
          title={t('claim.takenTitle', { name: taken.name })}
          actions={
            <LinkButton to="/organisations/$organisationId" params={{ organisationId: taken.id }} look="primary" size="small">
              {t('claim.takenAction')}
            </LinkButton>
          }
        >
          <p>{t('claim.taken')}</p>
        </Notice>
      ) : null}
      <div className="form-actions">
        <Button look="quiet" onClick={() => onFound(without)}>
          {kind === 'ess' ? t('claim.noNumberEss') : t('claim.noNumberOwner')}
        </Button>
      </div>
    </div>
  );
}
