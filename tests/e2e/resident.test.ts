import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, launchBrowser, PHONE, visit } from '../support/browser.js';
import { tabTo } from '../support/need-journey.js';
import { type Product, startProduct } from '../support/product.js';

jest.setTimeout(180_000);

describe('A resident who wants to know what becomes of the place next door', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct();
    await product.cli('demo', 'load');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  test('searches from the home page, filters, and reads on a place what is known, unknown and from whom', async () => {
    const { page, faults, leave } = await visit(browser, product.url);
    await page.goto('/');
    await page.getByRole('searchbox').first().fill('Langres');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Trouver un lieu' }).waitFor();
    expect(page.url()).toContain('q=Langres');

    const count = page.getByRole('heading', { level: 2, name: /\d+ lieux?/ }).first();
    const everything = await count.innerText();
    await page.getByRole('checkbox', { name: /^Atelier/ }).check();
    await count.filter({ hasNotText: everything }).waitFor();
    const place = page.getByRole('main').getByRole('article').first().getByRole('link').first();
    const name = (await place.innerText()).trim();
    await place.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();

    const main = page.getByRole('main');
    await main.getByRole('heading', { name: 'Ce qui est proposé' }).waitFor();
    expect(await main.getByText('Inconnu — à demander au propriétaire').count()).toBeGreaterThan(0);
    expect(await main.getByRole('heading', { name: 'D’où viennent ces informations' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await leave();
  });

  test('sends a search to a neighbour by its address and finds the same filters on the neighbour’s phone', async () => {
    const mine = await visit(browser, product.url);
    await mine.page.goto('/lieux');
    const count = mine.page.getByRole('heading', { level: 2, name: /\d+ lieux?/ }).first();
    const everything = await count.innerText();
    await mine.page.getByRole('checkbox', { name: /^Atelier/ }).check();
    await count.filter({ hasNotText: everything }).waitFor();
    const total = await count.innerText();
    const address = mine.page.url();
    await mine.leave();

    const { page, leave } = await visit(browser, product.url, { viewport: PHONE });
    await page.goto(address);
    await page.getByRole('heading', { level: 2, name: total }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  test('reaches a place from the list without a mouse', async () => {
    const { page, leave } = await visit(browser, product.url);
    await page.goto('/lieux');
    const name = (await page.getByRole('main').getByRole('article').first().getByRole('link').first().innerText()).trim();
    await tabTo(page, name, 120);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await leave();
  });
});
