import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, DESKTOP, launchBrowser, PHONE, scrollsSideways, visit } from '../support/browser.js';
import { PUBLIC_DOMAIN } from '../support/legal.js';
import { waitForMail } from '../support/mail-viewer.js';
import { type Product, startProduct } from '../support/product.js';
import { givenAssociation, givenCommune, givenPerson, type SignedIn } from '../support/signed-in.js';

jest.setTimeout(300_000);

const AGENT = 'mairie@langres.example';
const MEMBER = 'atelier@plateau.example';

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('An agreement', () => {
  let product: Product;
  let browser: Browser;
  let agent: SignedIn;
  let member: SignedIn;
  let address: string;
  let place: string;
  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    [agent, member] = await Promise.all([givenPerson(product, AGENT, 'Camille Durand'), givenPerson(product, MEMBER, 'Alex Martin')]);
    const [commune, association] = [await givenCommune(agent), await givenAssociation(member)];
    await product.sql(`update organisation set state = 'verified' where id = any ($1)`, [[commune, association]]);
    const site = await agent.send('POST', '/api/sites', {
      organisationId: commune,
      name: 'Halle de Langres',
      kind: 'goods_shed',
      communeId: 'commune:52269',
    });
    place = String(site['id']);
    const application = randomUUID();
    await product.sql(`update site set state = 'awarded', state_changed_at = now() - interval '5 years' where id = $1`, [place]);
    await product.sql(
      `insert into application (id, site_id, organisation_id, state, number, title, answers, form, created_at, updated_at)
       values ($1, $2, $3, 'selected', 'TE-2026-900001', 'Un atelier pour tous', '{}', '[]', now(), now())`,
      [application, place, association],
    );
    // What the law asks for was done: an activity that is not economic, decided by the council.
    await product.sql(`insert into legal_procedure (id, application_id, organisation_id) values ($1, $1, $2)`, [application, commune]);
    await product.sql(
      `insert into legal_answer (procedure_id, version, at, answers, rule, path, strict_because)
       values ($1, 1, now(), $2, 'public-not-economic', 'no_duty', '{}')`,
      [application, JSON.stringify({ ...PUBLIC_DOMAIN, economic: 'no' })],
    );
    await product.sql(
      `insert into legal_step (procedure_id, step, at, done_on, reference) values ($1, 'decision', now(), current_date, 'Délibération 2026-14')`,
      [application],
    );
    const { id } = await agent.send('POST', '/api/agreements', { applicationId: application });
    address = `/conventions/${String(id)}`;
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  /** The calendar moves: every day of the agreement so much earlier, then the work of the morning. */
  async function daysLater(endsOn: string): Promise<void> {
    const id = address.slice('/conventions/'.length);
    await product.sql(
      `with past as (select set_config('session_replication_role', 'replica', false))
       update agreement set starts_on = ($2::date - interval '3 years')::date, ends_on = $2::date,
         terms = terms || jsonb_build_object('startsOn', to_char($2::date - interval '3 years', 'YYYY-MM-DD'), 'endsOn', $2::text)
       from past where id = $1`,
      [id, endsOn],
    );
    await product.sql(`update site set state_changed_at = $2::date - interval '3 years' where id = $1`, [place, endsOn]);
    await product.sql(`update pgboss.job set start_after = now() where name = 'follow-agreements.daily' and state = 'created'`);
  }

  async function act(page: Page, name: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = () => Promise.resolve()) {
    await page.getByRole('button', { name }).first().click();
    const dialog = page.getByRole('dialog');
    await fill(dialog);
    await dialog.getByRole('button', { name }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  test('goes from its draft to its signature, between two sides', async () => {
    const owner = await visit(browser, product.url, { viewport: DESKTOP, storageState: agent.cookies });
    const { page } = owner;
    await page.goto('/conventions');
    await page.getByRole('link', { name: 'Halle de Langres' }).click();
    await page.getByRole('heading', { level: 1, name: 'Halle de Langres' }).waitFor();
    await page.getByRole('radio', { name: 'Domaine public' }).check();
    await page.getByLabel('Objet de la convention').fill('Un atelier de réparation ouvert à tous.');
    await page.getByLabel('Activité permise').fill('Réparation de vélos et d’appareils.');
    await page.getByLabel('Type d’acte').selectOption('temporary_occupation');
    await page.getByLabel('Premier jour').fill(dayFromNow(0));
    await page.getByLabel('Dernier jour, inclus').fill(dayFromNow(3 * 365));
    await page.getByRole('radio', { name: 'Un loyer ou une redevance' }).check();
    await page.getByLabel('Montant par an, en euros').fill('1 200,50');
    await page.getByLabel('Représentant du propriétaire').fill('Madame la maire');
    await page.getByLabel('Représentant de l’occupant').fill('Le président');
    await page.getByRole('button', { name: 'Retirer la condition 2' }).click();
    await page.getByRole('button', { name: 'Enregistrer le projet' }).click();
    await page.getByText('Projet enregistré').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const occupant = await visit(browser, product.url, { viewport: PHONE, theme: 'dark', storageState: member.cookies });
    await occupant.page.goto(address);
    await occupant.page.getByText('1 200,50 € par an').waitFor();
    expect(await axeFindings(occupant.page)).toEqual([]);
    expect(await scrollsSideways(occupant.page)).toBe(false);
    await act(occupant.page, 'Accepter ce texte');
    await occupant.page.getByText('Accepté par l’occupant').waitFor();
    expect(occupant.faults).toEqual([]);
    await occupant.leave();

    await page.reload();
    await act(page, 'Arrêter le texte');
    await act(page, 'Inscrire la preuve', (dialog) => dialog.getByLabel('Quelle preuve').fill('Attestation n° 42'));
    await page.getByText('Attestation n° 42').waitFor();
    await act(page, 'Inscrire les signatures');
    await page.getByText('Signée par Madame la maire').waitFor();
    await page.getByText('En cours').first().waitFor();
    expect(owner.faults).toEqual([]);
    await owner.leave();
  });

  test('reminds both sides six months before its end, and gives the place back to its owner’s desk', async () => {
    await daysLater(dayFromNow(170));
    const owner = await visit(browser, product.url, { storageState: agent.cookies });
    const { page } = owner;
    for (const side of [AGENT, MEMBER]) await waitForMail(page, side, /se termine dans six mois/);
    await page.goto(address);
    await page.getByText('Rappel des 6 mois envoyé').waitFor();
    await page.getByRole('button', { name: 'Renouveler' }).waitFor();
    await daysLater(dayFromNow(-1));
    await page.reload();
    await page.getByText('Terminée').first().waitFor();
    await act(page, 'Publier de nouveau le lieu');
    await page.getByRole('button', { name: 'Publier de nouveau le lieu' }).waitFor({ state: 'hidden' });
    const [{ state } = { state: null }] = await product.sql('select state from site where id = $1', [place]);
    expect(state).toBe('published');
    expect(owner.faults).toEqual([]);
    await owner.leave();
  });
});
