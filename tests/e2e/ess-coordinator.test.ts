import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, launchBrowser, PHONE, scrollsSideways, visit } from '../support/browser.js';
import { describeRepairWorkshop } from '../support/need-journey.js';
import { type Product, startProduct } from '../support/product.js';

jest.setTimeout(180_000);

describe('An ESS coordinator looking for a repair workshop near Langres', () => {
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

  test('describes the need by keyboard alone and reads which places fit, nearly fit, and what relaxing would open', async () => {
    const { page, faults, leave } = await visit(browser, product.url);
    await describeRepairWorkshop(page);
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
    await describeRepairWorkshop(page);
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
    const mine = await visit(browser, product.url);
    await describeRepairWorkshop(mine.page);
    const address = mine.page.url();
    await mine.leave();

    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE, language: 'en', theme: 'dark' });
    await page.goto(`${address}&lang=en`);
    await page.getByRole('heading', { level: 1, name: 'Places for your need' }).waitFor();
    await page.getByRole('heading', { name: /Offered by their owner/ }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });

  test('opens a place from the results and comes back to the same results', async () => {
    const { page, leave } = await visit(browser, product.url);
    await describeRepairWorkshop(page);
    const first = page.getByRole('main').getByRole('article').first().getByRole('link').first();
    const name = (await first.innerText()).trim();
    await first.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Les lieux pour votre besoin' }).waitFor();
    await page.getByRole('link', { name }).first().waitFor();
    await leave();
  });
});
