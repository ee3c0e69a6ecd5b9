import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/card';
import { ContributionList } from '../proposals/contribution-list';
import { CorrectionButton } from '../proposals/correction-button';
import type { SiteView } from '../site-types';
import { CONSTRAINTS, FEATURES, USES } from '../site-words';
import { AccessList } from './access-list';
import { CompletenessPanel } from './completeness-panel';
import { ContactNote } from './contact-note';
import { DocumentList } from './document-list';
import { FactList } from './fact-list';
import { HistoryLine } from './history-line';
import { LivingPanel } from './living-panel';
import { NearbyPlaces } from './nearby-places';
import { OfferList } from './offer-list';
import { PhotoGallery } from './photo-gallery';
import { PlaceHead } from './place-head';
import { PlaceLocation } from './place-location';
import { PremisesTable } from './premises-table';
import { PrintCode } from './print-code';
import { SourceList } from './source-list';
import { StateBanner } from './state-banner';
import { ThreeValuedList } from './three-valued-list';

/** For those who come to read a sheet, not for the first page of everyone. */
const StandingPanel = lazy(async () => ({ default: (await import('../standing/standing-panel')).StandingPanel }));

interface PlaceSheetProps {
  readonly site: SiteView;
  readonly action: ReactNode;
  /** Of a lead: who else looks at it. */
  readonly company?: ReactNode;
}

/** The whole sheet of a place, in the order people ask: what, how big, on which terms, how to come, who answers, says who. */
export function PlaceSheet({ site, action, company }: PlaceSheetProps) {
  const { t } = useTranslation(['place', 'vocabulary']);
  const isLead = site.shelf === 'lead';
  // Nobody offers a lead, nor a tiers-lieu that is only there.
  const isOffered = !isLead && site.shelf !== 'living';
  const standing = (
    <Suspense>
      <StandingPanel siteId={site.id} isKeeper={site.actions.includes('edit')} />
    </Suspense>
  );
  return (
    <article className="place-sheet">
      <PlaceHead site={site} action={action} />
      <StateBanner site={site} />
      <div className="sheet-columns">
        <div className="sheet-main">
          {isLead ? standing : null}
          {isLead ? company : null}
          {site.description ? (
            <Panel title={t('place:sections.description')} id="description">
              <p className="description">{site.description}</p>
            </Panel>
          ) : null}
          <LivingPanel site={site} />
          <PhotoGallery photos={site.photos.slice(1)} />
          {isOffered ? (
            <Panel title={t('place:sections.offers')} id="offers">
              <OfferList site={site} />
            </Panel>
          ) : null}
          {!isOffered && site.premises.length === 0 ? null : (
            <Panel title={t('place:sections.premises')} id="premises">
              <PremisesTable premises={site.premises} />
            </Panel>
          )}
          <Panel title={t('place:sections.facts')} id="facts">
            <FactList site={site} />
          </Panel>
          <Panel title={t('place:sections.features')} id="features">
            <ThreeValuedList words={FEATURES} facts={site.features} label={(word) => t(`vocabulary:feature.${word}`)} />
          </Panel>
          <Panel title={t('place:sections.constraints')} id="constraints">
            <ThreeValuedList words={CONSTRAINTS} facts={site.constraints} label={(word) => t(`vocabulary:constraint.${word}`)} noIsGood />
          </Panel>
          <Panel title={t('place:sections.uses')} id="uses">
            <ThreeValuedList words={USES} facts={site.uses} label={(word) => t(`vocabulary:use.${word}`)} />
          </Panel>
        </div>
        <div className="sheet-side">
          <Panel title={t('place:sections.location')} id="location">
            <PlaceLocation site={site} />
          </Panel>
          <Panel title={t('place:sections.access')} id="access">
            <AccessList access={site.access} />
          </Panel>
          <Panel title={t('place:contact.title')} id="contact">
            <ContactNote owner={site.owner} />
          </Panel>
          {!isOffered && site.documents.length === 0 ? null : <DocumentList documents={site.documents} />}
          <Panel title={t('place:sections.completeness')} id="completeness">
            <CompletenessPanel completeness={site.completeness} />
          </Panel>
          {isLead || site.shelf === null ? null : standing}
          <Panel title={t('place:sections.history')} id="history">
            <HistoryLine history={site.history} />
          </Panel>
          <Panel title={t('place:sections.sources')} id="sources">
            <div className="stack">
              <SourceList sources={site.sources} />
              <ContributionList contributions={site.contributions} />
              <CorrectionButton siteId={site.id} />
            </div>
          </Panel>
        </div>
      </div>
      <NearbyPlaces siteId={site.id} />
      <PrintCode path={`/lieux/${site.id}`} />
    </article>
  );
}
