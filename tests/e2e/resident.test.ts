import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, launchBrowser, PHONE, turnTo, visit } from '../support/browser.js';
import { tabTo } from '../support/need-journey.js';
import { countMails, openLinkOfMail, waitForMail } from '../support/mail-viewer.js';
import { type Product, startProduct } from '../support/product.js';
import { givenModerator } from '../support/signed-in.js';

jest.setTimeout(180_000);

describe('A resident who wants to know what becomes of the place next door', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct();
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

  test('follows a place on a phone with an address and no account, hears of a change once, and leaves', async () => {
    const email = 'riveraine@example.org';
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE });
    await page.goto('/lieux');
    const link = page.getByRole('main').getByRole('article').first().getByRole('heading').getByRole('link');
    await page.goto((await link.getAttribute('href')) ?? '/lieux');
    await page.getByRole('button', { name: 'Suivre', exact: true }).waitFor();
    const siteId = new URL(page.url()).pathname.split('/').at(-1) ?? '';

    await page.getByRole('button', { name: 'Suivre', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Dès qu’il se passe quelque chose' }).check();
    await dialog.getByLabel('Votre adresse électronique').fill(email);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Suivre', exact: true }).click();
    await dialog.getByText('Regardez vos messages').waitFor();

    await openLinkOfMail(page, email, 'Confirmez que vous voulez suivre ceci');
    await page.getByRole('button', { name: 'Oui, je veux suivre' }).click();
    await page.getByText('C’est confirmé').waitFor();

    await product.sql('update site set land_area_m2 = coalesce(land_area_m2, 0) + 17, updated_at = now() where id = $1', [siteId]);
    await product.cli('follow', 'look');
    await (await waitForMail(page, email, /^Du nouveau/)).click();
    await page.getByText('A changé : la surface du terrain.').waitFor();
    expect(await page.locator('pre.headers').innerText()).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const letter = page.url();
    await product.cli('follow', 'look');
    await product.cli('follow', 'digests');
    expect(await countMails(page, email)).toBe(2);

    await page.goto(letter);
    await page.locator('pre').first().getByRole('link').last().click();
    await page.getByRole('button', { name: 'Ne plus recevoir ces messages' }).click();
    await page.getByText('C’est fait').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });

  test('says in one tap what stands at a lead; a second passer-by makes it a fact', async () => {
    const [lead] = await product.sql(`select site_id as id from site_listing where shelf = 'lead' order by site_id limit 1`);
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE });
    await page.goto(`/lieux/${String(lead?.['id'])}`);
    const panel = page.getByRole('region', { name: 'Qu’y a-t-il aujourd’hui' });
    await panel.getByText('Personne ne l’a encore dit').waitFor();
    await panel.getByRole('button', { name: 'Démoli' }).click();
    await panel.getByText('Merci, c’est noté').waitFor();
    await panel.getByText('Une réponse est arrivée').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await product.sql(
      `insert into standing_answer (id, site_id, answer, answered_at, network_key)
       select gen_random_uuid(), site_id, answer, answered_at, 'elsewhere' from standing_answer where site_id = $1`,
      [lead?.['id']],
    );
    await page.reload();
    await panel.getByText('Selon 2 passants').waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  test('corrects the year on a sheet without an account, and is named there once a moderator agrees', async () => {
    const email = 'historienne@example.org';
    const [lead] = await product.sql(`select site_id as id from site_listing where shelf = 'lead' order by site_id desc limit 1`);
    const siteId = String(lead?.['id']);
    const moderator = await givenModerator(product, 'moderation@service.example');
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE });
    await page.goto(`/lieux/${siteId}`);
    await page.getByRole('button', { name: 'Quelque chose ne va pas' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ce qui ne va pas').selectOption('builtYear');
    await dialog.getByLabel('Ce qu’il faudrait lire').fill('1882');
    await dialog.getByLabel('Comment le savez-vous').fill('Carte postale de 1905');
    await dialog.getByLabel('Nom à afficher').fill('Jeanne Martin');
    await dialog.getByLabel('Votre adresse électronique').fill(email);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Envoyer ma proposition' }).click();
    await dialog.getByText('Regardez vos messages').waitFor();

    await openLinkOfMail(page, email, 'Confirmez votre proposition');
    await page.getByRole('button', { name: 'Oui, c’est ma proposition' }).click();
    await page.getByText('Votre proposition est envoyée').waitFor();
    const [proposal] = await product.sql(`select id from site_proposal where state = 'received'`);
    await moderator.send('POST', `/api/site-proposals/${String(proposal?.['id'])}/accept`);

    await openLinkOfMail(page, email, 'Votre proposition est acceptée');
    await page.getByText('Acceptée', { exact: true }).waitFor();
    await turnTo(page, `/lieux/${siteId}`);
    await page.getByText(/^Corrigé grâce à Jeanne Martin/).waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  test('who received a letter about a place types its code and answers without an account', async () => {
    const code = 'ABCD-EFGH-JKLM';
    await product.sql(
      `insert into knock_letter (id, site_id, organisation_id, state, language, written_at, names, organisation_count, code_hash)
       select gen_random_uuid(), (select site_id from site_listing where shelf = 'lead' order by site_id limit 1), id, 'written', 'fr', now(),
         array[name], 2, $1 from organisation where kind = 'ess' limit 1`,
      [createHash('sha256').update(code).digest('base64url')],
    );
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE });
    await page.goto('/repondre');
    await page.getByLabel('Le code de la lettre').fill('abcd efgh jklm');
    await page.getByRole('button', { name: 'Voir la lettre' }).click();
    await page.getByText('2 organisations regardent ce lieu').waitFor();
    await page.getByRole('radio', { name: /^Pas disponible/ }).check();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await page.getByText('Merci. Votre réponse est montrée').waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  test('keeps a place with its star and finds it among the favourites of this browser', async () => {
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE });
    await page.goto('/lieux');
    const star = page.getByRole('button', { name: /^Garder en favori/ }).first();
    await star.click();
    const name = ((await star.getAttribute('aria-label')) ?? '').replace(/^Garder en favori\s*: /, '');
    await turnTo(page, '/favoris');
    await page.getByRole('main').getByRole('link', { name }).waitFor();
    await page.getByRole('button', { name: /^Garder en favori/ }).click();
    await page.getByText('Aucun favori pour l’instant').waitFor();
    expect(faults).toEqual([]);
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
