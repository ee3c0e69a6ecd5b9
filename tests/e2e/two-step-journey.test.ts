import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  axeFindings,
  launchBrowser,
  PHONE,
  scrollsSideways,
  turnTo,
  visit,
  type Visitor,
  type VisitorOptions,
} from '../support/browser.js';
import { WRITTEN } from '../support/calls.js';
import { PUBLIC_DOMAIN } from '../support/legal.js';
import { tabTo, tabUntil } from '../support/need-journey.js';
import { type Product, startProduct } from '../support/product.js';
import { givenEss, givenMembership, givenPerson, ownerOfTwoPlaces, type SignedIn } from '../support/signed-in.js';

jest.setTimeout(180_000);

const NAMES = ['Fournil', 'Grange'] as const;
const DAY_MS = 24 * 3_600_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** An outline first, then the whole file of those who are shortlisted: written, read and announced in the browser. */
describe('A call in two steps', () => {
  let product: Product;
  let browser: Browser;
  let agent: SignedIn;
  let callId: string;
  let organisationId: string;
  let lots: readonly string[];
  const people = new Map<string, SignedIn>();
  const organisations = new Map<string, string>();
  const files = new Map<string, string>();

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
    ({ organisationId, lots } = await ownerOfTwoPlaces(product));
    const arrive = (name: string) => givenPerson(product, `${name}@example.org`.toLowerCase(), name);
    agent = await arrive('Irene');
    await givenMembership(product, organisationId, 'Irene');
    for (const name of NAMES) {
      people.set(name, await arrive(name));
      organisations.set(name, await givenEss(product, name));
    }
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const of = (name: (typeof NAMES)[number]) => people.get(name)!;
  const as = (person: SignedIn, options: VisitorOptions = {}): Promise<Visitor> =>
    visit(browser, product.url, { ...options, storageState: person.cookies });
  const main = (page: Page) => page.getByRole('main');
  const see = (page: Page, text: string | RegExp) => main(page).getByText(text).first().waitFor();
  /** From the top of the page: the line that says what is saved stays in sight, and covers what one has scrolled to. */
  const isSound = async (page: Page) => {
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeFindings(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  };
  /** Nobody may bring a closing back: only here, where days cannot pass. */
  const closes = async (what: 'first_closes_at' | 'closes_at') => {
    await product.sql('alter table call disable trigger call_frozen');
    await product.sql(`update call set ${what} = now() - interval '1 second' where id = $1`, [callId]);
    await product.sql('alter table call enable trigger call_frozen');
  };
  const versionOf = async (): Promise<number> =>
    ((await agent.send('GET', `/api/calls/${callId}`))['inside'] as { version: number }).version;

  test('is made so by its agent, by keyboard alone: how many steps, and what the first one asks', async () => {
    const draft = await agent.send('POST', '/api/calls', { organisationId, title: 'La halle cherche son fournil', lots });
    callId = String(draft['id']);
    const dates = { opensAt: `${daysFromNow(-1)}T08:00`, closesAt: daysFromNow(40) };
    await agent.send('PATCH', `/api/calls/${callId}`, { version: 1, ...WRITTEN, ...dates });
    await agent.send('PUT', `/api/calls/${callId}/legal`, { version: 0, answers: PUBLIC_DOMAIN });
    const { page, faults, leave } = await as(agent);
    await page.goto(`/mes-appels/${callId}`);
    const steps = page.getByRole('group', { name: 'En combien d’étapes ?' });
    await steps.getByRole('radio', { name: 'En une étape' }).focus();
    await page.keyboard.press('ArrowDown');
    const asked = page.getByRole('region', { name: 'La première étape' });
    await asked.waitFor();
    for (const question of ['Relevez-vous de l’ESS ?', 'Combien de personnes ?']) {
      await tabUntil(page, asked.getByRole('checkbox', { name: question }), 120);
      await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'PATCH'), page.keyboard.press('Space')]);
    }
    await isSound(page);
    expect(await agent.send('GET', `/api/calls/${callId}`)).toMatchObject({
      content: { firstStep: { questions: ['ess', 'jauge'], documents: [] } },
    });
    await agent.send('PATCH', `/api/calls/${callId}`, { version: await versionOf(), firstClosesAt: daysFromNow(9) });
    await agent.send('POST', `/api/calls/${callId}/publish`, { version: await versionOf() });
    await page.reload();
    await main(page).getByRole('button', { name: 'Prolonger le délai' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Première étape/ }).check();
    await dialog.getByLabel('Nouveau jour de clôture').fill(daysFromNow(12));
    await dialog.getByLabel('La raison').fill('La neige a retardé les visites.');
    await isSound(page);
    await dialog.getByRole('button', { name: 'Prolonger le délai' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await leave();
    expect(faults).toEqual([]);
  });

  test('asks applicants for the outline alone, by keyboard, and says what comes next', async () => {
    const { page, faults, leave } = await as(of('Fournil'));
    const press = async (name: string | RegExp) => {
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    };
    await page.goto(`/appels/${callId}`);
    await see(page, /Cet appel se fait en deux étapes/);
    await see(page, 'La neige a retardé les visites.');
    await isSound(page);
    await press('Répondre à cet appel');
    await page.getByRole('heading', { level: 1, name: 'Commencer un dossier' }).waitFor();
    await press('Commencer');
    await page.waitForURL(/\/mes-candidatures\/[0-9a-f-]{36}$/);
    files.set('Fournil', new URL(page.url()).pathname.split('/').at(-1)!);
    const places = page.getByRole('group', { name: 'Pour quels lieux répondez-vous ?' }).getByRole('checkbox');
    await places.first().waitFor();
    await tabUntil(page, places.first());
    await page.keyboard.press('Space');
    await tabUntil(page, page.getByRole('radio', { name: 'Oui' }));
    await page.keyboard.press('Space');
    await page.getByLabel('Combien de personnes ?').waitFor();
    expect(await page.getByLabel('Que ferez-vous ?').count()).toBe(0);
    await tabTo(page, /^Combien de personnes/);
    await page.keyboard.type('40');
    await press('Vérifier et déposer');
    await page.getByRole('button', { name: 'Déposer la première étape' }).waitFor();
    await press('Déposer la première étape');
    await page.getByRole('heading', { name: 'Accusé de réception' }).waitFor();
    await isSound(page);
    await turnTo(page, `/mes-candidatures/${files.get('Fournil') ?? ''}`);
    await see(page, 'Première étape déposée');
    await see(page, /vous saurez si votre dossier est présélectionné/);
    await leave();

    const begun = await of('Grange').send('POST', '/api/applications', { organisationId: organisations.get('Grange'), callId });
    files.set('Grange', String(begun['id']));
    const answers = { ess: ['oui'], jauge: 12 };
    const { version } = await of('Grange').send('PATCH', `/api/applications/${String(begun['id'])}`, { version: 1, answers, lots });
    await of('Grange').send('POST', `/api/applications/${String(begun['id'])}/file`, { version });
    expect(faults).toEqual([]);
  });

  test('is shortlisted by its agent with a reason for each, and announced to all at once, on a phone', async () => {
    await closes('first_closes_at');
    const { page, faults, leave } = await as(agent, { viewport: PHONE, theme: 'dark' });
    await page.goto(`/mes-appels/${callId}/instruction`);
    await see(page, /2 à décider/);
    const choose = async (name: string, choice: string, reason: string) => {
      await page.getByLabel(`Choisir le dossier de ${name}`).check();
      await main(page).getByRole('button', { name: choice, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('La raison').fill(reason);
      await dialog.getByRole('button', { name: choice, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await choose('Fournil', 'Présélectionner', 'Un fournil ouvert au quartier.');
    await see(page, /1 à décider/);
    await choose('Grange', 'Ne pas présélectionner', 'La halle est trop petite pour ce projet.');
    await see(page, /tous décidés/);
    await isSound(page);
    expect((await of('Grange').send('GET', `/api/applications/${files.get('Grange') ?? ''}`))['state']).toBe('filed');
    await main(page).getByRole('button', { name: 'Annoncer la présélection' }).click();
    await isSound(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Annoncer la présélection' }).click();
    await see(page, /La présélection a été annoncée à tous/);
    await isSound(page);
    expect(faults).toEqual([]);
    await leave();
  });

  test('lets who was shortlisted complete the file; who was not reads why, and everyone the numbers', async () => {
    const left = await as(of('Grange'), { viewport: PHONE });
    await left.page.goto(`/mes-candidatures/${files.get('Grange') ?? ''}`);
    await see(left.page, 'Dossier non présélectionné');
    await see(left.page, 'La halle est trop petite pour ce projet.');
    await isSound(left.page);
    await turnTo(left.page, `/appels/${callId}`);
    await see(left.page, '1 dossier présélectionné sur 2.');
    await isSound(left.page);
    expect(left.faults).toEqual([]);
    await left.leave();

    const { page, faults, leave } = await as(of('Fournil'), { viewport: PHONE, theme: 'dark' });
    await page.goto(`/mes-candidatures/${files.get('Fournil') ?? ''}`);
    await see(page, 'Vous êtes présélectionné : déposez le dossier complet');
    await see(page, /Un fournil ouvert au quartier/);
    await isSound(page);
    expect(await page.getByLabel('Combien de personnes ?').inputValue()).toBe('40');
    await page.getByLabel('Que ferez-vous ?').fill('Du pain et des cours de cuisine');
    await page.getByLabel('Que ferez-vous ?').blur();
    await page.getByText(/^Enregistré/).waitFor();
    await page.getByRole('link', { name: 'Vérifier et déposer' }).first().click();
    await page.getByRole('button', { name: 'Déposer le dossier' }).click();
    await page.getByRole('heading', { name: 'Accusé de réception' }).waitFor();
    await isSound(page);
    await turnTo(page, `/mes-candidatures/${files.get('Fournil') ?? ''}`);
    await see(page, 'Dossier complet déposé');
    await page.getByLabel('Que ferez-vous ?').fill('Du pain, des cours de cuisine et un café');
    await page.getByLabel('Que ferez-vous ?').blur();
    await see(page, /^Enregistré/);
    await see(page, 'Modifications non déposées');
    await isSound(page);
    expect(faults).toEqual([]);
    await leave();
  });

  test('keeps the whole file sealed to its agents until the second closing, then opens it', async () => {
    const { page, faults, leave } = await as(agent);
    await page.goto(`/mes-appels/${callId}/instruction`);
    await see(page, /Les dossiers complets s’ouvriront à la clôture/);
    await page.getByRole('link', { name: 'Fournil', exact: true }).click();
    await see(page, /Le dossier complet s’ouvre à la clôture de la seconde/);
    await see(page, 'Ce qui a été déposé (dépôt n° 1)');
    await see(page, 'Combien de personnes ?');
    expect(
      await main(page)
        .getByText(/cours de cuisine/)
        .count(),
    ).toBe(0);
    await isSound(page);
    await turnTo(page, '/mon-bureau');
    await isSound(page);
    await closes('closes_at');
    await turnTo(page, `/instruction/${files.get('Fournil') ?? ''}`);
    await page.reload();
    await see(page, 'Du pain et des cours de cuisine');
    await isSound(page);
    expect(faults).toEqual([]);
    await leave();
  });
});
