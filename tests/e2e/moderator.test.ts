import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchBrowser, PHONE, scrollsSideways, turnTo, visit } from '../support/browser.js';
import { tabTo } from '../support/need-journey.js';
import { fillSignIn, PASSWORD, turnOnSecondFactor } from '../support/people.js';
import { type Product, startProduct } from '../support/product.js';
import { givenCommune, givenPerson } from '../support/signed-in.js';
import { codeShown, nextCode } from '../support/totp.js';

jest.setTimeout(300_000);

const MODERATOR = 'moderation@service.example';

describe('A moderator', () => {
  let product: Product;
  let browser: Browser;
  let organisation: string;
  let secret: string;
  let recoveryCode: string;
  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    organisation = `/organisations/${await givenCommune(await givenPerson(product, 'mairie@langres.example', 'Camille Durand'))}`;
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  async function signInAsModerator(page: Page, giveCode: (page: Page) => Promise<void>): Promise<void> {
    await page.goto('/connexion?retour=/moderation');
    await fillSignIn(page, MODERATOR);
    await page.getByRole('heading', { level: 1, name: 'Second facteur' }).waitFor();
    await giveCode(page);
    await page.getByRole('button', { name: 'Valider' }).click();
    await page.getByRole('heading', { level: 1, name: 'Modération' }).waitFor();
  }

  const byApplication = (page: Page) => page.getByLabel('Code à six chiffres').fill(nextCode(secret));
  /** A code of the application works once, and the next one only comes half a minute later. */
  async function byRecoveryCode(page: Page): Promise<void> {
    await page.getByRole('button', { name: /utiliser un code de secours/ }).click();
    await page.getByLabel('Code de secours').fill(recoveryCode);
  }

  test('is made by the command line, and moderates only once the second factor is on', async () => {
    const said = await product.cli('create-admin', MODERATOR);
    const { page, leave } = await visit(browser, product.url);
    await page.goto(/https?:\/\/\S+#token=[\w-]+/.exec(said)?.[0] ?? said);
    await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await page.getByText('Mot de passe enregistré').waitFor();
    await page.goto('/connexion?retour=/moderation');
    await fillSignIn(page, MODERATOR);
    await page.getByText('Un second facteur est nécessaire').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    ({ secret, recoveryCode } = await turnOnSecondFactor(page, codeShown));
    await turnTo(page, '/moderation');
    await page.getByRole('table', { name: 'Organisations à vérifier' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  test('reads what was declared beside the register and verifies with a reason, by keyboard alone', async () => {
    const { page, leave } = await visit(browser, product.url);
    await signInAsModerator(page, byApplication);
    await tabTo(page, 'Ville de Langres');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ville de Langres' }).waitFor();
    await page.getByText('Je suis chargée du patrimoine').waitFor();
    await tabTo(page, 'Vérifier');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Vérifier Ville de Langres' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, 'Vérifier');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^Motif — / }).waitFor();
    await tabTo(page, /^Motif(?! —)/);
    await page.keyboard.type('Arrêté du maire lu et confirmé par téléphone.');
    await tabTo(page, 'Vérifier');
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByText('vérifiée', { exact: true }).waitFor();
    await leave();
  });

  test('suspends with a reason that the members read, and finds every act in the journal', async () => {
    const { page, leave } = await visit(browser, product.url, { viewport: PHONE, theme: 'dark' });
    await signInAsModerator(page, byRecoveryCode);
    await page.goto(`/moderation${organisation}`);
    await page.getByRole('button', { name: 'Suspendre' }).click();
    await page.getByRole('dialog').getByLabel('Motif').fill('Plusieurs signalements à examiner.');
    await page.getByRole('dialog').getByRole('button', { name: 'Suspendre' }).click();
    await page.getByRole('main').getByText('suspendue', { exact: true }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await turnTo(page, '/moderation/journal');
    await page.getByText('suspend-organisation').first().waitFor();
    await page.getByText('verify-organisation').first().waitFor();
    await page.getByText('claim-organisation').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await leave();

    const owner = await visit(browser, product.url);
    await owner.page.goto(`/connexion?retour=${organisation}/gerer`);
    await fillSignIn(owner.page, 'mairie@langres.example');
    await owner.page.getByText('Organisation suspendue').waitFor();
    await owner.page.getByText('Plusieurs signalements à examiner.').waitFor();
    await owner.leave();
    expect(await product.cli('journal', 'verify')).not.toBe('');
  });
});
