// Takes the pictures of README.md from a running product: node tests/screenshots.mjs [http://localhost:3000]
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const baseURL = process.argv[2] ?? 'http://localhost:3000';
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const need = 'in=department:52&near=5.33308,47.86263&nearName=Langres&radiusKm=40&floorMin=150&floorMax=300&budget=600&walk=10';
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const calls = (await (await fetch(`${baseURL}/api/calls?state=open,results_published&limit=50`)).json()).items;
const callThatIs = (state) => calls.find((call) => call.state === state).id;
const place = (await (await fetch(`${baseURL}/api/sites?q=Langres&limit=1`)).json()).items[0].id;
const shots = [
  { name: 'home-desktop', path: '/', viewport: desktop, colorScheme: 'light' },
  { name: 'search-desktop', path: '/lieux', viewport: desktop, colorScheme: 'light', showsMap: true },
  { name: 'results-desktop', path: `/resultats?${need}`, viewport: desktop, colorScheme: 'light', showsMap: true },
  { name: 'place-phone-dark', path: `/lieux/${place}`, viewport: phone, colorScheme: 'dark' },
  { name: 'call-desktop', path: `/appels/${callThatIs('open')}`, viewport: desktop, colorScheme: 'light' },
  { name: 'call-results-desktop', path: `/appels/${callThatIs('results_published')}/resultats`, viewport: desktop, colorScheme: 'light' },
  { name: 'call-phone-dark', path: `/appels/${callThatIs('open')}`, viewport: phone, colorScheme: 'dark' },
  { name: 'need-phone', path: '/besoin/espace', viewport: phone, colorScheme: 'light' },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
for (const { name, path, showsMap = false, ...looks } of shots) {
  const context = await browser.newContext({ baseURL, locale: 'fr-FR', reducedMotion: 'reduce', ...looks });
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.locator('main h1:not(.visually-hidden)').first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  if (showsMap) await page.locator('.map-frame canvas').first().waitFor();
  await page.waitForLoadState('networkidle');
  // The map is drawn after all it asked for is there.
  if (showsMap) await page.waitForTimeout(2_000);
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
  console.log(`docs/images/${name}.png`);
}
await browser.close();
