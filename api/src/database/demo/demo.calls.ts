import { parisInstant } from '../../platform/paris-time.js';
import { CALL_STARTS, type CallTemplate } from '../../modules/calls/call.templates.js';

interface DemoCall {
  readonly key: string;
  readonly organisation: string;
  readonly title: string;
  readonly template: CallTemplate;
  readonly territory: string;
  readonly summary: string;
  readonly description: string;
  /** Days from now. */
  readonly opens: number;
  /** Of a call in two steps, the end of the first. */
  readonly firstCloses?: number;
  readonly closes: number;
  readonly state: 'published' | 'unsuccessful' | 'under_review' | 'results_published';
  readonly reason?: string;
  /** Places of the call; without any it is a call by zone. */
  readonly lots?: readonly string[];
  readonly shown?: object;
}

/** Invented calls: one that can be answered, one in two steps whose outlines are read, one to come, one that ended without a choice, one whose jury reads, one whose results are published. */
const CALLS: readonly DemoCall[] = [
  {
    key: 'plateau-ateliers',
    organisation: 'plateau',
    title: 'Un atelier partagé pour le plateau',
    template: 'premises',
    territory: 'department:52',
    summary: 'L’intercommunalité soutient un projet qui remet en usage un local vide du département : réparation, réemploi ou fabrication.',
    description:
      'Proposez un lieu et un projet. L’intercommunalité accompagne l’installation et prend à sa charge la première année de loyer.\n\nCet appel est inventé pour la démonstration.',
    opens: -6,
    closes: 34,
    state: 'published',
  },
  {
    key: 'plateau-escale',
    organisation: 'plateau',
    title: 'Une escale solidaire sur le plateau',
    template: 'two_steps',
    territory: 'department:52',
    summary:
      'Deux pages d’abord, le dossier complet ensuite : l’intercommunalité cherche qui tiendra une escale ouverte aux voyageurs et aux habitants.',
    description:
      'La première étape est close ; les réponses sont lues. Les organisations présélectionnées auront un mois pour le dossier complet.\n\nCet appel est inventé pour la démonstration.',
    opens: -40,
    firstCloses: -5,
    closes: 32,
    state: 'published',
  },
  {
    key: 'terres-jardins',
    organisation: 'terres',
    title: 'Des jardins nourriciers sur les terres en attente',
    template: 'land',
    territory: 'department:10',
    summary: 'Des parcelles portées par l’établissement foncier attendent un usage provisoire : maraîchage, vergers, jardins partagés.',
    description:
      'Les terrains sont dépollués. La convention dure trois ans et peut être renouvelée.\n\nCet appel est inventé pour la démonstration.',
    opens: 12,
    closes: 61,
    state: 'published',
  },
  {
    key: 'rails-halles',
    organisation: 'rails',
    title: 'Une seconde vie pour une halle à marchandises',
    template: 'building',
    territory: 'department:21',
    summary: 'Un premier appel pour réemployer une halle ; aucun dossier ne remplissait les conditions.',
    description: 'Cet appel est inventé pour la démonstration.',
    opens: -90,
    closes: -40,
    state: 'unsuccessful',
    reason:
      'Aucun des deux dossiers reçus ne présentait un financement des travaux. Un nouvel appel sera préparé avec un premier lot de travaux.',
  },
  {
    key: 'rivets-halles',
    organisation: 'terres',
    title: 'Les halles de la Friche des Rivets',
    template: 'building',
    territory: 'department:52',
    summary: 'Deux halles dépolluées cherchent des activités qui emploient et qui réparent. L’appel est clos ; le jury lit les dossiers.',
    description: 'Cet appel est inventé pour la démonstration.',
    opens: -50,
    closes: -6,
    state: 'under_review',
    lots: ['bologne-rivets'],
  },
  {
    key: 'pavillon',
    organisation: 'bourg',
    title: 'Le Pavillon des curistes cherche une activité',
    template: 'building',
    territory: 'department:52',
    summary: 'La commune confie son pavillon à une organisation qui le fera vivre toute l’année. Les résultats sont publiés.',
    description: 'Cet appel est inventé pour la démonstration.',
    opens: -150,
    closes: -90,
    state: 'results_published',
    lots: ['bourbonne-thermes'],
    shown: { jury: true, ranking: true, applicants: 'names' },
  },
];

interface Dates {
  readonly day: (daysFromNow: number) => string | null;
  readonly instant: (daysAgo: number) => string;
}

/** Rows of the table of calls. Opening at eight and closing at 23:59, as clocks in Paris read. */
export function callRows(dates: Dates, idOf: (name: string) => string): Readonly<Record<string, unknown>>[] {
  return CALLS.map(
    ({ key, organisation, title, template, territory, summary, description, opens, firstCloses, closes, state, reason, shown }) => ({
      id: idOf(`call:${key}`),
      organisation_id: idOf(`organisation:${organisation}`),
      state,
      state_reason: reason ?? null,
      version: 1,
      title,
      summary,
      description,
      territory_id: territory,
      opens_at: parisInstant(`${dates.day(opens)}T08:00`),
      closes_at: parisInstant(`${dates.day(closes)}T23:59`),
      first_closes_at: firstCloses === undefined ? null : parisInstant(`${dates.day(firstCloses)}T23:59`),
      ...startOf(template),
      jury: {
        members: [
          { who: 'Présidente de la commission du patrimoine', chair: true },
          { who: 'Représentant des habitants', chair: false },
          { who: 'Réseau local de l’économie sociale et solidaire', chair: false },
        ],
        quorum: 2,
      },
      shown: shown ?? { jury: true, ranking: false, applicants: 'count' },
      demo: true,
      published_at: dates.instant(Math.max(1, 3 - opens)),
      created_at: dates.instant(Math.max(2, 10 - opens)),
      updated_at: dates.instant(Math.max(1, 3 - opens)),
    }),
  );
}

function startOf(template: CallTemplate) {
  const { firstStep = null, ...start } = CALL_STARTS[template];
  return { ...start, first_step: firstStep };
}

export function callLotRows(idOf: (name: string) => string): Readonly<Record<string, unknown>>[] {
  return CALLS.flatMap(({ key, lots = [] }) =>
    lots.map((lot, position) => ({ call_id: idOf(`call:${key}`), site_id: idOf(`site:${lot}`), position })),
  );
}
