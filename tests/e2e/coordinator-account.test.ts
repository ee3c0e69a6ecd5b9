import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, DESKTOP, launchBrowser, PHONE, turnTo, visit } from '../support/browser.js';
import { openLinkOfMail } from '../support/mail-viewer.js';
import { signIn, signOutByMenu, turnOnSecondFactor } from '../support/people.js';
import { type Product, startProduct } from '../support/product.js';
import { givenPerson } from '../support/signed-in.js';
import { codeShown } from '../support/totp.js';

jest.setTimeout(300_000);

const COORDINATOR = 'noe@plateau.example';
const SIRET = '900 000 001 00017';

describe('An ESS coordinator with an account', () => {
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

  test('signs up without a password, comes in by the link received, and makes the association known by its number', async () => {
    const { page, leave } = await visit(browser, product.url, { viewport: PHONE, theme: 'dark' });
    await page.goto('/inscription?retour=/organisations/nouvelle');
    const main = page.getByRole('main');
    await main.getByLabel('Votre nom').fill('Noé Martin');
    await main.getByLabel('Adresse électronique').fill(COORDINATOR);
    await main.getByRole('radio', { name: /Par un lien/ }).check();
    await main.getByRole('button', { name: 'Créer mon compte' }).click();
    await page.getByRole('heading', { level: 2, name: 'Regardez vos messages' }).waitFor();
    await openLinkOfMail(page, COORDINATOR, 'Votre compte vous attend');
    await main.getByRole('button', { name: 'Me connecter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Représenter une organisation' }).waitFor();

    await main.getByRole('radio', { name: /Organisation de l’ESS/ }).check();
    await main.getByRole('button', { name: 'Continuer', exact: true }).click();
    await main.getByLabel('Numéro SIRET ou RNA').fill('900 000 001 00018');
    await main.getByRole('button', { name: 'Chercher dans les registres' }).click();
    await page.getByRole('link', { name: /la clé du SIRET est fausse/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await main.getByLabel('Numéro SIRET ou RNA').fill(SIRET);
    await main.getByRole('button', { name: 'Chercher dans les registres' }).click();
    await main.getByLabel('Nom de l’organisation').fill('Les Ateliers du Plateau');
    await main.getByLabel('Forme juridique').selectOption('association');
    await main.getByLabel('Ce qui montre que vous parlez en son nom').fill('Je coordonne l’association, mandaté par son conseil.');
    await main.getByRole('button', { name: 'Envoyer à la vérification' }).click();
    await page.getByRole('heading', { level: 2, name: /demande envoyée/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  test('who comes second finds the association and asks to join it; the coordinator accepts with a role', async () => {
    const { cookies } = await givenPerson(product, 'lea@plateau.example', 'Léa Petit');
    const second = await visit(browser, product.url, { storageState: cookies });
    await second.page.goto('/organisations/nouvelle');
    const main = second.page.getByRole('main');
    await main.getByRole('radio', { name: /Organisation de l’ESS/ }).check();
    await main.getByRole('button', { name: 'Continuer', exact: true }).click();
    await main.getByLabel('Numéro SIRET ou RNA').fill(SIRET);
    await main.getByRole('button', { name: 'Chercher dans les registres' }).click();
    await main.getByRole('link', { name: 'Demander à la rejoindre' }).click();
    await main.getByRole('button', { name: 'Demander à la rejoindre' }).click();
    const dialog = second.page.getByRole('dialog');
    await dialog.getByLabel('Un mot pour eux').fill('Je suis la comptable.');
    await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
    await second.page.getByText('Demande envoyée').waitFor();
    const address = new URL(second.page.url()).pathname;

    const first = await visit(browser, product.url);
    await first.page.goto('/connexion/lien');
    await first.page.getByRole('main').getByLabel('Adresse électronique').fill(COORDINATOR);
    await first.page.getByRole('button', { name: 'M’envoyer un lien' }).click();
    await first.page.getByRole('heading', { level: 2, name: 'Regardez vos messages' }).waitFor();
    await openLinkOfMail(first.page, COORDINATOR, 'Votre lien de connexion');
    await first.page.getByRole('main').getByRole('button', { name: 'Me connecter' }).click();
    await first.page.getByRole('heading', { level: 1, name: 'Profil' }).waitFor();
    await first.page.goto(`${address}/gerer/membres`);
    await first.page.getByRole('button', { name: 'Accepter Léa Petit' }).click();
    await first.page
      .getByRole('dialog')
      .getByRole('radio', { name: /^éditeur/ })
      .check();
    await first.page.getByRole('dialog').getByRole('button', { name: 'Accepter' }).click();
    await first.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: 'Léa Petit' })
      .getByText(/éditeur/)
      .waitFor();

    await second.page.goto(`${address}/gerer/justificatifs`);
    await main.getByLabel('Agrément ou qualité').selectOption('ACI');
    await main.getByLabel('Début').fill('2026-01-01');
    await main.getByLabel('Fin', { exact: true }).fill('2099-12-31');
    await main.getByRole('combobox', { name: 'Départements couverts' }).fill('Haute-Marne');
    await second.page
      .getByRole('option', { name: /^Haute-Marne/ })
      .first()
      .click();
    await main.getByRole('button', { name: 'Ajouter' }).click();
    await second.page.getByText('C’est ajouté. La modération le vérifiera.').waitFor();
    expect(await axeFindings(second.page)).toEqual([]);
    await second.leave();
    await first.leave();
  });

  test('protects the account with a second factor, signs in with a recovery code and signs the other device out', async () => {
    const { page, leave } = await visit(browser, product.url, { viewport: DESKTOP });
    await givenPerson(product, 'paul@plateau.example', 'Paul Roux');
    await signIn(page, 'paul@plateau.example');
    const { recoveryCode } = await turnOnSecondFactor(page, codeShown);
    expect(await axeFindings(page)).toEqual([]);

    const phone = await visit(browser, product.url, { viewport: PHONE });
    await phone.page.goto('/connexion?retour=/mon-compte/sessions');
    await phone.page.getByRole('main').getByLabel('Adresse électronique').fill('paul@plateau.example');
    await phone.page.getByRole('main').getByLabel('Mot de passe', { exact: true }).fill('quai tournesol marteau jeudi');
    await phone.page.getByRole('main').getByRole('button', { name: 'Se connecter', exact: true }).click();
    await phone.page.getByRole('heading', { level: 1, name: 'Second facteur' }).waitFor();
    expect(await axeFindings(phone.page)).toEqual([]);
    await phone.page.getByRole('button', { name: /utiliser un code de secours/ }).click();
    await phone.page.getByLabel('Code de secours').fill(recoveryCode);
    await phone.page.getByRole('button', { name: 'Valider' }).click();
    await phone.page.getByRole('heading', { level: 1, name: 'Appareils connectés' }).waitFor();
    await phone.page.getByRole('button', { name: /^Déconnecter Linux/ }).click();
    await phone.page.getByText('Aucun autre appareil n’est connecté.').waitFor();
    expect(await axeFindings(phone.page)).toEqual([]);

    await turnTo(page, '/mon-compte/sessions');
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    await leave();
    await phone.leave();
  });

  test('changes address once both addresses have confirmed', async () => {
    const { cookies } = await givenPerson(product, 'rose@plateau.example', 'Rose Blanc');
    const { page, leave } = await visit(browser, product.url, { storageState: cookies });
    await page.goto('/mon-compte');
    await page.getByLabel('Nouvelle adresse').fill('rose@ailleurs.example');
    await page.getByRole('button', { name: 'Changer d’adresse' }).click();
    await page.getByText('Deux messages sont partis').waitFor();
    await openLinkOfMail(page, 'rose@plateau.example', 'Voulez-vous changer d’adresse ?');
    await page.getByRole('button', { name: 'Confirmer le changement' }).click();
    await page.getByText('Encore une confirmation').waitFor();
    await openLinkOfMail(page, 'rose@ailleurs.example', /.*/);
    await page.getByRole('button', { name: 'Confirmer le changement' }).click();
    await page.getByText('Adresse changée').waitFor();
    await turnTo(page, '/mon-compte');
    if (await page.getByRole('heading', { level: 1, name: 'Se connecter' }).isVisible()) return leave();
    await page.getByText('Adresse actuelle : rose@ailleurs.example'.replace(' :', '\u00a0:')).waitFor();
    await signOutByMenu(page);
    await leave();
  });
});
