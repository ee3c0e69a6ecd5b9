import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, launchBrowser, PHONE, scrollsSideways, visit } from '../support/browser.js';
import { describeRepairWorkshop, tabTo } from '../support/need-journey.js';
import { PASSWORD } from '../support/people.js';
import { type Product, startProduct } from '../support/product.js';
import { givenAssociation, givenModerator, givenPerson } from '../support/signed-in.js';

jest.setTimeout(180_000);

const LANGRES = 'in=department:52&near=5.33308,47.86263&nearName=Langres&radiusKm=40&floorMin=150&floorMax=300&budget=600&walk=10';
const COORDINATOR = 'noe@plateau.example';

describe('An ESS coordinator looking for a repair workshop near Langres', () => {
  let product: Product;
  let browser: Browser;
  /** The address of the results, once the need is described. */
  let described = `/resultats?${LANGRES}`;
  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  test('describes the need by keyboard alone and reads which places fit, nearly fit, and what relaxing would open', async () => {
    const { page, faults, leave } = await visit(browser, product.url);
    await describeRepairWorkshop(page);
    described = page.url();
    const main = page.getByRole('main');
    await main.getByRole('heading', { name: /Proposés par leur propriétaire/ }).waitFor();

    expect(await main.getByRole('status').first().innerText()).toMatch(/lieux? convien.+à confirmer.+presque/);
    expect(await main.getByText(/Convient à vos \d+ conditions/).count()).toBeGreaterThan(0);
    expect(await main.getByText('À vérifier').count()).toBeGreaterThan(0);
    expect(await main.getByText('De votre côté :').count()).toBeGreaterThan(0);
    expect(await main.getByRole('heading', { name: 'Et si vous assouplissiez une condition ?' }).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });

  test('takes back a relaxed condition and finds the same places again', async () => {
    const { page, leave } = await visit(browser, product.url);
    await page.goto(`/resultats?${LANGRES}`);
    const headline = page.getByRole('main').getByRole('status').first();
    await page.getByRole('heading', { name: 'Et si vous assouplissiez une condition ?' }).waitFor();
    const before = await headline.innerText();
    await page
      .getByRole('button', { name: /lieux? de plus/ })
      .first()
      .click();
    await page.getByText('Condition assouplie :').waitFor();
    await headline.filter({ hasNotText: before }).waitFor();
    await page.getByRole('button', { name: 'Revenir à ma demande' }).click();
    await headline.filter({ hasText: before }).waitFor();
    await leave();
  });

  test('shares the address of the results with a colleague who reads them in English on a phone', async () => {
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE, language: 'en', theme: 'dark' });
    await page.goto(`${described}&lang=en`);
    await page.getByRole('heading', { level: 1, name: 'Places for your need' }).waitFor();
    await page.getByRole('heading', { name: /Offered by their owner/ }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });

  test('opens a place from the results and comes back to the same results', async () => {
    const { page, leave } = await visit(browser, product.url);
    await page.goto(`/resultats?${LANGRES}`);
    const first = page.getByRole('main').getByRole('article').first().getByRole('link').first();
    const name = (await first.innerText()).trim();
    await first.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Les lieux pour votre besoin' }).waitFor();
    await page.getByRole('link', { name }).first().waitFor();
    await leave();
  });

  test('makes a need tried without an account a project of the association: draft, open, public, then closed, by keyboard', async () => {
    const [coordinator, moderator] = await Promise.all([
      givenPerson(product, COORDINATOR, 'Noé Martin'),
      givenModerator(product, 'moderation@service.example'),
    ]);
    const association = await givenAssociation(coordinator);
    await moderator.send('POST', `/api/organisations/${association}/verify`, { reason: 'Procès-verbal lu.' });

    const { page, faults, leave } = await visit(browser, product.url);
    const main = page.getByRole('main');
    await page.goto(`/resultats?${LANGRES}`);
    await page.getByRole('heading', { level: 1, name: 'Les lieux pour votre besoin' }).waitFor();
    await main.getByRole('link', { name: 'Enregistrer comme projet' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    await tabTo(page, 'Adresse électronique');
    await page.keyboard.type(COORDINATOR);
    await tabTo(page, 'Mot de passe');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Enregistrer ce besoin comme projet' }).waitFor();
    await main.getByText(/Votre besoin.+conditions/).waitFor();
    await tabTo(page, 'Nom du projet');
    await page.keyboard.type('Atelier vélo de Langres');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Atelier vélo de Langres' }).waitFor();
    await main.getByText('Brouillon', { exact: true }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await main.getByText(/écrivez d’abord quelques phrases/).waitFor();
    await main.getByRole('button', { name: /^Modifier Présentation/ }).focus();
    await page.keyboard.press('Enter');
    await tabTo(page, /^Résumé pour le public/);
    await page.keyboard.type('Réparer et prêter des vélos.');
    await tabTo(page, 'Enregistrer');
    await page.keyboard.press('Enter');
    await main.getByRole('button', { name: /^Modifier Présentation/ }).waitFor();
    await main.getByText('Réparer et prêter des vélos.', { exact: true }).waitFor();
    await main.getByRole('button', { name: 'Ouvrir le projet' }).focus();
    await page.keyboard.press('Enter');
    await main.getByText('Ouvert', { exact: true }).first().waitFor();
    await main.getByRole('button', { name: 'Rendre le projet public' }).focus();
    await page.keyboard.press('Enter');
    await main.getByRole('link', { name: 'Voir la page publique' }).waitFor();
    const inside = page.url();
    await main.getByRole('link', { name: 'Voir la page publique' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Gérer ce projet' }).waitFor();

    const stranger = await visit(browser, product.url, { viewport: PHONE, theme: 'dark' });
    await stranger.page.goto(page.url());
    await stranger.page.getByRole('heading', { level: 1, name: 'Atelier vélo de Langres' }).waitFor();
    await stranger.page.getByText('Réparer et prêter des vélos.').waitFor();
    expect(await stranger.page.getByText(/600|Haute-Marne/).count()).toBe(0);
    expect(await scrollsSideways(stranger.page)).toBe(false);
    expect(await axeFindings(stranger.page)).toEqual([]);
    expect(faults).toEqual([]);

    await page.goto(inside);
    await main.getByRole('button', { name: 'Clore le projet' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Clore ce projet ?' });
    await dialog.getByRole('radio', { name: 'Un lieu a été trouvé ailleurs' }).check();
    await dialog.getByRole('button', { name: 'Clore le projet' }).click();
    await main.getByText('Clos', { exact: true }).first().waitFor();
    await stranger.page.reload();
    await stranger.page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Atelier vélo' }).waitFor();
    await stranger.leave();
    await leave();
  });
});
