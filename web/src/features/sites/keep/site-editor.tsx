import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { SavingLine } from '../../../ui/saved/saved-parts';
import type { KeptSite } from './keep.queries';
import { StandingDesk } from '../standing/standing-desk';
import { KeptCompleteness } from './kept-completeness';
import { KeptHistory } from './kept-history';
import { KeptLife } from './kept-life';
import { type CommunePicker, LocationSection } from './kept-location';
import { OffersSection, PremisesSection } from './kept-parts';
import { ContactSection, FactsSections, IdentitySection, LandSection, LivingSection, PropertySection } from './kept-sections';
import { SaverContext, useSaver } from './use-saver';
import './keep.css';

const SECTIONS = [
  'identity',
  'location',
  'premises',
  'offers',
  'features',
  'land',
  'constraints',
  'uses',
  'property',
  'contact',
  'photos',
] as const;

interface SiteEditorProps {
  readonly site: KeptSite;
  readonly communePicker: CommunePicker;
  /** Photos and documents of the place. */
  readonly photos: React.ReactNode;
  /** The other sheets of what may be the same place. */
  readonly twins: React.ReactNode;
}

/** The whole sheet of a place as its members write it, section by section; nothing is to be saved by hand. */
export function SiteEditor({ site, communePicker, photos, twins }: SiteEditorProps) {
  const { t } = useTranslation(['keep', 'participation']);
  const saver = useSaver(site);
  return (
    <SaverContext value={saver}>
      <div className="kept-columns">
        <div className="kept-standing stack">
          <KeptLife site={site} />
          <KeptCompleteness completeness={site.completeness} />
          <nav aria-label={t('keep:sections.label')}>
            <ul className="kept-nav">
              {SECTIONS.map((section) => (
                <li key={section}>
                  <a href={`#${section}`}>{t(`keep:sections.${section}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div className="stack">
          {saver.canEdit ? <SavingLine saver={saver} /> : <Notice>{t('keep:readOnly')}</Notice>}
          <IdentitySection />
          <LivingSection />
          <LocationSection communePicker={communePicker} />
          <PremisesSection />
          <OffersSection />
          <FactsSections />
          <LandSection />
          <PropertySection />
          <ContactSection />
          <Panel id="photos" title={t('keep:sections.photos')}>
            {photos}
          </Panel>
          <Panel id="standing" title={t('participation:standing.title')}>
            <StandingDesk siteId={site.id} />
          </Panel>
          {twins}
          <KeptHistory site={site} />
        </div>
      </div>
    </SaverContext>
  );
}
