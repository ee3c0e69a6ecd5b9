import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, launchBrowser, PHONE, scrollsSideways, visit } from '../support/browser.js';
import { openLinkOfMail } from '../support/mail-viewer.js';
import { tabTo } from '../support/need-journey.js';
import { fillSignIn, PASSWORD } from '../support/people.js';
import { type Product, startProduct } from '../support/product.js';
import { givenCommune, givenPerson } from '../support/signed-in.js';

jest.setTimeout(300_000);

describe('A stranger', () => {
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

  test('reads what is public without an account, and is brought to sign in, then back, where an account is needed', async () => {
    const owner = await givenPerson(product, 'mairie@langres.example', 'Alix Renaud');
    const address = `/organisations/${await givenCommune(owner)}`;
    const { page, leave } = await visit(browser, product.url, { viewport: PHONE, theme: 'dark' });
    await page.goto('/organisations');
    await page.getByRole('main').getByRole('listitem').filter({ hasText: 'vérifiée' }).first().getByRole('link').click();
    await page.getByRole('heading', { level: 2, name: 'Ce que l’on sait' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'Introuvable' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${address}/gerer/membres`);
    await page.getByText(/vous y reviendrez aussitôt/).waitFor();
    expect(await scrollsSideways(page)).toBe(false);

    await fillSignIn(page, 'mairie@langres.example', 'un mauvais mot de passe');
    const wrong = await page.getByRole('main').getByRole('alert').innerText();
    await fillSignIn(page, 'personne@chaumont.example', 'un mauvais mot de passe');
    await page.getByRole('main').getByRole('alert').waitFor();
    expect(await page.getByRole('main').getByRole('alert').innerText()).toBe(wrong);
    await fillSignIn(page, 'mairie@langres.example');
    await page.getByRole('heading', { level: 1, name: 'Membres' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`${address}/gerer/membres`);
    await leave();
  });

  test('with an account of one’s own reads why the pages of another organisation stay closed', async () => {
    const { cookies } = await givenPerson(product, 'curieux@exemple.example', 'Sacha Curieux');
    const { page, leave } = await visit(browser, product.url, { storageState: cookies });
    await page.goto('/organisations?q=Langres');
    await page.getByRole('link', { name: 'Ville de Langres' }).click();
    await page.getByRole('button', { name: 'Demander à la rejoindre' }).waitFor();
    await page.goto(`${new URL(page.url()).pathname}/gerer/membres`);
    await page.getByText('Réservé aux membres de cette organisation.').waitFor();
    await page.goto('/moderation');
    await page.getByText('Réservé à la modération.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  test('who has forgotten the password chooses another by the message received', async () => {
    await givenPerson(product, 'oubli@exemple.example', 'Oubli Total');
    const { page, leave } = await visit(browser, product.url);
    await page.goto('/mot-de-passe-oublie');
    await page.getByRole('main').getByLabel('Adresse électronique').fill('oubli@exemple.example');
    await page.getByRole('button', { name: 'M’envoyer le lien' }).click();
    await page.getByRole('heading', { level: 2, name: 'Regardez vos messages' }).waitFor();
    await openLinkOfMail(page, 'oubli@exemple.example', 'Choisissez un nouveau mot de passe');
    await page.getByLabel('Nouveau mot de passe').fill('court');
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await page.getByRole('link', { name: /Nouveau mot de passe — / }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Nouveau mot de passe').fill('lampadaire gravier mardi colza');
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await page.getByText('Mot de passe enregistré').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Se connecter' }).click();
    await fillSignIn(page, 'oubli@exemple.example', 'lampadaire gravier mardi colza');
    await page.getByRole('heading', { level: 1, name: 'Profil' }).waitFor();
    await leave();
  });

  test('leaves for good by keyboard alone: takes the data away, erases the account, and cannot sign in any more', async () => {
    const { cookies } = await givenPerson(product, 'adieu@exemple.example', 'Ana Adieu');
    const { page, leave } = await visit(browser, product.url, { storageState: cookies });
    await page.goto('/mon-compte/donnees');
    await page.getByRole('heading', { level: 1, name: 'Mes données' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await tabTo(page, 'Télécharger mes données');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);

    await tabTo(page, 'Effacer mon compte…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /J’ai compris/);
    await page.keyboard.press('Space');
    await tabTo(page, 'Effacer définitivement mon compte');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Votre compte est effacé' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto('/connexion');
    await fillSignIn(page, 'adieu@exemple.example', PASSWORD);
    await page.getByRole('main').getByRole('alert').waitFor();
    await leave();
  });
});
