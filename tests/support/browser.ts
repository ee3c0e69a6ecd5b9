import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

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
 * What axe finds wrong with the page as it stands, one readable line a finding. Its mode for frames opens a page more each time; we have none. It
 * names every part of the page that is right, and reads the style sheets a second time, unless told not to: half of its work.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** True when the page scrolls sideways: a layout fault on any phone. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
