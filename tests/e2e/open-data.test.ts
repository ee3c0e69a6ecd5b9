import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, launchBrowser, visit } from '../support/browser.js';
import { describeRepairWorkshop } from '../support/need-journey.js';
import { type Product, startProduct } from '../support/product.js';

jest.setTimeout(300_000);

const DATA = process.env['SHARED_DATA'] ?? join(__dirname, '../../../shared/data');
const FILES = [
  ['territories', 'territoires/communes.csv.gz'],
  ['stops', 'mobilite/ter_arrets_passages_2025.csv.gz'],
  ['stations', 'gares/liste-des-gares.csv.gz'],
  ['friches', 'friches/cartofriches_2024-03.csv.gz'],
] as const;
const missing = FILES.map(([, path]) => join(DATA, path)).find((path) => !existsSync(path));
const withData = missing === undefined ? describe : describe.skip;
if (missing !== undefined) console.info(`Skipped: the real open data are absent (${missing}); give their folder by SHARED_DATA.`);

withData('With only the real open data loaded, the same need near Langres', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct('empty');
    await product.cli('territories', 'load');
    for (const [kind, path] of FILES) await product.cli('import', kind, join(DATA, path));
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
