import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchBrowser, PHONE, scrollsSideways, turnTo, visit, type Visitor } from '../support/browser.js';
import { type ClosedCall, FUNCTIONS, givenClosedCall, lockScores } from '../support/closed-call.js';
import { type Product, startProduct } from '../support/product.js';
import { givenCommune, givenPerson, type SignedIn } from '../support/signed-in.js';

jest.setTimeout(180_000);

const EMAILS = ['chair', 'second', 'third', 'late'].map((name) => `${name}@jury.example`);

describe('A call with two lots, from its closing to its letters', () => {
  let product: Product;
  let browser: Browser;
  let call: ClosedCall;
  let people: SignedIn[];
  let agent: Visitor;
  let chair: Visitor;
  let applicant: Visitor;
  const main = ({ page }: Visitor) => page.getByRole('main');
  const path = (part: string) => `/mes-appels/${call.callId}/${part}`;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
    people = await Promise.all(
      ['agent@langres.example', ...EMAILS, 'bobine@asso.example'].map((email) => givenPerson(product, email, String(email.split('@')[0]))),
    );
    const owner = await givenCommune(people[0] as SignedIn);
    await product.sql(`update organisation set state = 'verified' where id = $1`, [owner]);
    call = await givenClosedCall(product, owner);
    await product.sql(
      `insert into membership (organisation_id, account_id, role, created_at, updated_at) select $1, id, 'editor', now(), now() from account where email = 'bobine@asso.example'`,
      [call.organisations['La Bobine']],
    );
    [agent, chair, applicant] = (await Promise.all(
      [0, 1, 5].map((who) => visit(browser, product.url, { storageState: (people[who] as SignedIn).cookies })),
    )) as [Visitor, Visitor, Visitor];
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  /** Opens the dialog of an act, fills it, sends it, and waits until it is done. */
  async function act(
    page: Page,
    button: string,
    fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await page.getByRole('main').getByRole('button', { name: button }).first().click();
    const dialog = page.getByRole('dialog');
    await fill(dialog);
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  test('the owner starts the review with a full jury and invites its members', async () => {
    const { page } = agent;
    await page.goto(path('evaluation'));
    await main(agent)
      .getByRole('radio', { name: /^Complète/ })
      .check();
    await main(agent).getByLabel('Notes attendues au plus tard le').fill('2027-03-01');
    await main(agent).getByRole('button', { name: 'Commencer l’évaluation' }).click();
    await main(agent).getByRole('heading', { name: 'Le jury' }).waitFor();
    await act(page, 'Inviter un lecteur', async (dialog) => {
      await dialog.getByLabel('Adresse électronique').fill(EMAILS[0] as string);
      await dialog.getByLabel('Fonction dans le jury').selectOption(FUNCTIONS.chair);
    });
    await main(agent)
      .getByText(EMAILS[0] as string)
      .first()
      .waitFor();
    for (const email of EMAILS.slice(1))
      await (people[0] as SignedIn).send('POST', `/api/calls/${call.callId}/review/reviewers`, { email, function: FUNCTIONS.member });
  });

  test('the chair accepts, declares no link, scores as it is saved and locks; another declares a link; nobody sees a score', async () => {
    await chair.page.goto('/evaluations');
    await main(chair).getByRole('button', { name: 'Accepter' }).click();
    await main(chair).getByText('0 sur 6 dossiers notés').waitFor();
    expect(await axeFindings(chair.page)).toEqual([]);
    await main(chair)
      .getByRole('link', { name: /L’Atelier commun/ })
      .click();
    await main(chair).getByRole('button', { name: 'Aucun lien : ouvrir le dossier' }).click();
    await main(chair).getByRole('heading', { name: 'Que ferez-vous ?' }).waitFor();
    for (const criterion of ['Utilité sociale', 'Moyens']) {
      const group = main(chair).getByRole('group', { name: new RegExp(criterion) });
      await group.getByLabel('Note de 0 à 5').selectOption('3');
      await group.getByText('Brouillon enregistré').waitFor();
      await group.getByLabel('Pourquoi cette note').fill('Un projet solide');
      await group.getByLabel('Pourquoi cette note').blur();
      await group.getByText('Brouillon enregistré').waitFor();
    }
    await act(chair.page, 'Verrouiller mes notes');
    await main(chair).getByText('Vos notes sont verrouillées.').waitFor();
    expect(await axeFindings(chair.page)).toEqual([]);

    const reviewers: string[] = [];
    for (const person of people.slice(2, 5)) {
      const [{ id }] = (await product.sql(
        `select r.id from reviewer r join account a on lower(a.email) = r.email_key where r.state = 'invited' order by r.id limit 1`,
      )) as [{ id: string }];
      reviewers.push(id);
      await person.send('POST', `/api/reviewers/${id}/answer`, { accepts: true });
    }
    const third = await visit(browser, product.url, { storageState: (people[3] as SignedIn).cookies, viewport: PHONE, theme: 'dark' });
    await third.page.goto('/evaluations');
    await main(third)
      .getByRole('link', { name: /Le Dépôt/ })
      .click();
    await act(third.page, 'J’ai un lien, ou je préfère m’abstenir', (dialog) =>
      dialog.getByLabel('La nature du lien').fill('Mon frère en est salarié.'),
    );
    await main(third)
      .getByText(/Vous avez déclaré un lien/)
      .waitFor();
    expect(await scrollsSideways(third.page)).toBe(false);
    expect(third.faults).toEqual([]);
    await third.leave();

    const scores: Record<string, readonly [number, number]> = {
      [call.files['L’Atelier commun'] as string]: [3, 3],
      [call.files['La Bobine'] as string]: [5, 0],
      [call.files['Les Carottes'] as string]: [2, 2],
      [call.files['Le Dépôt'] as string]: [4, 4],
      [call.files['L’Étape'] as string]: [1, 1],
      [call.files['La Fabrique'] as string]: [0, 1],
    };
    const [{ id: first }] = (await product.sql('select id from reviewer where chair and call_id = $1', [call.callId])) as [{ id: string }];
    await lockScores(product, [first, ...reviewers.slice(0, 2)], scores);
    await agent.page.reload();
    await main(agent).getByText('6 sur 6 notés').first().waitFor();
    await main(agent).getByText('0 sur 6 notés').waitFor();
    await main(agent)
      .getByText(/Lien déclaré avec Le Dépôt/)
      .waitFor();
    expect(
      await main(agent)
        .getByText(/Un besoin réel|Classement/)
        .count(),
    ).toBe(0);
  });

  test('the chair shows the scores though one is late, explains the tie and writes the minutes', async () => {
    const { page } = chair;
    await turnTo(page, path('evaluation'));
    await act(page, 'Révéler les notes', (dialog) =>
      dialog.getByLabel('La raison').fill('Le conseil se réunit demain, un lecteur manque.'),
    );
    await main(chair).getByRole('heading', { name: 'Classement' }).waitFor();
    await main(chair).getByText('À égalité ; départagé par « Utilité sociale ».').first().waitFor();
    await act(page, 'Écrire le procès-verbal', (dialog) =>
      dialog.getByLabel('Procès-verbal').fill('Jury réuni le 2 mars, trois présents sur quatre.'),
    );
    await main(chair).getByText('Jury réuni le 2 mars').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(chair.faults).toEqual([]);
  });

  test('the owner proposes the drafted award, the authority decides, the results are published to all', async () => {
    const { page } = agent;
    await turnTo(page, path('decision'));
    await main(agent)
      .getByText(/Première proposition/)
      .waitFor();
    await main(agent).getByRole('button', { name: 'Enregistrer la proposition' }).click();
    await main(agent).getByText('Proposition enregistrée.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await act(page, 'Proposer à l’autorité');
    await act(page, 'Enregistrer la décision', async (dialog) => {
      await dialog.getByLabel('Qui a décidé').fill('Le conseil municipal');
      await dialog.getByLabel('Sa fonction').fill('Assemblée délibérante');
      await dialog
        .getByLabel('Date de la décision')
        .fill(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date()));
      await dialog.getByLabel('Référence de la délibération ou de l’arrêté').fill('2027-014');
    });
    await act(page, 'Publier les résultats');
    await main(agent)
      .getByText(/^Résultats publiés le/)
      .waitFor();
    const states = await product.sql(
      'select state, count(*)::int as files from application where call_id = $1 group by state order by state',
      [call.callId],
    );
    expect(states).toEqual([
      { state: 'selected', files: 2 },
      { state: 'waiting_list', files: 4 },
    ]);
    expect(await product.sql('select state from application where id = $1', [call.request])).toEqual([{ state: 'obsolete' }]);
    expect(agent.faults).toEqual([]);
  });

  test('everyone reads who was chosen, why and how to check it; who withdraws gives way to the waiting list', async () => {
    const stranger = await visit(browser, product.url, { viewport: PHONE });
    await stranger.page.goto(`/appels/${call.callId}/resultats`);
    await main(stranger).getByRole('heading', { name: 'Vérifier ces résultats' }).waitFor();
    await main(stranger).getByText('Le conseil municipal').first().waitFor();
    expect(await axeFindings(stranger.page)).toEqual([]);
    expect(await scrollsSideways(stranger.page)).toBe(false);

    const { page } = applicant;
    await page.goto(`/mes-candidatures/${call.files['La Bobine'] ?? ''}/decision`);
    const letter = main(applicant).getByRole('link', { name: /Votre candidature est retenue/ });
    const answer = await page.request.get(String(await letter.getAttribute('href')));
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect(await axeFindings(page)).toEqual([]);
    await act(page, 'Renoncer', (dialog) =>
      dialog.getByLabel('La raison, pour le propriétaire').fill('Un autre lieu nous convient mieux.'),
    );
    await main(applicant).getByText('Retiré').first().waitFor();
    expect(await product.sql('select state from application where id = $1', [call.files['L’Atelier commun']])).toEqual([
      { state: 'selected' },
    ]);
    await stranger.page.reload();
    await main(stranger)
      .getByText(/L’Atelier commun passe de la liste d’attente au choix/)
      .waitFor();
    expect([...applicant.faults, ...stranger.faults]).toEqual([]);
  });
});
