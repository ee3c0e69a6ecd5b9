import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, DESKTOP, launchBrowser, PHONE, scrollsSideways, visit, type VisitorOptions } from '../support/browser.js';
import { type Product, startProduct } from '../support/product.js';

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
  '/methode',
  '/a-propos',
  '/credits',
  '/accessibilite',
  '/mentions-legales',
];

/** Each width and theme with each language once. */
const VISITORS: readonly VisitorOptions[] = [
  { viewport: PHONE, language: 'fr', theme: 'dark' },
  { viewport: DESKTOP, language: 'en', theme: 'light' },
];

describe('Every page', () => {
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

  test.each(VISITORS)('has nothing for axe to find, never scrolls sideways and never leaves the machine: %j', async (visitor) => {
    const { page, faults, leave } = await visit(browser, product.url, visitor);
    const findings: string[] = [];
    for (const path of [...PAGES, await aPlace(product.url)]) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${visitor.language ?? 'fr'}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      findings.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`));
      if (await scrollsSideways(page)) findings.push(`${path} scrolls sideways`);
    }
    expect(findings).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });

  test('says where one is when the address is wrong, with the status of a missing page', async () => {
    const { page, leave } = await visit(browser, product.url);
    const answer = await page.goto('/nulle-part');
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
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

async function aPlace(url: string): Promise<string> {
  const answer = (await (await fetch(`${url}/api/sites?limit=1&sort=recent`)).json()) as { items: { id: string }[] };
  return `/lieux/${answer.items[0]?.id ?? 'none'}`;
}
