import type { EntityManager } from 'typeorm';
import { refreshTransit } from '../../modules/imports/sourced-sites/transit.queries.js';
import { translateChangedProjects } from '../../modules/matching/reach/projects-reach.service.js';
import { need } from '../../modules/projects/needs.schemas.js';
import { loadTerritories } from '../../modules/territories/territories.load.js';
import { callLotRows, callRows } from './demo.calls.js';
import { juryRows } from './demo.jury.js';
import { DEMO_ORGANISATIONS } from './demo.organisations.js';
import { agreementRows, decisionRows, fileRows, interestRows, reviewRows } from './demo.procedures.js';
import { DEMO_PROJECTS } from './demo.projects.js';
import { calendar, demoId, historyRows, offerRows, premisesRows, provenanceRows, siteRow } from './demo.rows.js';
import { DEMO_SITES } from './demo.sites.js';
import { DEMO_STOPS } from './demo.stops.js';
import { type DemoStanding, describeDemo, insertRows, insertSites, lockDemo, readDemoStanding } from './demo.writes.js';

export interface LoadedDemo {
  readonly sites: number;
  readonly projects: number;
  readonly organisations: number;
}

/**
 * Loads the demonstration once: territories first when there are none, then places, projects and organisations, all or nothing.
 * Answers why nothing was done when it is there already, or was removed on purpose.
 */
export async function loadDemo(tx: EntityManager, at: Date, again = false): Promise<LoadedDemo | Exclude<DemoStanding, 'never_loaded'>> {
  await lockDemo(tx);
  const standing = await readDemoStanding(tx);
  if (standing === 'loaded' || (standing === 'removed' && !again)) return standing;
  const [known] = await tx.query<{ found: boolean }[]>(`select exists (select 1 from territory where kind = 'commune') as found`);
  if (!known?.found) await loadTerritories(tx, at);
  await describeDemo(tx, at);
  await loadOrganisations(tx, at);
  await loadStops(tx);
  await loadSites(tx, at);
  await loadProjects(tx, at);
  await loadCalls(tx, at);
  await translateChangedProjects(tx, at, DEMO_PROJECTS.length);
  return { sites: DEMO_SITES.length, projects: DEMO_PROJECTS.length, organisations: DEMO_ORGANISATIONS.length };
}

async function loadOrganisations(tx: EntityManager, at: Date): Promise<void> {
  await insertRows(
    tx,
    'organisation',
    DEMO_ORGANISATIONS.map((organisation) => ({
      id: demoId(`organisation:${organisation.key}`),
      name: organisation.name,
      kind: organisation.kind,
      owner_kind: organisation.ownerKind ?? null,
      legal_form: organisation.legalForm ?? null,
      commune_id: `commune:${organisation.commune}`,
      department_code: organisation.commune.startsWith('97') ? organisation.commune.slice(0, 3) : organisation.commune.slice(0, 2),
      summary: organisation.summary,
      origin: 'demo',
      state: 'verified',
      demo: true,
      dataset_id: 'demo',
      created_at: at.toISOString(),
      updated_at: at.toISOString(),
    })),
  );
  const statuses = DEMO_ORGANISATIONS.flatMap(({ key, statuses = [] }) =>
    statuses.map((status) => ({ organisation_id: demoId(`organisation:${key}`), status, dataset_id: 'demo' })),
  );
  await insertRows(tx, 'organisation_status', statuses);
}

/** Calls, and what followed some of them. The lots of a published call do not change: they are there before it is published. */
async function loadCalls(tx: EntityManager, at: Date): Promise<void> {
  const dates = calendar(at);
  const calls = callRows(dates, demoId);
  await insertRows(
    tx,
    'call',
    calls.map((call) => ({ ...call, state: 'draft', published_at: null })),
  );
  await insertRows(tx, 'call_lot', callLotRows(demoId));
  await tx.query(
    `update call c set state = g.state, published_at = g.published_at from jsonb_populate_recordset(null::call, $1) g where g.id = c.id`,
    [JSON.stringify(calls)],
  );
  const { applications, filings } = fileRows(dates, demoId);
  await insertRows(tx, 'application', applications);
  await insertRows(tx, 'application_filing', filings);
  await insertRows(tx, 'review', reviewRows(dates, demoId));
  const jury = juryRows(dates, demoId);
  await insertRows(tx, 'account', jury.accounts);
  await insertRows(tx, 'reviewer', jury.reviewers);
  await insertRows(tx, 'review_reading', jury.readings);
  await insertRows(tx, 'review_note', jury.notes);
  const decided = decisionRows(dates, demoId, calls.find(({ id }) => id === demoId('call:pavillon')) ?? {});
  await insertRows(tx, 'award', decided.award);
  await insertRows(tx, 'award_line', decided.lines);
  await insertRows(tx, 'decision_letter', decided.letters);
  const asked = interestRows(dates, demoId);
  await insertRows(tx, 'legal_procedure', asked.procedures);
  await insertRows(tx, 'legal_answer', asked.answers);
  await insertRows(tx, 'legal_notice', asked.notices);
  await insertRows(tx, 'interest', asked.interests);
  await insertRows(tx, 'interest_rival', asked.rivals);
  await insertRows(tx, 'agreement', agreementRows(dates, demoId));
}

async function loadStops(tx: EntityManager): Promise<void> {
  await insertRows(
    tx,
    'transit_stop',
    DEMO_STOPS.map((stop) => ({
      id: `demo:${stop.key}`,
      name: stop.name,
      point: { type: 'Point', coordinates: stop.lonLat, crs: { type: 'name', properties: { name: 'EPSG:4326' } } },
      departures_weekday: stop.trains + stop.coaches,
      trains_weekday: stop.trains,
      coaches_weekday: stop.coaches,
      departures_sunday: stop.sunday,
      line_count: Math.max(1, Math.round((stop.trains + stop.coaches) / 12)),
      dataset_id: 'demo',
    })),
  );
}

async function loadSites(tx: EntityManager, at: Date): Promise<void> {
  const dates = calendar(at);
  const sites = DEMO_SITES.map((site) => siteRow(site, dates));
  await insertSites(tx, sites, at);
  await insertRows(tx, 'premises', DEMO_SITES.flatMap(premisesRows));
  await insertRows(
    tx,
    'offer',
    DEMO_SITES.flatMap((site) => offerRows(site, dates)),
  );
  await insertRows(
    tx,
    'site_history',
    DEMO_SITES.flatMap((site) => historyRows(site, dates)),
  );
  const { sources, provenance } = provenanceRows(sites, at);
  await insertRows(tx, 'site_source', sources);
  await insertRows(tx, 'site_provenance', provenance);
  await refreshTransit(
    tx,
    sites.map((site) => site.id),
  );
}

async function loadProjects(tx: EntityManager, at: Date): Promise<void> {
  const dates = calendar(at);
  await insertRows(
    tx,
    'project',
    DEMO_PROJECTS.map((project) => ({
      id: demoId(`project:${project.key}`),
      organisation_id: demoId(`organisation:${project.organisation}`),
      state: project.state ?? 'open',
      name: project.name,
      activity: project.activity,
      stage: project.stage,
      public_summary: project.summary,
      public: !project.hidden,
      need: need.parse({ ...project.need, activity: project.activity, neededBy: dates.day(project.neededInDays) }),
      jobs_planned: project.jobs ?? null,
      insertion_hours_planned: project.insertionHours ?? null,
      demo: true,
      created_at: dates.instant(project.daysAgo),
      updated_at: dates.instant(project.daysAgo),
    })),
  );
}
