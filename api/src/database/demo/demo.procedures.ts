import { createHash } from 'node:crypto';
import { INTEREST_FORM } from '../../modules/applications/interest.form.js';
import { inputsOf } from '../../modules/legal/legal-procedure.view.js';
import { legalPath } from '../../modules/legal/legal-path.rules.js';
import type { LegalAnswers } from '../../modules/legal/legal.schemas.js';
import { parisInstant } from '../../platform/paris-time.js';
import { canonicalJson } from '../../platform/journal/act.js';
import { writeLetter } from '../../modules/decisions/letters.js';
import { composeDemoResults, DEMO_DECISION, DEMO_DEED, demoLines } from './demo.results.js';

type Row = Readonly<Record<string, unknown>>;
interface Dates {
  readonly day: (daysFromNow: number) => string | null;
  readonly instant: (daysAgo: number) => string;
}
type IdOf = (name: string) => string;

interface DemoFile {
  readonly key: string;
  readonly organisation: string;
  readonly call?: string;
  /** null: the call names no place. */
  readonly site: string | null;
  readonly state: 'under_review' | 'selected' | 'not_selected' | 'filed';
  readonly title: string;
  readonly words: string;
  readonly daysAgo: number;
}

/** Invented files: three outlines to shortlist, three that a jury reads, two that were decided, one whose agreement runs, one request made public. */
const FILES: readonly DemoFile[] = [
  {
    ...{
      key: 'rivets-rotonde',
      organisation: 'rotonde',
      call: 'rivets-halles',
      site: 'bologne-rivets',
      state: 'under_review',
      daysAgo: 17,
    },
    title: 'Une recyclerie des matériaux',
    words: 'Collecter, trier et revendre les matériaux des chantiers du département. Dix emplois en insertion la première année.',
  },
  {
    ...{ key: 'rivets-outils', organisation: 'outils', call: 'rivets-halles', site: 'bologne-rivets', state: 'under_review', daysAgo: 14 },
    title: 'Un grand atelier de réparation',
    words: 'Réparer l’électroménager à plus grande échelle et former vingt personnes par an au métier.',
  },
  {
    ...{
      key: 'rivets-virgule',
      organisation: 'virgule',
      call: 'rivets-halles',
      site: 'bologne-rivets',
      state: 'under_review',
      daysAgo: 11,
    },
    title: 'Une fabrique partagée',
    words: 'Un atelier bois et métal ouvert aux artisans, avec des stages pour les lycées professionnels.',
  },
  {
    ...{ key: 'pavillon-luzerne', organisation: 'luzerne', call: 'pavillon', site: 'bourbonne-thermes', state: 'selected', daysAgo: 100 },
    title: 'Une cantine au pavillon',
    words: 'Une cantine de quartier le midi, une conserverie l’après-midi, avec les maraîchers des environs.',
  },
  {
    ...{ key: 'pavillon-savon', organisation: 'savon', call: 'pavillon', site: 'bourbonne-thermes', state: 'not_selected', daysAgo: 98 },
    title: 'Une blanchisserie solidaire',
    words: 'Laver le linge des établissements voisins et employer quinze personnes handicapées.',
  },
  {
    ...{ key: 'tissage-rotonde', organisation: 'rotonde', site: 'roanne-tissage', state: 'selected', daysAgo: 470 },
    title: 'La recyclerie du tissage',
    words: 'Une recyclerie de quartier : collecte, tri, atelier et boutique.',
  },
  {
    ...{ key: 'faienciers-guidon', organisation: 'guidon', site: 'nevers-rotonde', state: 'filed', daysAgo: 24 },
    title: 'Une vélo-école sous la rotonde',
    words: 'Atelier de réparation de vélos, vélo-école pour adultes et location de longue durée, six jours sur sept.',
  },
  {
    ...{ key: 'escale-guidon', organisation: 'guidon', call: 'plateau-escale', site: null, state: 'filed', daysAgo: 20 },
    title: 'Une escale à vélo',
    words: 'Un abri, un atelier et douze lits pour les voyageurs à vélo, tenus par une équipe en insertion.',
  },
  {
    ...{ key: 'escale-luzerne', organisation: 'luzerne', call: 'plateau-escale', site: null, state: 'filed', daysAgo: 12 },
    title: 'La table du plateau',
    words: 'Une cantine et une épicerie de produits du plateau, ouvertes six jours sur sept.',
  },
  {
    ...{ key: 'escale-virgule', organisation: 'virgule', call: 'plateau-escale', site: null, state: 'filed', daysAgo: 7 },
    title: 'Un gîte et un bureau partagé',
    words: 'Des chambres simples à l’étage, un bureau partagé au rez-de-chaussée et une salle pour les associations.',
  },
];

const IN_TWO_STEPS = 'plateau-escale';

function answersOf(call: string | undefined, words: string) {
  if (call === undefined) return { projet: words, economique: ['oui'], duree: 36 };
  const common = { presentation: words, ess: ['statut'] };
  return call === IN_TWO_STEPS
    ? { ...common, projet: words, territoire: 'Un service qui manque aujourd’hui sur le plateau.', public: ['oui'], jauge: 30 }
    : common;
}

export function fileRows({ instant }: Dates, idOf: IdOf): { readonly applications: Row[]; readonly filings: Row[] } {
  const applications = FILES.map(({ key, organisation, call, site, state, title, words, daysAgo }, index) => ({
    id: idOf(`file:${key}`),
    call_id: call === undefined ? null : idOf(`call:${call}`),
    site_id: call === undefined ? idOf(`site:${site}`) : null,
    organisation_id: idOf(`organisation:${organisation}`),
    state,
    version: 1,
    title,
    answers: answersOf(call, words),
    lots: call === undefined || site === null ? [] : [idOf(`site:${site}`)],
    sources: {},
    form: call === undefined ? INTEREST_FORM : null,
    number: `DEMO-${String(index + 1).padStart(4, '0')}`,
    created_at: instant(daysAgo),
    updated_at: instant(daysAgo),
  }));
  const inSteps = new Set(FILES.filter(({ call }) => call === IN_TWO_STEPS).map(({ key }) => idOf(`file:${key}`)));
  const filings = applications.map(({ id, organisation_id: organisation, call_id: call, site_id: site, answers, lots, created_at: at }) => {
    const content = { answers, lots, files: [], ...(inSteps.has(id) ? { step: 'first' } : {}) };
    return {
      ...{ id: idOf(`filing:${id}`), application_id: id, sequence: 1, arrived_at: at, recorded_at: at },
      // The fingerprint that the service itself would give: what is written is what was filed.
      ...{ content, content_hash: hashOf({ application: id, organisation, call, site, ...content }) },
    };
  });
  return { applications, filings };
}

const MINUTES =
  'Le jury s’est réuni au complet. Les trois membres ont lu et noté les deux dossiers ; l’écart sur l’utilité du second a été débattu. Le classement est adopté à l’unanimité.';

export function reviewRows({ instant, day }: Dates, idOf: IdOf): Row[] {
  const [at, met] = [instant(50), instant(48)];
  return [
    {
      ...{ call_id: idOf('call:rivets-halles'), mode: 'full', quorum: 2, due_on: day(12), started_at: instant(3) },
      ...{ revealed_at: null, minutes: null, minutes_at: null },
    },
    {
      ...{ call_id: idOf('call:pavillon'), mode: 'full', quorum: 2, due_on: day(-45), started_at: instant(80) },
      ...{ revealed_at: at, minutes: MINUTES, minutes_at: met },
    },
  ];
}

/** The decision on the pavilion, its published results and the letters. */
export function decisionRows({ instant, day }: Dates, idOf: IdOf, call: Row): Readonly<Record<'award' | 'lines' | 'letters', Row[]>> {
  const published = instant(35);
  const decision = { ...DEMO_DECISION, decidedOn: day(-38) ?? '' };
  const results = composeDemoResults(call, { lot: idOf('site:bourbonne-thermes'), decision, publishedAt: published });
  const lines = demoLines().map(({ file, outcome, reasons }) => ({
    id: idOf(`award-line:${file}`),
    call_id: call['id'],
    site_id: idOf('site:bourbonne-thermes'),
    application_id: idOf(`file:${file}`),
    outcome,
    reasons,
  }));
  const award = {
    ...{ call_id: call['id'], deed_kind: 'civil_lease', authority_name: decision.authorityName },
    ...{ authority_function: decision.authorityFunction, decided_on: decision.decidedOn, reference: decision.reference },
    ...{ recorded_at: instant(37), results, results_hash: hashOf(results), published_at: published, updated_at: published },
  };
  const letters = demoLines().map(({ file, organisation, outcome, rank, points, reasons }) => {
    const number = `DEMO-${String(FILES.findIndex(({ key }) => key === file) + 1).padStart(4, '0')}`;
    const { criteria } = results.grid;
    const said = reasons.map(({ criterion, text }) => ({ label: criteria.find(({ id }) => id === criterion)?.label ?? '', text }));
    const line = { lot: 'Pavillon des curistes', outcome, waitingRank: null, rank, points, reasons: said };
    const facts = {
      owner: results.call.owner,
      call: results.call.title,
      organisation,
      number,
      deed: DEMO_DEED,
      decision,
      reason: null,
      on: published.slice(0, 10),
    };
    const content = writeLetter(outcome, { ...facts, lines: [line] });
    return { id: idOf(`letter:${file}`), application_id: idOf(`file:${file}`), kind: outcome, at: published, content };
  });
  return { award: [award], lines, letters };
}

/** A place asked for directly on the public domain: its request is public, and others may still declare themselves. */
export function interestRows(
  { instant, day }: Dates,
  idOf: IdOf,
): Readonly<Record<'procedures' | 'answers' | 'notices' | 'interests' | 'rivals', Row[]>> {
  const [application, site, owner] = [idOf('file:faienciers-guidon'), idOf('site:nevers-rotonde'), idOf('organisation:rails')];
  const answers: LegalAnswers = {
    ...{ role: 'owns', ordersForItself: 'no', ownerKind: 'sncf', status: 'public_domain', declassification: null, economic: 'yes' },
    ...{
      length: 'over_year',
      unlimitedTitles: 'no',
      deed: 'temporary_occupation',
      ground: null,
      motive: null,
      proof: 'Registre inventé, fiche 7',
    },
  };
  const { rule, path, strictBecause } = legalPath(inputsOf(answers, 'spontaneous'));
  const procedure = idOf('procedure:faienciers');
  const words = {
    kind: 'interest',
    title: 'Demi-rotonde des Faïenciers',
    what: 'Une association demande à occuper une travée de la demi-rotonde (300 m²) pour un atelier de vélos et une vélo-école, pendant trois ans. Avis inventé pour la démonstration.',
    shown_also: 'Affichage inventé, en mairie',
    how: 'Dites votre besoin et ce que vous proposez sur la page de l’avis, avant la fin du délai.',
    site_ids: [site],
    opens_at: instant(8),
    closes_at: parisInstant(`${day(22)}T23:59`)?.toISOString(),
  };
  return {
    procedures: [{ id: procedure, application_id: application, organisation_id: owner, version: 1 }],
    answers: [{ procedure_id: procedure, version: 1, at: instant(9), answers, rule, path, strict_because: strictBecause }],
    notices: [{ id: idOf('notice:faienciers'), procedure_id: procedure, ...words, published_at: instant(8), content_hash: hashOf(words) }],
    interests: [
      {
        ...{ id: idOf('interest:faienciers'), application_id: application, site_id: site, owner_id: owner, state: 'publicity_open' },
        ...{ received_at: instant(24), silence_counts: false, updated_at: instant(8) },
      },
    ],
    rivals: [
      {
        ...{ id: idOf('rival:faienciers'), interest_id: idOf('interest:faienciers'), organisation_id: idOf('organisation:bascule') },
        ...{ arrived_at: instant(2), need: 'Une travée de 400 m², à l’abri, accessible en camionnette.' },
        proposal: 'Un dépôt de matériaux de réemploi, ouvert aux habitants le samedi.',
      },
    ],
  };
}

/** The recyclerie of the weaving mill: in force, with two years and more to run. */
export function agreementRows({ instant, day }: Dates, idOf: IdOf): Row[] {
  const [startsOn, endsOn] = [day(-380), day(2_900)];
  const law = {
    status: 'private_domain',
    declassification: { act: 'Délibération inventée', date: '2024-02-06', reference: 'DEMO-2024-02' },
  };
  const unsaid = {
    railway: 'no',
    economic: 'yes',
    generalInterest: 'yes',
    microEnterprise: 'unknown',
    trader: 'unknown',
    solidarityLandBody: 'no',
  };
  const terms = {
    law: { ...law, ...unsaid },
    deed: 'civil_lease',
    object: 'Location du rez-de-chaussée du tissage pour une recyclerie. Convention inventée pour la démonstration.',
    use: 'Collecte, tri, atelier et boutique de réemploi.',
    premises: [idOf('premises:roanne-tissage:0')],
    ...{ startsOn, endsOn, openEnded: false, rent: 'paid', rentCentsPerYear: 1_080_000, freeGround: null, freeMotive: null },
    ...{ chargesCentsPerYear: 180_000, depositCents: 180_000, noticeMonths: 6, reportsYearly: true, clauses: null },
    conditions: [{ id: 'assurance', kind: 'insurance', label: 'Attestation d’assurance des locaux et de responsabilité civile' }],
    ownerSigner: 'La présidente de l’intercommunalité imaginaire',
    occupantSigner: 'La gérante de la coopérative inventée',
  };
  return [
    {
      ...{ id: idOf('agreement:tissage'), application_id: idOf('file:tissage-rotonde'), site_id: idOf('site:roanne-tissage') },
      ...{ owner_organisation_id: idOf('organisation:plateau'), occupant_organisation_id: idOf('organisation:rotonde'), state: 'signed' },
      ...{ version: 3, terms, starts_on: startsOn, ends_on: endsOn, accepted_version: 3, accepted_at: instant(400) },
      ...{
        owner_signed_on: day(-390),
        owner_signed_by: terms.ownerSigner,
        occupant_signed_on: day(-388),
        occupant_signed_by: terms.occupantSigner,
      },
      ...{ created_at: instant(420), updated_at: instant(388) },
    },
  ];
}

function hashOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
