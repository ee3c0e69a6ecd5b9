import type {
  Activity,
  Condition,
  Constraint,
  Feature,
  OwnerKind,
  SiteKind,
  SiteState,
  Tenure,
  Use,
} from '../../modules/sites/site.vocabulary.js';

/**
 * The demonstration data, as people write them. Everything is invented except the communes: no real owner, organisation or place.
 * A key left out is a blank, as in real life. Days count from the day the data are loaded, so that the demonstration never grows old.
 */
export interface DemoPremises {
  readonly name: string;
  readonly m2?: number;
  /** Can be divided: the smallest part that can be taken. */
  readonly fromM2?: number;
  readonly level?: number;
  readonly heightCm?: number;
  readonly condition?: Condition;
  readonly yes?: readonly Feature[];
  readonly no?: readonly Feature[];
  readonly erp?: readonly [type: string, category: number];
}

export interface DemoOffer {
  /** Position in the site's premises; left out: the whole place. */
  readonly part?: number;
  readonly tenure?: Tenure;
  /** Euros a month. */
  readonly rent?: number;
  readonly charges?: number;
  /** Euros a year. */
  readonly taxes?: number;
  readonly depositEuros?: number;
  readonly priceEuros?: number;
  readonly free?: string;
  /** Days from today. */
  readonly from?: number;
  readonly until?: number | 'open';
  readonly worksEuros?: number;
  readonly ownerPaysWorks?: boolean;
  readonly welcome?: readonly Activity[];
}

export interface DemoSite {
  readonly key: string;
  readonly kind: SiteKind;
  readonly name: string;
  /** INSEE code. */
  readonly commune: string;
  readonly lonLat: readonly [number, number];
  readonly shown?: 'commune' | 'after_contact';
  readonly address?: string;
  readonly summary: string;
  readonly description?: string;
  readonly state?: SiteState;
  readonly daysAgo: number;
  /** Key of an organisation of the demonstration. */
  readonly owner?: string;
  readonly ownerKind?: OwnerKind;
  readonly role?: 'owns' | 'manages' | 'lists' | 'signals';
  readonly property?: 'public_domain' | 'private_domain';
  readonly planning?: readonly [document: string, zone: string];
  readonly landM2?: number;
  readonly footprintM2?: number;
  readonly buildings?: number;
  readonly condition?: Condition;
  readonly built?: number;
  readonly vacantSince?: number;
  readonly formerly?: string;
  readonly yes?: readonly Feature[];
  readonly no?: readonly Feature[];
  readonly burdens?: readonly Constraint[];
  readonly noBurdens?: readonly Constraint[];
  /** Of a tiers-lieu: who runs it, what is done there, and its site. */
  readonly runBy?: string;
  readonly hosts?: readonly Activity[];
  readonly website?: string;
  readonly uses?: readonly Use[];
  readonly notUses?: readonly Use[];
  readonly parts?: readonly DemoPremises[];
  readonly offers?: readonly DemoOffer[];
  readonly history?: readonly { readonly daysAgo: number; readonly from?: SiteState; readonly to: SiteState; readonly reason?: string }[];
}

export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly kind: 'public_owner' | 'ess';
  readonly ownerKind?: OwnerKind;
  readonly legalForm?: 'association' | 'scic' | 'scop' | 'cooperative' | 'mutual' | 'foundation' | 'ess_company' | 'other';
  readonly statuses?: readonly ('EI' | 'AI' | 'ACI' | 'ETTI' | 'EITI' | 'GEIQ' | 'EA' | 'ESAT' | 'ESUS')[];
  readonly commune: string;
  readonly summary: string;
}

export interface DemoStop {
  readonly key: string;
  readonly name: string;
  readonly lonLat: readonly [number, number];
  readonly trains: number;
  readonly coaches: number;
  readonly sunday: number;
}
