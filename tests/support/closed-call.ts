import { uuidv7 } from 'uuidv7';
import { SMALL_FORM } from './calls.js';
import { PUBLIC_DOMAIN } from './legal.js';
import type { Product } from './product.js';
import { givenAdmissible } from './reviews.js';

export const GRID = {
  scaleMax: 5,
  criteria: [
    { id: 'utilite', label: 'Utilité sociale', weight: 60 },
    { id: 'moyens', label: 'Moyens', weight: 40 },
  ],
  tieBreak: ['utilite'],
};
export const FUNCTIONS = { chair: 'Présidente du jury', member: 'Membre du jury' } as const;

export interface ClosedCall {
  readonly callId: string;
  readonly lots: readonly [string, string];
  /** By the name of the organisation. */
  readonly files: Readonly<Record<string, string>>;
  readonly organisations: Readonly<Record<string, string>>;
  /** A direct request for the first place. */
  readonly request: string;
}

/** Two places in a call that has just closed, and six admitted files: who wishes for which. */
const WISHES: Readonly<Record<string, readonly number[]>> = {
  'L’Atelier commun': [0],
  'La Bobine': [0],
  'Les Carottes': [0, 1],
  'Le Dépôt': [1],
  'L’Étape': [1],
  'La Fabrique': [0],
};

export async function givenClosedCall(product: Product, owner: string): Promise<ClosedCall> {
  const row = async (table: string, columns: Record<string, unknown>): Promise<string> => {
    const line = { id: uuidv7(), ...columns };
    const names = Object.keys(line).join(', ');
    await product.sql(`insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`, [
      JSON.stringify(line),
    ]);
    return line.id;
  };
  const at = new Date().toISOString();
  const places = await product.sql(
    `update site set owner_organisation_id = $1, keeper_organisation_id = $1, state = 'under_call'
     where id in (select id from published_site where shelf = 'offered' order by id limit 2) returning id`,
    [owner],
  );
  const lots = places.map(({ id }) => String(id)) as [string, string];
  const callId = await row('call', {
    organisation_id: owner,
    state: 'draft',
    version: 1,
    title: 'Deux lieux cherchent leurs voisins',
    summary: 'Deux locaux de la gare attendent un projet utile.',
    opens_at: '2026-01-05T08:00:00Z',
    closes_at: new Date(Date.now() - 3_600_000).toISOString(),
    form: SMALL_FORM.map((section) => ({
      help: null,
      ...section,
      questions: section.questions.map((one) => ({ help: null, shownIf: null, ...one })),
    })),
    documents: [],
    eligibility: [],
    grid: { ...GRID, criteria: GRID.criteria.map((one) => ({ ...one, help: null })) },
    jury: {
      members: [
        { who: FUNCTIONS.chair, chair: true },
        { who: FUNCTIONS.member, chair: false },
      ],
      quorum: 2,
    },
    shown: { jury: true, ranking: true, applicants: 'names' },
    demo: false,
    created_at: at,
    updated_at: at,
  });
  for (const [position, site_id] of lots.entries())
    await product.sql('insert into call_lot values ($1, $2, $3)', [callId, site_id, position]);
  await product.sql(`update call set state = 'published', published_at = opens_at where id = $1`, [callId]);
  // An activity that is not economic: the law asks for the decision alone.
  await product.sql(`insert into legal_procedure (id, call_id, organisation_id) select id, id, organisation_id from call where id = $1`, [
    callId,
  ]);
  await product.sql(
    `insert into legal_answer (procedure_id, version, at, answers, rule, path, strict_because)
     values ($1, 1, now(), $2, 'public-not-economic', 'no_duty', '{}')`,
    [callId, JSON.stringify({ ...PUBLIC_DOMAIN, economic: 'no' })],
  );
  const db = { query: (statement: string, values?: unknown[]) => product.sql(statement, values) };
  const files: Record<string, string> = {};
  const organisations: Record<string, string> = {};
  for (const [name, wished] of Object.entries(WISHES)) {
    const common = {
      kind: 'ess',
      state: 'verified',
      origin: 'claimed',
      demo: false,
      second_factor_required: false,
      created_at: at,
      updated_at: at,
    };
    organisations[name] = await row('organisation', { name, ...common });
    files[name] = await givenAdmissible(
      { db },
      callId,
      organisations[name],
      wished.map((index) => lots[index] ?? ''),
    );
  }
  const request = await givenAdmissible({ db }, callId, organisations['L’Étape'] ?? '', [], { state: 'filed', siteId: lots[0] });
  return { callId, lots, files, organisations, request };
}

/** What readers lock without a page: everything they have not declared a link with. */
export async function lockScores(
  product: Product,
  reviewerIds: readonly string[],
  scores: Readonly<Record<string, readonly [number, number]>>,
): Promise<void> {
  for (const [applicationId, [utilite, moyens]] of Object.entries(scores)) {
    const given = {
      utilite: { score: utilite, justification: 'Un besoin réel' },
      moyens: { score: moyens, justification: 'Des moyens sûrs' },
    };
    await product.sql(
      `update review_reading set state = 'locked', scores = $3, declared_at = now(), locked_at = now(), updated_at = now()
       where reviewer_id = any($1) and application_id = $2 and state in ('assigned', 'scoring')`,
      [reviewerIds, applicationId, JSON.stringify(given)],
    );
  }
}
