import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { TextField } from '../../ui/form/fields';
import { type Agreement, type Condition, useKeepAgreement } from './agreements.queries';

/** What must be proved before anybody signs, each with its proof once there is one. */
export function ConditionsPanel({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { conditions } = agreement.terms;
  return (
    <Panel id="conditions" title={t('part.conditions')}>
      {conditions.length === 0 ? <p>{t('conditions.none')}</p> : null}
      <ul className="row-list">
        {conditions.map((condition) => (
          <ConditionRow key={condition.id} condition={condition} agreement={agreement} />
        ))}
      </ul>
    </Panel>
  );
}

function ConditionRow({ condition, agreement }: { readonly condition: Condition; readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const keep = useKeepAgreement();
  const met = agreement.conditionsMet.find(({ id }) => id === condition.id);
  const { today, actions } = agreement;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{condition.label}</p>
        <p>{t(`conditionKind.${condition.kind}`)}</p>
        <p className="agreement-said">
          {met ? t('conditions.met', { day: formatDay(met.metOn, currentLanguage()), proof: met.proof }) : t('conditions.unmet')}
        </p>
      </div>
      {actions.meetAgreementCondition === null ? (
        <ActButton
          label={t('act.prove')}
          about={condition.label}
          title={condition.label}
          submit={t('act.prove')}
          onSend={(answers) =>
            keep(
              unwrap(
                api.POST('/api/agreements/{id}/conditions/{conditionId}', {
                  params: { path: { id: agreement.id, conditionId: condition.id } },
                  body: { metOn: answers['metOn'] ?? '', proof: answers['proof'] ?? '' },
                }),
              ),
            )
          }
        >
          <TextField name="proof" label={t('act.proof')} help={t('act.proofHelp')} defaultValue={met?.proof ?? ''} maxLength={500} />
          <TextField name="metOn" type="date" label={t('act.metOn')} defaultValue={met?.metOn ?? today} max={today} />
        </ActButton>
      ) : null}
    </li>
  );
}
