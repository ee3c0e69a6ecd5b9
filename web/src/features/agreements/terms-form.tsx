import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { Panel } from '../../ui/card';
import { CheckboxGroup } from '../../ui/choices';
import { CheckField, RadioField } from '../../ui/form/choice-fields';
import { SelectField, TextAreaField, TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { Notice } from '../../ui/notice';
import { type Agreement, useKeepAgreement } from './agreements.queries';
import { ConditionsEditor } from './conditions-editor';
import { LawFields } from './law-fields';
import { termsOf } from './terms-edit';

const YEAR = 12;
const euros = (cents: number | null) => (cents === null ? undefined : String(cents / 100));

/** The draft as its owner writes it. A saved change makes another text, which the other side accepts again. */
export function TermsForm({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const keep = useKeepAgreement();
  const { id, version, terms, deeds, grounds, premisesOffered } = agreement;
  const [conditions, setConditions] = useState(terms.conditions);
  const [premises, setPremises] = useState<readonly string[]>(terms.premises);
  const [rent, setRent] = useState(terms.rent);
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  const limits = ({ minMonths, maxMonths, endDateNeeded }: Agreement['deeds'][number]) =>
    [
      minMonths === null
        ? null
        : minMonths % YEAR === 0
          ? t('bounds.minYears', { years: minMonths / YEAR })
          : minMonths > YEAR && minMonths % YEAR === 1
            ? t('bounds.moreYears', { years: (minMonths - 1) / YEAR })
            : t('bounds.min', { months: minMonths }),
      maxMonths === null
        ? null
        : maxMonths % YEAR === 0
          ? t('bounds.maxYears', { years: maxMonths / YEAR })
          : t('bounds.max', { months: maxMonths }),
      endDateNeeded ? t('bounds.end') : null,
    ]
      .filter((part) => part !== null)
      .join(', ');
  return (
    <Form
      label={t('part.terms')}
      submit={t('edit.save')}
      onSend={async (answers) => {
        const body = { ...termsOf(answers, conditions, premises), version };
        const saved = await keep(unwrap(api.PATCH('/api/agreements/{id}', { params: { path: { id } }, body })));
        setSavedVersion(saved.version);
      }}
    >
      <LawFields law={terms.law} />
      <Panel id="object" title={t('part.object')}>
        <div className="stack">
          <TextAreaField name="object" label={t('edit.object')} defaultValue={terms.object ?? ''} rows={3} maxLength={1000} />
          <TextAreaField
            name="use"
            label={t('edit.use')}
            help={t('edit.useHelp')}
            defaultValue={terms.use ?? ''}
            rows={2}
            maxLength={1000}
          />
          {premisesOffered.length === 0 ? null : (
            <CheckboxGroup
              id="premises"
              legend={t('edit.premises')}
              choices={premisesOffered.map((one) => ({ value: one.id, label: one.name }))}
              values={premises}
              onChange={setPremises}
            />
          )}
        </div>
      </Panel>
      <Panel id="term" title={t('part.term')}>
        <div className="stack">
          <SelectField
            name="deed"
            label={t('edit.deed')}
            help={t('edit.deedHelp')}
            blank={t('edit.noDeed')}
            defaultValue={terms.deed ?? ''}
            options={deeds.map((one) => ({
              value: one.deed,
              label: [t(`deed.${one.deed}`), limits(one)].filter((part) => part !== '').join(' — '),
            }))}
          />
          <div className="agreement-pair">
            <TextField name="startsOn" type="date" label={t('edit.startsOn')} defaultValue={terms.startsOn ?? ''} />
            <TextField name="endsOn" type="date" label={t('edit.endsOn')} defaultValue={terms.endsOn ?? ''} />
          </div>
          <CheckField name="openEnded" defaultChecked={terms.openEnded} hint={t('edit.openEndedHint')}>
            {t('edit.openEnded')}
          </CheckField>
          <TextField
            name="noticeMonths"
            inputMode="numeric"
            label={t('edit.notice')}
            defaultValue={terms.noticeMonths === null ? '' : String(terms.noticeMonths)}
          />
        </div>
      </Panel>
      <Panel id="price" title={t('part.price')}>
        <div className="stack">
          <RadioField
            name="rent"
            label={t('edit.rent')}
            {...(terms.rent === null ? {} : { defaultValue: terms.rent })}
            onPick={setRent}
            choices={[
              { value: 'paid', label: t('rent.paid') },
              { value: 'free', label: t('rent.free') },
            ]}
          />
          {rent === 'paid' ? (
            <TextField
              name="rentCentsPerYear"
              inputMode="decimal"
              label={t('edit.rentYear')}
              defaultValue={euros(terms.rentCentsPerYear)}
            />
          ) : null}
          {rent === 'free' ? (
            <>
              <SelectField
                name="freeGround"
                label={t('edit.ground')}
                blank={t('edit.noGround')}
                defaultValue={terms.freeGround ?? ''}
                options={grounds.map(({ ground, sources }) => ({
                  value: ground,
                  label: `${t(`ground.${ground}`)} (${sources.join(' ; ')})`,
                }))}
              />
              <TextAreaField name="freeMotive" label={t('edit.motive')} defaultValue={terms.freeMotive ?? ''} rows={2} maxLength={1000} />
            </>
          ) : null}
          <div className="agreement-pair">
            <TextField
              name="chargesCentsPerYear"
              inputMode="decimal"
              label={t('edit.charges')}
              defaultValue={euros(terms.chargesCentsPerYear)}
              isOptional
            />
            <TextField
              name="depositCents"
              inputMode="decimal"
              label={t('edit.deposit')}
              defaultValue={euros(terms.depositCents)}
              isOptional
            />
          </div>
        </div>
      </Panel>
      <Panel id="conditions" title={t('part.conditions')}>
        <ConditionsEditor conditions={conditions} onChange={setConditions} />
      </Panel>
      <Panel id="parties" title={t('part.parties')}>
        <div className="stack">
          <TextField name="ownerSigner" label={t('edit.ownerSigner')} defaultValue={terms.ownerSigner ?? ''} maxLength={200} />
          <TextField name="occupantSigner" label={t('edit.occupantSigner')} defaultValue={terms.occupantSigner ?? ''} maxLength={200} />
          <CheckField name="reportsYearly" defaultChecked={terms.reportsYearly}>
            {t('edit.reports')}
          </CheckField>
          <TextAreaField
            name="clauses"
            label={t('edit.clauses')}
            defaultValue={terms.clauses ?? ''}
            rows={8}
            maxLength={20000}
            isOptional
          />
        </div>
      </Panel>
      {savedVersion === version ? <Notice tone="good" role="status" title={t('edit.saved')} /> : null}
    </Form>
  );
}
