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

jest.setTimeout(240_000);

const GOOD = { ess: ['oui'], jauge: 40, texte: 'Un atelier ouvert à tous' };
const NAMES = ['Atelier tardif', 'Bois vif', 'Cuisine commune', 'Départ', 'Éclats'] as const;
type Name = (typeof NAMES)[number];
const DAY_MS = 24 * 3_600_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A call from its publication to the examination of its files, by all those it concerns. */
describe('A call with two lots', () => {
  let product: Product;
  let browser: Browser;
  let agents: [SignedIn, SignedIn];
  let coEditor: SignedIn;
  let organisationId: string;
  let lots: readonly string[];
  let callId: string;
  const people = new Map<Name, SignedIn>();
  const organisations = new Map<Name, string>();
  const files = new Map<Name, string>();

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    ({ organisationId, lots } = await ownerOfTwoPlaces(product));
    const arrive = (name: string) => givenPerson(product, `${name.replace(/\W/g, '')}@example.org`.toLowerCase(), name);
    const [agnes, bruno, alex, ...applicants] = await Promise.all(['Agnès', 'Bruno', 'Alex', ...NAMES].map(arrive));
    agents = [agnes!, bruno!];
    coEditor = alex!;
    NAMES.forEach((name, index) => people.set(name, applicants[index]!));
    for (const name of ['Agnès', 'Bruno']) await givenMembership(product, organisationId, name);
    for (const name of NAMES) organisations.set(name, await givenEss(product, name));
    await givenMembership(product, organisations.get('Cuisine commune')!, 'Alex');
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const of = (name: Name) => people.get(name)!;
  const fileOf = (name: Name) => files.get(name)!;
  const writes = (name: Name, version: number, answers: object, by = of(name)) =>
    by.send('PATCH', `/api/applications/${fileOf(name)}`, { version, answers, lots });
  const begins = async (name: Name) =>
    files.set(name, String((await of(name).send('POST', '/api/applications', { organisationId: organisations.get(name), callId }))['id']));
  const sends = async (name: Name) => {
    const { version } = await of(name).send('GET', `/api/applications/${fileOf(name)}`);
    return of(name).send('POST', `/api/applications/${fileOf(name)}/file`, { version });
  };
  const as = (person: SignedIn, options: VisitorOptions = {}): Promise<Visitor> =>
    visit(browser, product.url, { ...options, storageState: person.cookies });
  const see = (page: Page, text: string | RegExp) => page.getByRole('main').getByText(text).first().waitFor();

  test('is published, extended with a reason and answers two questions, for everyone to read', async () => {
    const [agent] = agents;
    const draft = await agent.send('POST', '/api/calls', { organisationId, title: 'La gare cherche ses voisins', lots });
    callId = String(draft['id']);
    const dates = { opensAt: `${daysFromNow(-1)}T08:00`, closesAt: daysFromNow(9) };
    const written = await agent.send('PATCH', `/api/calls/${callId}`, { version: 1, ...WRITTEN, ...dates });
    await agent.send('PUT', `/api/calls/${callId}/legal`, { version: 0, answers: PUBLIC_DOMAIN });
    await agent.send('POST', `/api/calls/${callId}/publish`, { version: (written['inside'] as { version: number }).version });
    await agent.send('POST', `/api/calls/${callId}/extend`, { closesAt: daysFromNow(12), reason: 'La neige a retardé les visites.' });
    for (const question of ['Y a-t-il de l’eau ?', 'Le quai est-il compris ?']) {
      await of('Éclats').send('POST', `/api/calls/${callId}/questions`, { question });
    }
    const { questions } = (await agent.send('GET', `/api/calls/${callId}`)) as unknown as { questions: { id: string; question: string }[] };
    for (const { id, question } of questions) {
      await agent.send('POST', `/api/calls/${callId}/questions/${id}/answer`, { question, answer: `Oui : ${question}` });
    }
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE });
    await page.goto(`/appels/${callId}`);
    await see(page, 'La neige a retardé les visites.');
    await see(page, 'Oui : Y a-t-il de l’eau ?');
    await see(page, 'Oui : Le quai est-il compris ?');
    expect(faults).toEqual([]);
    await leave();
  });

  test('is answered by keyboard alone, from the call to the receipt', async () => {
    const { page, faults, leave } = await as(of('Éclats'));
    const press = async (name: string | RegExp, key = 'Enter') => {
      await tabTo(page, name);
      await page.keyboard.press(key);
    };
    await page.goto(`/appels/${callId}`);
    await page.getByRole('heading', { level: 1, name: 'La gare cherche ses voisins' }).waitFor();
    await press('Répondre à cet appel');
    await page.getByRole('heading', { level: 1, name: 'Commencer un dossier' }).waitFor();
    await press('Commencer');
    await page.waitForURL(/\/mes-candidatures\/[0-9a-f-]{36}$/);
    files.set('Éclats', new URL(page.url()).pathname.split('/').at(-1)!);
    const places = page.getByRole('group', { name: 'Pour quels lieux répondez-vous ?' }).getByRole('checkbox');
    await places.first().waitFor();
    for (const lot of [0, 1]) {
      await tabUntil(page, places.nth(lot));
      await page.keyboard.press('Space');
    }
    await tabUntil(page, page.getByRole('radio', { name: 'Oui' }));
    await page.keyboard.press('Space');
    await page.getByLabel('Combien de personnes ?').waitFor();
    await tabTo(page, /^Combien de personnes/);
    await page.keyboard.type('40');
    await tabTo(page, /^Que ferez-vous/);
    await page.keyboard.type('Un atelier ouvert à tous');
    await press('Vérifier et déposer');
    await see(page, 'Un atelier ouvert à tous');
    await press('Déposer le dossier');
    await page.getByRole('heading', { name: 'Accusé de réception' }).waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  test('is answered on a phone alone, from the call to the receipt', async () => {
    const { page, faults, leave } = await as(of('Départ'), { viewport: PHONE, theme: 'dark' });
    const fits = async () => expect(await scrollsSideways(page)).toBe(false);
    await page.goto(`/appels/${callId}`);
    await page.getByRole('link', { name: 'Répondre à cet appel' }).first().click();
    await page.getByRole('button', { name: 'Commencer', exact: true }).click();
    await page.waitForURL(/\/mes-candidatures\/[0-9a-f-]{36}$/);
    files.set('Départ', new URL(page.url()).pathname.split('/').at(-1)!);
    const places = page.getByRole('group', { name: 'Pour quels lieux répondez-vous ?' }).getByRole('checkbox');
    for (const lot of [0, 1]) await places.nth(lot).check();
    await page.getByRole('radio', { name: 'Oui' }).check();
    await page.getByLabel('Combien de personnes ?').fill('40');
    await page.getByLabel('Que ferez-vous ?').fill('Un atelier ouvert à tous');
    await page.getByLabel('Que ferez-vous ?').blur();
    await page.getByText(/^Enregistré/).waitFor();
    await fits();
    await page.getByRole('link', { name: 'Vérifier et déposer' }).first().click();
    await page.getByRole('button', { name: 'Déposer le dossier' }).waitFor();
    await fits();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Déposer le dossier' }).click();
    await page.getByRole('heading', { name: 'Accusé de réception' }).waitFor();
    await fits();
    expect(faults).toEqual([]);
    await leave();
  });

  test('receives files: one from two hands, one withdrawn, one that first did not meet a condition; no agent opens them yet', async () => {
    for (const name of ['Atelier tardif', 'Bois vif', 'Cuisine commune'] as const) await begins(name);
    await writes('Bois vif', 1, { ...GOOD, ess: ['non'] });
    await writes('Cuisine commune', 1, { ess: ['oui'], jauge: 12 });
    await writes('Cuisine commune', 1, { texte: 'Une cuisine partagée' }, coEditor);
    await sends('Cuisine commune');
    await of('Départ').send('POST', `/api/applications/${fileOf('Départ')}/withdraw`, { reason: 'Nous avons trouvé un autre lieu.' });

    const applicant = await as(of('Bois vif'));
    await applicant.page.goto(`/mes-candidatures/${fileOf('Bois vif')}/verifier`);
    await see(applicant.page, 'L’appel est réservé aux structures de l’ESS.');
    expect(await applicant.page.getByRole('button', { name: 'Déposer le dossier' }).count()).toBe(0);
    await applicant.page.getByRole('link', { name: 'Revoir ma réponse' }).click();
    await applicant.page.getByRole('radio', { name: 'Oui' }).check();
    await applicant.page.getByLabel('Combien de personnes ?').fill('25');
    await applicant.page.getByLabel('Combien de personnes ?').blur();
    await applicant.page.getByText(/^Enregistré/).waitFor();
    await applicant.page.getByRole('link', { name: 'Vérifier et déposer' }).first().click();
    await applicant.page.getByRole('button', { name: 'Déposer le dossier' }).click();
    await applicant.page.getByRole('heading', { name: 'Accusé de réception' }).waitFor();
    await applicant.leave();

    const agent = await as(agents[0]);
    await agent.page.goto(`/mes-appels/${callId}/instruction`);
    await see(agent.page, 'Les dossiers s’ouvriront à la clôture');
    await see(agent.page, /1 brouillon est en cours/);
    await agent.leave();
  });

  test('closes by the clock: who comes after is told so, and keeps the draft', async () => {
    await writes('Atelier tardif', 1, GOOD);
    // Nobody may bring a closing back: only here, where days cannot pass.
    await product.sql('alter table call disable trigger call_frozen');
    await product.sql(`update call set closes_at = now() - interval '1 second' where id = $1`, [callId]);
    await product.sql('alter table call enable trigger call_frozen');
    const { page, leave } = await as(of('Atelier tardif'));
    await page.goto(`/mes-candidatures/${fileOf('Atelier tardif')}/verifier`);
    await see(page, /L’appel est clos/);
    expect(await page.getByRole('button', { name: 'Déposer le dossier' }).count()).toBe(0);
    await expect(sends('Atelier tardif')).rejects.toThrow('application-late');
    await leave();
  });

  test('is examined by two agents: shared out, checked by criterion, and never overwriting each other', async () => {
    const first = await as(agents[0]);
    const { page } = first;
    await page.goto(`/mes-appels/${callId}/instruction`);
    await page.getByRole('link', { name: 'Éclats' }).waitFor();
    expect(await page.getByRole('link', { name: 'Atelier tardif' }).count()).toBe(0);
    await page.getByLabel('Choisir le dossier de Éclats').check();
    await page.getByRole('button', { name: 'Confier', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Bruno').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Confier', exact: true }).click();
    await see(page, 'C’est fait pour 1 dossier.');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('main').getByLabel('État').selectOption('withdrawn');
    await page.getByRole('link', { name: 'Départ' }).waitFor();
    expect(page.url()).toContain('etat=withdrawn');

    await turnTo(page, `/instruction/${fileOf('Bois vif')}`);
    const criterion = (on: Page, name: RegExp) => on.getByRole('group', { name });
    await criterion(page, /réservé aux structures/).waitFor();
    const second = await as(agents[1]);
    await second.page.goto(`/instruction/${fileOf('Bois vif')}`);
    await criterion(second.page, /réservé aux structures/)
      .getByRole('radio', { name: 'Non' })
      .check();
    await second.page
      .getByText(/Bruno, le/)
      .first()
      .waitFor();
    await criterion(page, /réservé aux structures/)
      .getByRole('radio', { name: 'Oui' })
      .check();
    await page.getByText('Modifié entre-temps').first().waitFor();
    await page
      .getByText(/Bruno, le/)
      .first()
      .waitFor();
    await criterion(page, /réservé aux structures/)
      .getByRole('radio', { name: 'Oui' })
      .check();
    await page
      .getByText(/Agnès, le/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Cocher « oui »/ }).click();
    await page.getByRole('button', { name: 'Déclarer recevable' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Déclarer recevable' }).click();
    await page.getByText('Recevable', { exact: true }).first().waitFor();
    await second.leave();
    await first.leave();
  });

  test('has a file corrected: the agent names what, the applicant reads until when and files again, on a phone', async () => {
    const agent = await as(agents[1]);
    await agent.page.goto('/mon-bureau');
    await agent.page.getByText('Confié à vous').first().waitFor();
    await agent.page.getByRole('link', { name: 'Éclats' }).first().click();
    await agent.page.getByRole('button', { name: 'Demander une correction' }).click();
    const dialog = agent.page.getByRole('dialog');
    await dialog.getByLabel('Que ferez-vous ?').check();
    await dialog.getByLabel('Ce que vous demandez').fill('Dites-nous les horaires d’ouverture.');
    expect(await axeFindings(agent.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
    await agent.page.getByText('Correction demandée').first().waitFor();

    const applicant = await as(of('Éclats'), { viewport: PHONE, theme: 'dark' });
    const { page } = applicant;
    await page.goto(`/mes-candidatures/${fileOf('Éclats')}`);
    await see(page, 'Dites-nous les horaires d’ouverture.');
    expect(await page.getByLabel('Combien de personnes ?').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByLabel('Que ferez-vous ?').fill('Un atelier ouvert de 9 h à 18 h');
    await page.getByLabel('Que ferez-vous ?').blur();
    await page.getByText(/^Enregistré/).waitFor();
    await page.getByRole('link', { name: 'Vérifier et déposer' }).first().click();
    await page.getByRole('button', { name: 'Déposer la correction' }).click();
    await page.getByRole('heading', { name: 'Accusé de réception' }).waitFor();
    await applicant.leave();

    await agent.page.reload();
    await see(agent.page, 'Un atelier ouvert de 9 h à 18 h');
    await see(agent.page, 'Corrigé');
    expect(await axeFindings(agent.page)).toEqual([]);
    await agent.leave();
  });

  test('ends its check with many files at once, each answered apart, and undone', async () => {
    const { page, faults, leave } = await as(agents[0], { viewport: PHONE });
    await page.goto(`/mes-appels/${callId}/instruction?etat=filed`);
    await page.getByLabel('Choisir tous les dossiers affichés').check();
    await page.getByRole('button', { name: 'Déclarer recevables' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Déclarer recevables' }).click();
    await see(page, 'Refusé pour 2 dossiers :');
    expect(await scrollsSideways(page)).toBe(false);
    for (const name of ['Éclats', 'Cuisine commune'] as const) {
      await turnTo(page, `/instruction/${fileOf(name)}`);
      await page.getByRole('button', { name: /Cocher « oui »/ }).click();
      await page.getByText('Tout est rempli').waitFor();
    }
    await turnTo(page, `/mes-appels/${callId}/instruction?etat=filed`);
    await page.getByLabel('Choisir tous les dossiers affichés').check();
    await page.getByRole('button', { name: 'Déclarer recevables' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Déclarer recevables' }).click();
    await see(page, 'C’est fait pour 2 dossiers.');
    // The bar of the chosen files, with a button of that name too, leaves once the list is read again.
    await page.getByRole('group', { name: 'dossiers choisis' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await see(page, 'Annulé pour 2 dossiers.');
    expect(faults).toEqual([]);
    await leave();
  });
});
