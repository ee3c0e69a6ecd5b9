import type { Page } from 'playwright-core';
import { openLinkOfMail } from './mail-viewer.js';

export const PASSWORD = 'quai tournesol marteau jeudi';

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Creates an account with a password, from the sign-up page to “look at your mail”. */
export async function fillSignUp(page: Page, email: string, name: string): Promise<void> {
  await main(page).getByLabel('Votre nom').fill(name);
  await main(page).getByLabel('Adresse électronique').fill(email);
  await main(page).getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await main(page).getByRole('button', { name: 'Créer mon compte' }).click();
  await page.getByRole('heading', { level: 2, name: 'Regardez vos messages' }).waitFor();
}

export async function confirmAddress(page: Page, email: string): Promise<void> {
  await openLinkOfMail(page, email, 'Confirmez votre adresse');
  await heading(page, 'Confirmer mon adresse');
  await main(page).getByRole('button', { name: 'Confirmer mon adresse' }).click();
  await page.getByText('Adresse confirmée').waitFor();
}

/** Signs in with the password from wherever the page of sign-in was reached. */
export async function fillSignIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await heading(page, 'Se connecter');
  await main(page).getByLabel('Adresse électronique').fill(email);
  await main(page).getByLabel('Mot de passe', { exact: true }).fill(password);
  await main(page).getByRole('button', { name: 'Se connecter', exact: true }).click();
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion');
  await fillSignIn(page, email);
  await heading(page, 'Profil');
}

/** Claims a commune by its territory and arrives on its page. */
export async function representCommune(page: Page, commune: string): Promise<void> {
  await page.goto('/organisations/nouvelle');
  await main(page)
    .getByRole('radio', { name: /Propriétaire public/ })
    .check();
  await main(page).getByRole('button', { name: 'Continuer', exact: true }).click();
  await main(page)
    .getByRole('button', { name: /Continuer sans numéro/ })
    .click();
  await main(page).getByLabel('Nom de l’organisation').fill(`Ville de ${commune}`);
  await main(page).getByLabel('Sorte de propriétaire public').selectOption('commune');
  await main(page).getByRole('combobox', { name: 'Commune', exact: true }).fill(commune);
  await page
    .getByRole('option', { name: new RegExp(`^${commune}`) })
    .first()
    .click();
  await main(page)
    .getByLabel('Ce qui montre que vous parlez en son nom')
    .fill('Je suis chargée du patrimoine à la mairie, par arrêté du 3 mars.');
  await main(page).getByRole('button', { name: 'Envoyer à la vérification' }).click();
  await page.getByRole('heading', { level: 2, name: /demande envoyée/ }).waitFor();
  await main(page).getByRole('link', { name: 'Voir sa page' }).click();
  await heading(page, `Ville de ${commune}`);
}

/** Turns on the second factor and keeps the codes. @returns the secret of the authenticator application, and a recovery code */
export async function turnOnSecondFactor(
  page: Page,
  codeFor: (secret: string) => string,
): Promise<{ secret: string; recoveryCode: string }> {
  await page.goto('/mon-compte/securite');
  await main(page).getByRole('button', { name: 'Activer le second facteur' }).click();
  const secret = (await main(page).locator('code.secret').innerText()).replaceAll(' ', '');
  await main(page).getByLabel('Code à six chiffres').fill(codeFor(secret));
  await main(page).getByRole('button', { name: 'Vérifier et activer' }).click();
  await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
  const recoveryCode = await main(page).locator('.recovery-codes code').first().innerText();
  await main(page)
    .getByRole('checkbox', { name: /J’ai gardé ces codes/ })
    .check();
  await main(page).getByRole('button', { name: 'Terminer' }).click();
  await page.getByText('Le second facteur est activé').waitFor();
  return { secret, recoveryCode };
}

export async function signOutByMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Votre compte/ }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('link', { name: 'Se connecter' }).first().waitFor();
}
