import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/card';
import { Disclosure } from '../../../ui/disclosure';
import { ACTIVITIES, CONDITIONS, FEATURES, TENURES, USES } from '../site-words';
import { KeptChecks, KeptFacts } from './kept-facts';
import { KeptNumber, KeptSelect, KeptText, KeptYesNo } from './kept-controls';
import { useKept } from './use-saver';

const YEAR_OF_EUROS_A_MONTH = 1_200;
const EUROS = 100;
const WORKS_PAID_BY = ['owner', 'occupant', 'shared'] as const;

/** What can be taken: each set of premises with its own size, access, power and works. */
export function PremisesSection() {
  const { t } = useTranslation('keep');
  const { site, change, canEdit } = useKept();
  return (
    <Panel id="premises" title={t('sections.premises')}>
      <div className="stack">
        {site.fields.premises.length === 0 ? <p>{t('premises.none')}</p> : null}
        {site.fields.premises.map(({ id, name }) => (
          <Part key={id} title={name} remove={<Removal list="premises" id={id} name={name} />}>
            <PremisesFields path={`premises.${id}`} />
          </Part>
        ))}
        {canEdit ? (
          <div className="form-actions">
            <Button
              icon={<Plus aria-hidden size={18} />}
              onClick={() =>
                void change('premises', { addPremises: [{ name: `${t('premises.newName')} ${String(site.fields.premises.length + 1)}` }] })
              }
            >
              {t('premises.add')}
            </Button>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

function Part({ title, remove, children }: { readonly title: string; readonly remove: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="kept-part stack" aria-label={title}>
      <div className="panel-head">
        <h3>{title}</h3>
        {remove}
      </div>
      {children}
    </section>
  );
}

function Removal({ list, id, name }: { readonly list: 'premises' | 'offers'; readonly id: string; readonly name: string }) {
  const { t } = useTranslation('keep');
  const { change, canEdit } = useKept();
  if (!canEdit) return null;
  return (
    <ActButton
      label={t(`${list}.remove`)}
      about={name}
      look="quiet"
      title={t(`${list}.removeTitle`)}
      submit={t(`${list}.remove`)}
      onSend={() => change(list, { [list]: { [id]: null } })}
    >
      <p>{t(`${list}.removeText`)}</p>
    </ActButton>
  );
}

function PremisesFields({ path }: { readonly path: string }) {
  const { t } = useTranslation(['keep', 'vocabulary']);
  const at = (field: string) => `${path}.${field}`;
  const unknown = t('keep:unknown');
  return (
    <>
      <div className="form-row">
        <KeptText path={at('name')} maxLength={120} />
        <KeptSelect path={at('usedAs')} blank={unknown} options={USES.map((value) => ({ value, label: t(`vocabulary:use.${value}`) }))} />
      </div>
      <div className="form-row">
        <KeptNumber path={at('floorAreaM2')} unit={t('keep:unit.m2')} />
        <KeptNumber path={at('divisibleFromM2')} unit={t('keep:unit.m2')} help={t('keep:help.divisibleFromM2')} />
      </div>
      <div className="form-row">
        <KeptNumber path={at('floorLevel')} />
        <KeptNumber path={at('ceilingHeightCm')} unit={t('keep:unit.cm')} />
        <KeptSelect
          path={at('condition')}
          blank={unknown}
          options={CONDITIONS.map((value) => ({ value, label: t(`vocabulary:condition.${value}`) }))}
        />
      </div>
      <KeptText path={at('access')} help={t('keep:help.access')} maxLength={500} />
      <div className="form-row">
        <KeptNumber path={at('powerKva')} unit={t('keep:unit.kva')} />
        <KeptSelect
          path={at('powerPhases')}
          blank={unknown}
          options={(['1', '3'] as const).map((value) => ({ value, label: t(`keep:phases.${value}`) }))}
          read={Number}
        />
      </div>
      <div className="form-row">
        <KeptText path={at('erpType')} help={t('keep:help.erpType')} maxLength={3} />
        <KeptNumber path={at('erpCategory')} />
        <KeptNumber path={at('erpCapacity')} />
      </div>
      <div className="form-row">
        <KeptText path={at('worksNeeded')} help={t('keep:help.worksNeeded')} maxLength={1000} />
        <KeptSelect
          path={at('worksPaidBy')}
          blank={unknown}
          options={WORKS_PAID_BY.map((value) => ({ value, label: t(`keep:worksPaidBy.${value}`) }))}
        />
      </div>
      <Disclosure summary={t('keep:premises.more')}>
        <div className="stack">
          <KeptFacts
            path={at('features')}
            legend={t('keep:field.features')}
            words={FEATURES}
            label={(word) => t(`vocabulary:feature.${word}`)}
          />
          <KeptFacts path={at('uses')} legend={t('keep:field.uses')} words={USES} label={(word) => t(`vocabulary:use.${word}`)} />
        </div>
      </Disclosure>
    </>
  );
}

/** On which terms the place, or some of its premises, can be had. */
export function OffersSection() {
  const { t } = useTranslation('keep');
  const { site, change, canEdit } = useKept();
  return (
    <Panel id="offers" title={t('sections.offers')}>
      <div className="stack">
        {site.fields.offers.length === 0 ? <p>{t('offers.none')}</p> : null}
        {site.fields.offers.map(({ id }, index) => {
          const title = t('offers.one', { number: index + 1 });
          return (
            <Part key={id} title={title} remove={<Removal list="offers" id={id} name={title} />}>
              <OfferFields path={`offers.${id}`} />
            </Part>
          );
        })}
        {canEdit ? (
          <div className="form-actions">
            <Button icon={<Plus aria-hidden size={18} />} onClick={() => void change('offers', { addOffers: [{}] })}>
              {t('offers.add')}
            </Button>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

function OfferFields({ path }: { readonly path: string }) {
  const { t } = useTranslation(['keep', 'vocabulary']);
  const { site } = useKept();
  const at = (field: string) => `${path}.${field}`;
  return (
    <>
      <div className="form-row">
        <KeptSelect
          path={at('premisesId')}
          blank={t('keep:wholePlace')}
          options={site.fields.premises.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <KeptSelect
          path={at('tenure')}
          blank={t('keep:unknown')}
          options={TENURES.map((value) => ({ value, label: t(`vocabulary:tenure.${value}`) }))}
        />
      </div>
      <div className="form-row">
        <KeptNumber path={at('rentCentsPerYear')} unit={t('keep:unit.eurosPerMonth')} factor={YEAR_OF_EUROS_A_MONTH} />
        <KeptNumber path={at('chargesCentsPerYear')} unit={t('keep:unit.eurosPerMonth')} factor={YEAR_OF_EUROS_A_MONTH} />
        <KeptNumber path={at('taxesCentsPerYear')} unit={t('keep:unit.eurosPerYear')} factor={EUROS} />
      </div>
      <div className="form-row">
        <KeptNumber path={at('depositCents')} unit={t('keep:unit.euros')} factor={EUROS} />
        <KeptNumber path={at('priceCents')} unit={t('keep:unit.euros')} factor={EUROS} />
      </div>
      <KeptText path={at('freeGround')} help={t('keep:help.freeGround')} maxLength={300} />
      <div className="form-row">
        <KeptText path={at('availableFrom')} type="date" />
        <KeptText path={at('availableUntil')} type="date" />
        <KeptSelect
          path={at('openEnded')}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`keep:facts.${value}`) }))}
          read={(option) => option === 'yes'}
          write={(value) => (value === true ? 'yes' : 'no')}
        />
      </div>
      <div className="form-row">
        <KeptNumber path={at('minTermMonths')} unit={t('keep:unit.months')} />
        <KeptNumber path={at('maxTermMonths')} unit={t('keep:unit.months')} />
      </div>
      <div className="form-row">
        <KeptNumber path={at('worksCentsEstimate')} unit={t('keep:unit.euros')} factor={EUROS} />
        <KeptYesNo path={at('worksPaidByOwner')} />
      </div>
      <Disclosure summary={t('keep:field.activitiesWelcome')}>
        <KeptChecks
          path={at('activitiesWelcome')}
          legend={t('keep:field.activitiesWelcome')}
          words={ACTIVITIES}
          label={(word) => t(`vocabulary:activity.${word}`)}
        />
      </Disclosure>
      <Disclosure summary={t('keep:field.activitiesExcluded')}>
        <KeptChecks
          path={at('activitiesExcluded')}
          legend={t('keep:field.activitiesExcluded')}
          words={ACTIVITIES}
          label={(word) => t(`vocabulary:activity.${word}`)}
        />
      </Disclosure>
    </>
  );
}
