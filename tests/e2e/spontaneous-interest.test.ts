import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, DESKTOP, launchBrowser, PHONE, scrollsSideways, turnTo, visit } from '../support/browser.js';
import { PRIVATE_DOMAIN, PUBLIC_DOMAIN } from '../support/legal.js';
import { type Product, startProduct } from '../support/product.js';
import { givenAssociation, givenCommune, givenPerson, type SignedIn } from '../support/signed-in.js';

jest.setTimeout(300_000);

const ANSWERS = { projet: 'Un atelier vélo ouvert à tous', economique: ['oui'], duree: 36 };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Set up by the API; what the agent and the rival do, in the browser. */
describe('A spontaneous request for a place', () => {
  let product: Product;
  let browser: Browser;
  let agent: SignedIn;
  let asking: SignedIn;
  let rival: SignedIn;
  let commune: string;
  let association: string;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    [agent, asking, rival] = await Promise.all([
      givenPerson(product, 'mairie@langres.example', 'Camille Durand'),
      givenPerson(product, 'velo@cles.example', 'Alex Petit'),
      givenPerson(product, 'cantine@plateau.example', 'Noa Roux'),
    ]);
    commune = await givenCommune(agent);
    await product.sql(`update organisation set state = 'verified' where id = $1`, [commune]);
    association = await givenAssociation(asking);
    const [other] = await product.sql(
      `insert into organisation (id, kind, name, state, origin, created_at, updated_at) select gen_random_uuid(), 'ess', 'Atelier du Plateau', 'verified', 'claimed', now(), now() returning id`,
    );
    await product.sql(
      `insert into membership (organisation_id, account_id, role, created_at, updated_at) select $1, id, 'editor', now(), now() from account where email = 'cantine@plateau.example'`,
      [other?.['id']],
    );
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  /** A published place of the commune, and a filed request for it. */
  async function given(name: string): Promise<{ interest: string; site: string }> {
    const created = await agent.send('POST', '/api/sites', { organisationId: commune, name, kind: 'workshop', communeId: 'commune:52269' });
    const site = String(created['id']);
    await product.sql(`update site set state = 'published', published_at = now(), owner_kind = 'commune' where id = $1`, [site]);
    const begun = await asking.send('POST', '/api/applications', { organisationId: association, siteId: site });
    const written = await asking.send('PATCH', `/api/applications/${String(begun['id'])}`, { version: 1, answers: ANSWERS });
    await asking.send('POST', `/api/applications/${String(begun['id'])}/file`, { version: written['version'] });
    const [row] = await product.sql('select id from interest where site_id = $1', [site]);
    return { interest: String(row?.['id']), site };
  }
  const answer = (interest: string, answers: object) => agent.send('PUT', `/api/interests/${interest}/legal`, { version: 0, answers });
  const openWindow = (interest: string) =>
    agent.send('POST', `/api/interests/${interest}/publicity`, {
      what: 'La halle est demandée pour un atelier, trois ans.',
      closesAt: inDays(20),
    });
  /** The window ends as if its days had passed. */
  async function windowEnds(site: string): Promise<void> {
    await product.sql('alter table legal_notice disable trigger legal_notice_frozen');
    await product.sql(
      `update legal_notice set opens_at = now() - interval '20 days', closes_at = now() - interval '1 minute' where site_ids @> array[$1::uuid]`,
      [site],
    );
    await product.sql('alter table legal_notice enable trigger legal_notice_frozen');
  }
  async function dialog(page: Page, act: string, fill: Readonly<Record<string, string>>): Promise<void> {
    await page.getByRole('button', { name: act, exact: true }).first().click();
    const box = page.getByRole('dialog');
    for (const [label, value] of Object.entries(fill)) await box.getByLabel(label).fill(value);
    await box.getByRole('button', { name: act, exact: true }).click();
    await box.waitFor({ state: 'hidden' });
  }
  const DECISION = {
    'Autorité qui décide': 'Conseil municipal',
    'Date de la décision': new Date().toISOString().slice(0, 10),
    Référence: '2026-41',
  };

  test('on the public domain, without a rival: questions, publicity, then granted', async () => {
    const { interest, site } = await given('Halle sans rival');
    const { page, faults, leave } = await visit(browser, product.url, { viewport: DESKTOP, storageState: agent.cookies });
    await page.goto(`/demandes/${interest}`);
    await page.getByRole('heading', { level: 1, name: 'Demande : Halle sans rival' }).waitFor();
    await page.getByText('répondez d’abord aux questions de la voie juridique', { exact: false }).waitFor();
    const questions = page.getByRole('form', { name: 'Quelle voie pour votre situation ?' });
    await questions
      .getByRole('group', { name: /À quel titre/ })
      .getByRole('radio', { name: /propriétaires/ })
      .check();
    await questions
      .getByRole('group', { name: /paie-t-il/ })
      .getByRole('radio', { name: 'Non' })
      .check();
    await questions
      .getByRole('group', { name: /domaine public/ })
      .getByRole('radio', { name: 'Domaine public' })
      .check();
    await questions
      .getByRole('group', { name: /économique/ })
      .getByRole('radio', { name: 'Oui' })
      .check();
    await questions.getByText('Demande spontanée : d’abord une publicité').waitFor();
    await questions.getByRole('button', { name: 'Enregistrer les réponses' }).click();
    await page.getByRole('heading', { level: 2, name: 'La voie à suivre' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog(page, 'Ouvrir la publicité', { 'Ce qui est demandé': 'La halle, pour un atelier.', 'Fin du délai': inDays(20) });
    await page.getByText('Publicité en cours').first().waitFor();
    await windowEnds(site);
    await page.reload();
    await page.getByText('Aucun concurrent déclaré').first().waitFor();
    await dialog(page, 'Accorder', DECISION);
    await page.getByText('Accordée après publicité').first().waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  test('with a rival, who comes forward on the notice, becomes a call', async () => {
    const { interest, site } = await given('Halle disputée');
    await answer(interest, PUBLIC_DOMAIN);
    await openWindow(interest);
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE, theme: 'dark', storageState: rival.cookies });
    await page.goto(`/lieux/${site}`);
    await page.getByRole('link', { name: 'Lire l’avis' }).click();
    await page.getByRole('heading', { level: 2, name: 'Ce lieu vous intéresse aussi ?' }).waitFor();
    await page.getByLabel('Votre besoin').fill('Un local de 120 m²');
    await page.getByLabel('Ce que vous proposez').fill('Une cantine solidaire');
    expect([await axeFindings(page), await scrollsSideways(page)]).toEqual([[], false]);
    await page.getByRole('button', { name: 'Se déclarer' }).click();
    await page.getByText(/Atelier du Plateau s’est déclarée le/).waitFor();
    await windowEnds(site);
    const owner = await visit(browser, product.url, { storageState: agent.cookies });
    await owner.page.goto(`/demandes/${interest}`);
    await owner.page.getByText('Une cantine solidaire', { exact: false }).waitFor();
    await dialog(owner.page, 'Transformer en appel', {});
    await owner.page.getByText('Devenue un appel').first().waitFor();
    await owner.page.getByRole('link', { name: /L’appel : Appel : Halle disputée/ }).click();
    await owner.page.getByRole('heading', { level: 1, name: 'Appel : Halle disputée' }).waitFor();
    expect([...faults, ...owner.faults]).toEqual([]);
    await owner.leave();
    await leave();
  });

  test('on the private domain it is granted at once, and a declined one says what that means', async () => {
    const [let_, declined] = [await given('Halle privée'), await given('Halle promise')];
    await answer(let_.interest, PRIVATE_DOMAIN);
    const { page, faults, leave } = await visit(browser, product.url, { storageState: agent.cookies });
    await page.goto('/demandes');
    await page.getByRole('link', { name: 'Halle privée' }).click();
    await dialog(page, 'Accorder', DECISION);
    await page.getByText('Accordée', { exact: true }).first().waitFor();
    await turnTo(page, `/demandes/${declined.interest}`);
    await dialog(page, 'Décliner', { Raison: 'Le bâtiment est promis à une école.' });
    await page.getByText('Déclinée', { exact: true }).first().waitFor();
    const applicant = await visit(browser, product.url, { viewport: PHONE, storageState: asking.cookies });
    await applicant.page.goto(`/demandes/${declined.interest}`);
    await applicant.page.getByText('Le bâtiment est promis à une école.').first().waitFor();
    await applicant.page.getByText('Ce que cela signifie').waitFor();
    expect([...faults, ...applicant.faults, ...(await axeFindings(applicant.page))]).toEqual([]);
    await applicant.leave();
    await leave();
  });
});
