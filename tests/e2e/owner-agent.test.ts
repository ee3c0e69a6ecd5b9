import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings, DESKTOP, launchBrowser, PHONE, scrollsSideways, turnTo, visit } from '../support/browser.js';
import { countMails, openLinkOfMail, waitForMail } from '../support/mail-viewer.js';
import { tabTo } from '../support/need-journey.js';
import { confirmAddress, fillSignIn, fillSignUp, PASSWORD, representCommune } from '../support/people.js';
import { association } from '../support/organisations.js';
import { type Product, startProduct } from '../support/product.js';
import { givenPerson } from '../support/signed-in.js';
import { photoOfATelephone, plainPdf, SVG_WITH_SCRIPT } from '../support/upload-corpus.js';

jest.setTimeout(300_000);

const AGENT = 'agent@langres.example';
const COLLEAGUE = 'aicha@langres.example';

describe('An owner’s agent', () => {
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

  test('creates an account, confirms the address by the message received and signs in, by keyboard alone', async () => {
    const { page, faults, leave } = await visit(browser, product.url);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(page, 'Créer un compte');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Créer un compte' }).waitFor();
    await tabTo(page, 'Votre nom');
    await page.keyboard.type('Camille Durand');
    await tabTo(page, 'Adresse électronique');
    await page.keyboard.type('clavier@langres.example');
    await tabTo(page, 'Mot de passe');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Regardez vos messages' }).waitFor();

    await openLinkOfMail(page, 'clavier@langres.example', 'Confirmez votre adresse');
    await page.getByRole('heading', { level: 1, name: 'Confirmer mon adresse' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await tabTo(page, 'Confirmer mon adresse');
    await page.keyboard.press('Enter');
    await page.getByText('Adresse confirmée').waitFor();
    await tabTo(page, 'Continuer');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    await tabTo(page, 'Adresse électronique');
    await page.keyboard.type('clavier@langres.example');
    await tabTo(page, 'Mot de passe');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Profil' }).waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  test('represents the commune, invites a colleague, changes her role, then withdraws her access, which ends at once', async () => {
    const { cookies } = await givenPerson(product, AGENT, 'Camille Durand');
    const agent = await visit(browser, product.url, { storageState: cookies });
    await representCommune(agent.page, 'Langres');
    const address = new URL(agent.page.url()).pathname;
    await turnTo(agent.page, `${address}/gerer/membres`);
    const main = agent.page.getByRole('main');
    await main.getByLabel('Adresse électronique').fill(COLLEAGUE);
    await main.getByRole('radio', { name: /^lecteur/ }).check();
    await main.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await agent.page.getByText(`Invitation envoyée à ${COLLEAGUE}.`).waitFor();
    expect(await axeFindings(agent.page)).toEqual([]);

    const colleague = await visit(browser, product.url, { viewport: PHONE, theme: 'dark' });
    await openLinkOfMail(colleague.page, COLLEAGUE, /.*/);
    await colleague.page.getByText(/Vous êtes invité à rejoindre Ville de Langres/).waitFor();
    expect(await axeFindings(colleague.page)).toEqual([]);
    expect(await scrollsSideways(colleague.page)).toBe(false);
    await colleague.page.getByRole('main').getByRole('link', { name: 'Créer un compte' }).click();
    await fillSignUp(colleague.page, COLLEAGUE, 'Aïcha Belkacem');
    await confirmAddress(colleague.page, COLLEAGUE);
    await colleague.page.getByRole('link', { name: 'Continuer' }).click();
    await colleague.page.getByText(/Il vous faut un compte/).waitFor();
    await colleague.page.getByRole('main').getByRole('link', { name: 'Se connecter' }).click();
    await fillSignIn(colleague.page, COLLEAGUE);
    await colleague.page.getByRole('button', { name: 'Accepter l’invitation' }).click();
    await colleague.page.getByRole('heading', { level: 1, name: 'Ville de Langres' }).waitFor();
    await turnTo(colleague.page, `${address}/gerer/justificatifs`);
    await colleague.page.getByText(/Votre rôle ne le permet pas/).waitFor();

    await agent.page.reload();
    await main.getByRole('button', { name: 'Changer le rôle Aïcha Belkacem' }).click();
    const dialog = agent.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^éditeur/ }).check();
    await dialog.getByRole('button', { name: 'Changer le rôle' }).click();
    await main
      .getByRole('listitem')
      .filter({ hasText: 'Aïcha Belkacem' })
      .getByText(/éditeur/)
      .waitFor();
    await colleague.page.reload();
    await colleague.page.getByLabel('Agrément ou qualité').waitFor();

    await main.getByRole('button', { name: 'Retirer Aïcha Belkacem' }).click();
    await agent.page.getByRole('dialog').getByRole('button', { name: 'Retirer des membres' }).click();
    await main.getByRole('button', { name: 'Retirer Aïcha Belkacem' }).waitFor({ state: 'detached' });
    await colleague.page.reload();
    await colleague.page.getByText('Réservé aux membres de cette organisation.').waitFor();
    await agent.leave();
    await colleague.leave();
  });

  test('shows a place in photos: drops them, is told what is refused, describes one by keyboard; a resident sees it, never the plan', async () => {
    const { page, leave } = await visit(browser, product.url);
    await page.goto('/connexion');
    await fillSignIn(page, AGENT);
    await page.getByRole('heading', { level: 1, name: 'Profil' }).waitFor();
    const [place] = await product.sql(
      `update site set owner_organisation_id = (select id from organisation where name = 'Ville de Langres')
       where id = (select site_id from site_listing where shelf = 'offered' order by site_id limit 1) returning id`,
    );
    const id = String(place?.['id']);
    await turnTo(page, `/mes-lieux/${id}/photos`);
    await page.getByRole('heading', { level: 1, name: 'Photos et documents' }).waitFor();
    await page.locator('input[type=file]').setInputFiles([
      { name: 'cour.jpg', mimeType: 'image/jpeg', buffer: await photoOfATelephone() },
      { name: 'plan du rez-de-chaussée.pdf', mimeType: 'application/pdf', buffer: plainPdf() },
      { name: 'dessin.png', mimeType: 'image/png', buffer: SVG_WITH_SCRIPT },
    ]);
    await page.getByText(/dessin\.png — Type de fichier refusé/).waitFor();
    await page.getByText('représente le lieu').waitFor();
    await page.getByRole('link', { name: 'Télécharger' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Décrire Photo 1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Ce que montre la photo').waitFor();
    await page.keyboard.type('La halle vue de la cour');
    await tabTo(page, 'Enregistrer');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Modifier Photo 1' }).waitFor();
    await leave();

    const resident = await visit(browser, product.url, { viewport: PHONE });
    await resident.page.goto(`/lieux/${id}`);
    const photo = resident.page.getByRole('img', { name: 'La halle vue de la cour' });
    await photo.waitFor();
    expect(await photo.evaluate((image: HTMLImageElement) => image.decode().then(() => image.currentSrc))).toMatch(/\.webp$/);
    expect(await resident.page.getByText('plan du rez-de-chaussée').count()).toBe(0);
    expect(await axeFindings(resident.page)).toEqual([]);
    expect(await scrollsSideways(resident.page)).toBe(false);
    expect(resident.faults).toEqual([]);
    await resident.leave();
  });

  test('publishes a station from four answers in under three minutes, on a phone', async () => {
    await product.sql(`update organisation set state = 'verified' where name = 'Ville de Langres'`);
    const { page, faults, leave } = await visit(browser, product.url, { viewport: PHONE });
    await page.goto('/connexion?retour=/mes-lieux');
    await fillSignIn(page, AGENT);
    const main = page.getByRole('main');
    await main.getByRole('link', { name: 'Proposer un lieu' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Proposer un lieu' }).waitFor();
    const began = Date.now();
    await main.getByLabel('Nom du lieu').fill('Gare de Langres-Marne');
    await main.getByLabel('Sorte de lieu').selectOption('disused_station');
    await main.getByRole('combobox', { name: 'Commune', exact: true }).fill('Langres');
    await page
      .getByRole('option', { name: /^Langres/ })
      .first()
      .click();
    await main.getByLabel(/Surface intérieure/).fill('180,5');
    await main.getByLabel(/Titre d’occupation/).selectOption('temporary_occupation');
    await main.getByLabel(/Loyer ou redevance/).fill('350');
    await main.getByLabel(/Libre à partir du/).fill('2027-03-01');
    expect(await axeFindings(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await main.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gare de Langres-Marne' }).waitFor();
    await main.getByRole('button', { name: 'Publier', exact: true }).click();
    await main.getByText('Tout le monde peut le voir.').waitFor();
    expect(Date.now() - began).toBeLessThan(180_000);

    await main.getByLabel('En une phrase').fill('Au bord du quai, avec sa marquise.');
    await main.getByLabel('En une phrase').blur();
    await main.getByText(/^Enregistré à/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await main.getByRole('link', { name: 'Voir la fiche publique' }).click();
    await main.getByRole('link', { name: 'Modifier ce lieu' }).waitFor();
    await main.getByText('Au bord du quai, avec sa marquise.').waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  test('finds the place on the desk, closes it by mistake and takes that back', async () => {
    const { page, leave } = await visit(browser, product.url);
    await page.goto('/connexion?retour=/mes-lieux');
    await fillSignIn(page, AGENT);
    const main = page.getByRole('main');
    await main.getByRole('checkbox', { name: 'Choisir Gare de Langres-Marne' }).check();
    await main.getByRole('button', { name: 'Clore' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: 'Vendu', exact: true }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Clore' }).click();
    await main.getByText('1 lieu : c’est fait.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await main.getByRole('button', { name: 'Annuler' }).click();
    await main.getByText('Annulé : tout est comme avant.').waitFor();
    await main
      .getByRole('row', { name: /Gare de Langres-Marne/ })
      .getByText('Proposé')
      .waitFor();

    await main.getByRole('link', { name: 'Reprendre des lieux déjà connus' }).click();
    await main.getByLabel(/Commune, intercommunalité/).fill('Haute-Marne');
    await page
      .getByRole('option', { name: /^Haute-Marne/ })
      .first()
      .click();
    await main.getByRole('button', { name: 'Choisir toutes les pistes affichées' }).click();
    await main.getByLabel('La preuve').fill('Titre de propriété de la ville, publié au service de la publicité foncière');
    await main.getByLabel('Date', { exact: true }).fill('2019-05-02');
    expect(await axeFindings(page)).toEqual([]);
    await main.getByRole('button', { name: 'Reprendre ces lieux' }).click();
    await main.getByText(/sont maintenant des brouillons/).waitFor();
    await leave();
  });

  test('imports a messy table of places, repairs a row, writes the drafts, and undoes the whole', async () => {
    const table = [
      'Patrimoine à céder;;;;',
      'Nom du bien;Commune;Dépt;Longitude;Latitude',
      'Halle aux grains;LANGRES;52;5,3352;47,8661',
      'Ancien guichet;Langres;Haute-Marne;47,8598;5,3375',
      'Maison perdue;Nulle-Part;52;;',
    ].join('\r\n');
    const { page, faults, leave } = await visit(browser, product.url);
    await page.goto('/connexion?retour=%2Fmes-lieux%2Fimport');
    await fillSignIn(page, AGENT);
    const main = page.getByRole('main');
    await page.getByRole('heading', { level: 1, name: 'Importer des lieux depuis un fichier' }).waitFor();
    const sent = { name: 'Patrimoine.csv', mimeType: 'text/csv', buffer: Buffer.from(table, 'latin1') };
    await main.locator('input[type=file]').setInputFiles(sent);
    await page.getByRole('heading', { level: 1, name: /^Import de « Patrimoine »/ }).waitFor();
    await main.getByText(/accents lus en Windows-1252/).waitFor();
    await main.getByRole('button', { name: 'Réparer la ligne 5' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Commune').fill('Chalindrey');
    await dialog.getByRole('button', { name: 'Corriger et réexaminer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      expect(await axeFindings(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    }
    await main.getByRole('tab', { name: 'Carte' }).click();
    await main.getByText(/Choisissez un point pour lire sa ligne/).waitFor();
    await main.getByRole('button', { name: 'Écrire 3 lieux' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Écrire 3 lieux' }).click();
    await main.getByText('Les lieux sont écrits').waitFor();
    await main.getByText('Maison perdue').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await main.getByRole('button', { name: 'Annuler l’import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’import' }).click();
    await main.getByText('Les brouillons créés ont été clos.').waitFor();
    expect(faults).toEqual([]);

    await main.getByRole('link', { name: 'Importer un autre fichier' }).click();
    await main.locator('input[type=file]').setInputFiles({ name: 'a.xlsx', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7 x') });
    await main
      .getByRole('alert')
      .getByText(/n’est pas un tableau de lieux/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  });

  test('publishes forty places of a table at once, and gathers the two sheets of one of them', async () => {
    const agent = await givenPerson(product, 'patrimoine@chaumont.example', 'Lou Perrin');
    const { siret: _siret, legalForm: _form, ...seat } = association;
    const town = { ...seat, name: 'Ville de Chaumont', kind: 'public_owner', ownerKind: 'commune', territoryId: 'commune:52121' };
    await agent.send('POST', '/api/organisations', town);
    await product.sql(`update organisation set state = 'verified' where name = 'Ville de Chaumont'`);
    const lines = Array.from({ length: 40 }, (_, at) => {
      const number = at + 1;
      return `Local n° ${number};Chaumont;52;5,${1300 + 9 * at};48,${1000 + 7 * at};${80 + number};Convention d’occupation temporaire;${1200 + number};01/03/2027`;
    });
    const head = 'Nom du bien;Commune;Dépt;Longitude;Latitude;Surface;Titre d’occupation;Loyer annuel;Disponible le';
    const buffer = Buffer.from([head, ...lines].join('\r\n'));
    const { page, faults, leave } = await visit(browser, product.url, { storageState: agent.cookies });
    const main = page.getByRole('main');
    await page.goto('/mes-lieux/import');
    await main.locator('input[type=file]').setInputFiles({ name: 'Locaux.csv', mimeType: 'text/csv', buffer });
    await main.getByRole('button', { name: 'Écrire 40 lieux' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Écrire 40 lieux' }).click();
    await main.getByText('Les lieux sont écrits').waitFor();

    await turnTo(page, '/mes-lieux?etat=draft');
    await main.getByRole('checkbox', { name: 'Choisir tous les lieux affichés' }).check();
    await main.getByText('40 lieux choisis').waitFor();
    await main.getByRole('button', { name: 'Publier', exact: true }).click();
    await main.getByText('40 lieux : c’est fait.').waitFor();
    const [published] = await product.sql(
      `select count(*)::int as count from site where name like 'Local n°%' and state = 'published' and published_at is not null`,
    );
    expect(published).toEqual({ count: 40 });

    const [sheet] = await product.sql(`select id from site where name = 'Local n° 7'`);
    const twin = { organisationId: '', name: 'Local n° 7, côté cour', kind: 'workshop', communeId: 'commune:52121' };
    const [owner] = await product.sql(`select id from organisation where name = 'Ville de Chaumont'`);
    const { id: other } = await agent.send('POST', '/api/sites', { ...twin, organisationId: String(owner?.['id']) });
    await turnTo(page, `/mes-lieux/${String(sheet?.['id'])}/reunir`);
    await main.getByLabel('Adresse de l’autre fiche').fill(`${product.url}/lieux/${String(other)}`);
    await main.getByRole('button', { name: 'Comparer' }).click();
    await main.getByRole('button', { name: 'Réunir les deux fiches' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Réunir les deux fiches' }).click();
    await page.getByRole('heading', { level: 1, name: 'Local n° 7' }).waitFor();
    await main.getByText(/Local n° 7, côté cour\s*» a rejoint cette fiche/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await leave();
  });

  test('is told what leaving an organisation alone means, and who has not accepted an invitation receives nothing more', async () => {
    const { page, leave } = await visit(browser, product.url);
    await page.goto('/connexion');
    await fillSignIn(page, AGENT);
    await page.getByRole('link', { name: 'Ville de Langres' }).click();
    await page.getByRole('link', { name: 'Gérer' }).click();
    await page.getByRole('link', { name: 'Membres', exact: true }).click();
    const main = page.getByRole('main');
    await main.getByLabel('Adresse électronique').fill('absent@langres.example');
    await main.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await page.getByText('Invitation envoyée à absent@langres.example.').waitFor();
    const members = page.url();
    await waitForMail(page, 'absent@langres.example', /./);
    await page.goto(members);
    await main.getByRole('button', { name: 'Annuler l’invitation absent@langres.example' }).click();
    await main.getByRole('button', { name: 'Annuler l’invitation absent@langres.example' }).waitFor({ state: 'detached' });
    await main.getByRole('button', { name: 'Quitter l’organisation' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Quitter' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByRole('alert').innerText()).toContain('seul membre');
    expect(await countMails(page, 'absent@langres.example')).toBe(1);
    await leave();
  });
});
