import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';

/** Chromium as it runs on a closed machine: nothing asks the outside for anything. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Debian's own settings draw pages through a graphics card that is not there: software for software, this one is quicker.
  '--disable-gpu-rasterization',
];

/** The smaller of the two files axe comes as: it travels to each page that is looked at. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the journeys by `npm test`.');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface VisitorOptions {
  readonly viewport?: { width: number; height: number };
  readonly language?: 'fr' | 'en';
  readonly theme?: 'light' | 'dark';
  /** Cookies of someone already signed in. */
  readonly storageState?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** A visitor with a browser of their own, and everything that went wrong in it. */
export interface Visitor {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly leave: () => Promise<void>;
}

export async function visit(browser: Browser, baseURL: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { viewport = DESKTOP, language = 'fr', theme = 'light', storageState } = options;
  const context: BrowserContext = await browser.newContext({
    baseURL,
    viewport,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: theme,
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...(storageState ? { storageState } : {}),
  });
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(`error on ${fault.page()?.url() ?? 'no page'}: ${fault.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console on ${message.page()?.url() ?? 'no page'}: ${message.text()}`);
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') faults.push(`left the machine: ${request.url()}`);
  });
  const page = await context.newPage();
  return { page, faults, leave: () => context.close() };
}

/**
 * What axe finds wrong with the page as it stands, one readable line a finding. It is put into a page once, however often the page is looked at; it
 * names every part of the page that is right, and reads the style sheets a second time, unless told not to: half of its work.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(AXE);
    await page.evaluate(readEachColourOnce);
  }
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return (await inPage.run({ resultTypes: ['violations'], preload: false })).violations;
  });
  return violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

type Channels = Record<'r' | 'g' | 'b' | 'alpha', number>;
type ColourReader = (this: Channels, text: string) => Channels;

/** In the page: axe reads the colour of each part of each stack of parts anew, half of what looking at contrast costs. A page has few colours. */
function readEachColourOnce(): void {
  const { axe: inPage } = window as unknown as { axe: { commons: { color: { Color: { prototype: { parseString: ColourReader } } } } } };
  const reader = inPage.commons.color.Color.prototype;
  const read = reader.parseString;
  const known = new Map<string, Channels>();
  reader.parseString = function (text) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    const colour = read.call(this, text);
    known.set(text, { r: colour.r, g: colour.g, b: colour.b, alpha: colour.alpha });
    return colour;
  };
}

/** True when the page scrolls sideways: a layout fault on any phone. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** How long nothing may be asked for before a page counts as settled, in milliseconds. */
const QUIET_MS = 200;
/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MS = 10_000;

interface Routed {
  readonly __TSR_ROUTER__: {
    readonly history: { push: (href: string) => void };
    readonly state: { readonly status: string; readonly location: { href: string }; readonly resolvedLocation?: { href: string } };
  };
}

/**
 * Turns an open page of ours to another, as a link does: the application stays, and what it loaded. Far quicker than opening it anew.
 * @returns when the page is there and has asked for nothing for a while
 */
export async function turnTo(page: Page, href: string): Promise<void> {
  await quietAfter(page, async () => {
    await page.evaluate((to) => (window as unknown as Routed).__TSR_ROUTER__.history.push(to), href);
    await page.waitForFunction(() => {
      const { status, location, resolvedLocation } = (window as unknown as Routed).__TSR_ROUTER__.state;
      return status === 'idle' && resolvedLocation?.href === location.href;
    });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  });
}

/** Does something to a page, then waits until it has asked for nothing for a while. */
async function quietAfter(page: Page, act: () => Promise<void>): Promise<void> {
  const asked = new Map<Request, number>();
  let since = Date.now();
  const begins = (request: Request) => {
    since = Date.now();
    asked.set(request, since);
  };
  const ends = (request: Request) => {
    since = Date.now();
    asked.delete(request);
  };
  // What the worker of a map asked for when the map went away is never said to have ended.
  const isWaiting = () => [...asked.values()].some((at) => Date.now() - at < PATIENCE_MS);
  page.on('request', begins).on('requestfinished', ends).on('requestfailed', ends);
  await act();
  while (isWaiting() || Date.now() - since < QUIET_MS) await page.waitForTimeout(QUIET_MS / 4);
  page.off('request', begins).off('requestfinished', ends).off('requestfailed', ends);
}
