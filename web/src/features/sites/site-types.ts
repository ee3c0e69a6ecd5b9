import type { components } from '../../api/schema.gen';

export type SiteCard = components['schemas']['SiteCard'];
export type SitePage = components['schemas']['SitePage'];
export type SiteFacets = components['schemas']['SiteFacets'];
export type SiteKind = SiteCard['kind'];
export type SiteState = SiteCard['state'];
export type Shelf = components['schemas']['Shelf'];
export type Tenure = SiteCard['tenures'][number];
export type Feature = SiteCard['features'][number];
export type OwnerKind = NonNullable<SiteCard['ownerKind']>;
export type SiteView = components['schemas']['Site'];
export type Premises = components['schemas']['Premises'];
export type Offer = components['schemas']['Offer'];
export type FactSource = components['schemas']['FactSource'];
export type ShownPhoto = components['schemas']['ShownPhoto'];
export type ShownDocument = components['schemas']['ShownDocument'];
