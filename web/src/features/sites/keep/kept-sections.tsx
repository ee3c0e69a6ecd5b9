import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/card';
import { ACTIVITIES, CONDITIONS, CONSTRAINTS, FEATURES, OWNER_KINDS, PROPERTY_STATUSES, SITE_KINDS, USES } from '../site-words';
import { KeptChecks, KeptFacts } from './kept-facts';
import { KeptNumber, KeptSelect, KeptText } from './kept-controls';
import { useKept } from './use-saver';

export function IdentitySection() {
  const { t } = useTranslation(['keep', 'vocabulary']);
  const options = <W extends string>(words: readonly W[], label: (word: W) => string) =>
    words.map((value) => ({ value, label: label(value) }));
  return (
    <Panel id="identity" title={t('keep:sections.identity')}>
      <div className="stack">
        <KeptText path="name" maxLength={160} />
        <KeptSelect path="kind" options={options(SITE_KINDS, (word) => t(`vocabulary:kind.${word}`))} />
        <KeptText path="summary" help={t('keep:help.summary')} rows={2} maxLength={300} />
        <KeptText path="description" help={t('keep:help.description')} rows={6} maxLength={6000} />
        <div className="form-row">
          <KeptSelect
            path="condition"
            blank={t('keep:unknown')}
            options={options(CONDITIONS, (word) => t(`vocabulary:condition.${word}`))}
          />
          <KeptText path="formerActivity" maxLength={300} />
        </div>
        <div className="form-row">
          <KeptSelect
            path="ownerKind"
            blank={t('keep:unknown')}
            options={options(OWNER_KINDS, (word) => t(`vocabulary:ownerKind.${word}`))}
          />
          <KeptText path="ownerName" maxLength={160} />
        </div>
      </div>
    </Panel>
  );
}

/** Who runs a tiers-lieu that is there, and what is done in it. */
export function LivingSection() {
  const { t } = useTranslation(['keep', 'vocabulary']);
  const { site } = useKept();
  if (site.fields.kind !== 'tiers_lieu') return null;
  return (
    <Panel id="living" title={t('keep:sections.living')}>
      <div className="stack">
        <p className="field-help">{t('keep:help.living')}</p>
        <KeptText path="runBy" help={t('keep:help.runBy')} maxLength={160} />
        <KeptChecks
          path="activitiesHere"
          legend={t('keep:field.activitiesHere')}
          words={ACTIVITIES}
          label={(word) => t(`vocabulary:activity.${word}`)}
        />
        <KeptText path="website" help={t('keep:help.website')} maxLength={300} />
      </div>
    </Panel>
  );
}

export function LandSection() {
  const { t } = useTranslation('keep');
  return (
    <Panel id="land" title={t('sections.land')}>
      <div className="stack">
        <div className="form-row">
          <KeptNumber path="landAreaM2" unit={t('unit.m2')} />
          <KeptNumber path="footprintM2" unit={t('unit.m2')} />
          <KeptNumber path="buildingCount" />
        </div>
        <div className="form-row">
          <KeptNumber path="builtYear" />
          <KeptNumber path="vacantSince" />
        </div>
        <div className="form-row">
          <KeptText path="planningDocument" maxLength={120} />
          <KeptText path="planningZone" maxLength={60} />
        </div>
        <KeptText path="surroundings" help={t('help.surroundings')} rows={3} maxLength={1000} />
      </div>
    </Panel>
  );
}

export function FactsSections() {
  const { t } = useTranslation(['keep', 'vocabulary']);
  return (
    <>
      <Panel id="features" title={t('keep:sections.features')}>
        <KeptFacts
          path="features"
          legend={t('keep:sections.features')}
          words={FEATURES}
          label={(word) => t(`vocabulary:feature.${word}`)}
        />
      </Panel>
      <Panel id="constraints" title={t('keep:sections.constraints')}>
        <KeptFacts
          path="constraints"
          legend={t('keep:sections.constraints')}
          words={CONSTRAINTS}
          label={(word) => t(`vocabulary:constraint.${word}`)}
        />
      </Panel>
      <Panel id="uses" title={t('keep:sections.uses')}>
        <KeptFacts path="uses" legend={t('keep:sections.uses')} words={USES} label={(word) => t(`vocabulary:use.${word}`)} />
      </Panel>
    </>
  );
}

export function PropertySection() {
  const { t } = useTranslation(['keep', 'vocabulary']);
  return (
    <Panel id="property" title={t('keep:sections.property')}>
      <div className="stack">
        <KeptSelect
          path="propertyStatus"
          help={t('keep:help.propertyStatus')}
          blank={t('keep:unknown')}
          options={PROPERTY_STATUSES.map((value) => ({ value, label: t(`vocabulary:propertyStatus.${value}`) }))}
        />
        <KeptText path="propertyAct" help={t('keep:help.propertyAct')} maxLength={300} />
        <div className="form-row">
          <KeptText path="propertyActDate" type="date" />
          <KeptText path="propertyActReference" maxLength={120} />
        </div>
      </div>
    </Panel>
  );
}

export function ContactSection() {
  const { t } = useTranslation('keep');
  return (
    <Panel id="contact" title={t('sections.contact')}>
      <div className="stack">
        <KeptText path="contactPublic" help={t('help.contactPublic')} maxLength={300} />
        <KeptText path="contactEmail" help={t('help.contactEmail')} type="email" maxLength={254} />
      </div>
    </Panel>
  );
}
