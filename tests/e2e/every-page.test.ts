import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, DESKTOP, launchBrowser, PHONE, scrollsSideways, turnTo, visit, type VisitorOptions } from '../support/browser.js';
import { type Product, startProduct } from '../support/product.js';
import { givenAssociation, givenCommune, givenModerator, givenPerson, type SignedIn } from '../support/signed-in.js';

jest.setTimeout(240_000);

const LANGRES = 'in=department:52&near=5.33308,47.86263&nearName=Langres&radiusKm=40&floorMin=150&floorMax=300&budget=600&walk=10';
const PAGES = [
  '/',
  '/lieux',
  '/lieux?q=introuvable-nulle-part',
  '/besoin',
  '/besoin/espace',
  '/besoin/secteur',
  `/besoin/verification?${LANGRES}`,
  `/resultats?${LANGRES}`,
  '/favoris',
  '/comparer',
  '/appels',
  '/le-droit',
  '/avis',
  '/suivre/confirmer',
  '/suivre/gerer',
  '/suivre/arreter',
  '/proposer-un-lieu',
  '/propositions/confirmer',
  '/propositions/suivi',
  '/repondre',
  '/donner-un-avis',
  '/methode',
  '/a-propos',
  '/credits',
  '/accessibilite',
  '/mentions-legales',
  '/donnees-personnelles',
];

const ENTRY_PAGES = [
  '/organisations',
  '/organisations?q=introuvable-nulle-part',
  '/connexion',
  '/connexion?refus=identity-account-exists',
  '/connexion/lien',
  '/connexion/second-facteur',
  '/inscription',
  '/mot-de-passe-oublie',
  '/mot-de-passe',
  '/confirmer-adresse',
  '/changer-adresse',
  '/invitation',
  '/compte-efface',
  '/mes-notifications/arreter',
];

const ACCOUNT_PAGES = [
  '/mon-compte',
  '/mon-compte/securite',
  '/mon-compte/sessions',
  '/mon-compte/donnees',
  '/mon-compte/propositions',
  '/organisations/nouvelle',
  '/moderation',
  '/mes-projets',
  '/mes-appels',
  '/mon-bureau',
  '/evaluations',
  '/demandes',
  '/mes-candidatures',
  '/mes-candidatures/nouvelle',
  '/mes-notifications',
  '/mes-notifications/reglages',
  '/conventions',
  `/mes-projets/nouveau?${LANGRES}`,
];
const MANAGE_PAGES = ['', '/gerer', '/gerer/membres', '/gerer/justificatifs', '/gerer/reseau', '/gerer/journal'];
const MODERATION_PAGES = ['/moderation', '/moderation?state=verified', '/moderation/journal'];

/** Each width and theme with each language once. */
const VISITORS: readonly VisitorOptions[] = [
  { viewport: PHONE, language: 'fr', theme: 'dark' },
  { viewport: DESKTOP, language: 'en', theme: 'light' },
];
/** Pages of one browser looked at side by side: while one settles, another is examined. */
const LANES = 3;

describe('Every page', () => {
  let product: Product;
  let browser: Browser;
  let agent: SignedIn;
  let moderator: SignedIn;
  let memberPages: readonly string[];
  let moderationPages: readonly string[];
  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    [agent, moderator] = await Promise.all([
      givenPerson(product, 'mairie@langres.example', 'Camille Durand'),
      givenModerator(product, 'moderation@service.example'),
    ]);
    const commune = await givenCommune(agent);
    const association = await givenAssociation(agent);
    const project = await givenProject(agent, association);
    const place = await aPlace(product.url);
    const proof = { text: 'Acte notarié du 3 mars 2019, volume 12.', date: '2019-03-03' };
    await agent.send('PUT', `/api/sites/${place.slice('/lieux/'.length)}/agent-role`, { organisationId: commune, role: 'owns', proof });
    const sheet = async (name: string) =>
      String(
        (await agent.send('POST', '/api/sites', { organisationId: commune, name, kind: 'workshop', communeId: 'commune:52269' }))['id'],
      );
    const [one, other] = [await sheet('Halle aux grains'), await sheet('La halle aux grains')];
    memberPages = [
      ...ACCOUNT_PAGES,
      ...MANAGE_PAGES.map((part) => `/organisations/${commune}${part}`),
      place,
      `${place}/affiche`,
      `/comparer?ids=${await somePlaces(product.url, 4)}`,
      `/mes-demandes/${commune}`,
      `/mes-lieux/${one}`,
      `/mes-lieux/${one}/reunir`,
      `/mes-lieux/${one}/reunir?avec=${other}`,
      `/mes-projets/${project}`,
      `/mes-projets/${project}/besoin?${LANGRES}`,
    ];
    moderationPages = [...MODERATION_PAGES, `/moderation/organisations/${association}`];
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  /** What is wrong with these pages for this visitor: axe's findings, pages that scroll sideways, errors, requests to elsewhere. */
  async function faultsOf(paths: readonly string[], visitor: VisitorOptions): Promise<string[]> {
    const left = [...paths];
    const { page: first, faults, leave } = await visit(browser, product.url, visitor);
    const found: string[] = [];
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      const page = lane === 0 ? first : await first.context().newPage();
      await page.goto(`/a-propos?lang=${visitor.language ?? 'fr'}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      for (let path = left.shift(); path !== undefined; path = left.shift()) {
        await turnTo(page, `${path}${path.includes('?') ? '&' : '?'}lang=${visitor.language ?? 'fr'}`);
        found.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`));
        if (await scrollsSideways(page)) found.push(`${path} scrolls sideways`);
      }
    });
    await Promise.all(lanes);
    await leave();
    return [...found, ...faults];
  }

  test.each(VISITORS)('has nothing for axe to find, never scrolls sideways and never leaves the machine: %j', async (visitor) => {
    expect(await faultsOf([...PAGES, await aPlace(product.url), await aProject(product.url)], visitor)).toEqual([]);
  });

  test.each(VISITORS)('of coming in, and of finding an organisation, is as sound: %j', async (visitor) => {
    expect(await faultsOf(ENTRY_PAGES, visitor)).toEqual([]);
  });

  test.each(VISITORS)('of an account, an organisation and a project is as sound: %j', async (visitor) => {
    expect(await faultsOf(memberPages, { ...visitor, storageState: agent.cookies })).toEqual([]);
  });

  test.each(VISITORS)('of moderation is as sound: %j', async (visitor) => {
    expect(await faultsOf(moderationPages, { ...visitor, storageState: moderator.cookies })).toEqual([]);
  });

  test('says where one is when the address is wrong, with the status of a missing page', async () => {
    const { page, leave } = await visit(browser, product.url);
    const answer = await page.goto('/nulle-part');
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  test('is looked at by eyes that see: a title made too pale for its page is found, in both themes', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page, leave } = await visit(browser, product.url, { theme });
      await page.goto('/a-propos');
      const title = page.getByRole('heading', { level: 1 }).first();
      await title.waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await title.evaluate((element) => (element.style.color = 'rgb(128 128 128 / 0.4)'));
      expect(await axeFindings(page)).toEqual([expect.stringMatching(/^color-contrast: .* — h1/)]);
      await leave();
    }
  });

  test('carries its own title and description from the server, so that a shared link says something', async () => {
    const titles = new Set<string>();
    for (const path of ['/', '/lieux', '/besoin', '/methode', await aPlace(product.url)]) {
      const html = await (await fetch(`${product.url}${path}`)).text();
      const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
      expect(title).not.toBe('');
      expect(html).toMatch(/<meta name="description" content="[^"]{20,}/);
      expect(html).toMatch(/<meta property="og:title" content="[^"]+/);
      titles.add(title);
    }
    expect(titles.size).toBe(5);
  });
});

/** An open project that everyone may read. */
async function givenProject(person: SignedIn, organisationId: string): Promise<string> {
  const need = { zone: [{ anyOf: [{ type: 'territory', id: 'department:52' }] }], floorAreaMinM2: 150, floorAreaMaxM2: 300 };
  const body = { organisationId, name: 'Atelier de réparation', publicSummary: 'Réparer des vélos à Langres.', need };
  return String((await person.send('POST', '/api/projects', body))['id']);
}

async function aPlace(url: string): Promise<string> {
  const answer = (await (await fetch(`${url}/api/sites?limit=1&sort=recent`)).json()) as { items: { id: string }[] };
  return `/lieux/${answer.items[0]?.id ?? 'none'}`;
}

async function somePlaces(url: string, count: number): Promise<string> {
  const answer = (await (await fetch(`${url}/api/sites?limit=${count}`)).json()) as { items: { id: string }[] };
  return answer.items.map(({ id }) => id).join(',');
}

async function aProject(url: string): Promise<string> {
  const answer = (await (await fetch(`${url}/api/projects?limit=1`)).json()) as { items: { id: string }[] };
  return `/projets/${answer.items[0]?.id ?? 'none'}`;
}
