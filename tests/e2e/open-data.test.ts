import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, launchBrowser, visit } from '../support/browser.js';
import { describeRepairWorkshop } from '../support/need-journey.js';
import { type Product, startProduct } from '../support/product.js';
import { NATIONAL_FRICHES, sharedFile } from '../support/templates.js';

jest.setTimeout(600_000);

/** The national inventory of brownfields is in the database from the beginning; the rest comes as an administrator brings it. */
const FILES = [
  ['territories', 'territoires/communes.csv.gz'],
  ['stops', 'mobilite/ter_arrets_passages_2025.csv.gz'],
  ['stations', 'gares/liste-des-gares.csv.gz'],
] as const;
const missing = [...FILES.map(([, path]) => path), NATIONAL_FRICHES].find((path) => sharedFile(path) === null);
const withData = missing === undefined ? describe : describe.skip;
if (missing !== undefined) console.info(`Skipped: the real open data are absent (${missing}); give their folder by SHARED_DATA.`);

withData('With only the real open data loaded, the same need near Langres', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct('friches');
    for (const [kind, path] of FILES) await product.cli('import', kind, sharedFile(path) ?? '');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  test('is told plainly that nothing is on offer, invents no near-miss, and folds the leads by distance with what to ask', async () => {
    const { page, faults, leave } = await visit(browser, product.url);
    await describeRepairWorkshop(page);
    const main = page.getByRole('main');
    await main.getByRole('heading', { name: 'Rien n’est proposé aujourd’hui pour ce besoin' }).waitFor();

    expect(await main.getByText('De votre côté :').count()).toBe(0);
    expect(await main.getByRole('heading', { name: /^Presque/ }).count()).toBe(0);
    expect(await main.getByRole('heading', { name: /^\d+ pistes dans les données ouvertes/ }).count()).toBe(1);
    await main
      .getByText(/plus proches$/)
      .first()
      .click();
    await main.getByRole('list', { name: 'Ce que l’on sait' }).first().waitFor();
    expect(await main.getByRole('heading', { name: 'Garder ce besoin' }).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });

  test('shows thousands of leads on the map and in the list without calling any of them a place on offer', async () => {
    const { page, faults, leave } = await visit(browser, product.url);
    await page.goto('/lieux?shelf=lead');
    await page.getByRole('heading', { level: 2, name: /\d[\d\s]* (lieux|pistes)/ }).waitFor();
    expect(await page.getByText('Proposé', { exact: true }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });
});
