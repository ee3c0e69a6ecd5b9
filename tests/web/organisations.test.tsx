/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { faulty, refused, requests, rotonde, serve, signedIn, visitor } from './account.page';
import { open } from './matching.page';

async function press(name: string | RegExp): Promise<void> {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
}
const type = async (label: string | RegExp, value: string) => fireEvent.change(await screen.findByLabelText(label), { target: { value } });

const id = rotonde.organisationId;
const body = {
  name: 'ATELIERS DE LA ROTONDE',
  siret: '80746931700018',
  rna: null,
  legalForm: 'association',
  ownerKind: null,
  commune: { id: 'commune:52269', name: 'Langres' },
  active: true,
  source: { register: 'Sirene', asOf: '2026-11-01' },
};
const view = {
  id,
  name: rotonde.name,
  kind: 'ess',
  ownerKind: null,
  legalForm: 'association',
  siret: '80746931700018',
  rna: null,
  commune: null,
  standing: 'unverified',
  demo: false,
  territory: null,
  summary: null,
  website: null,
  verifiedAt: null,
  evidence: [],
  provenance: null,
  inside: null as object | null,
  actions: {} as Record<string, string | null>,
};
const inside = {
  state: 'claimed',
  version: 3,
  role: 'administrator',
  contactEmail: null,
  proof: 'Je suis la coordinatrice.',
  claimedAt: '2026-11-20T10:00:00Z',
  decidedAt: null,
  decisionReason: null,
  secondFactorRequired: false,
};

describe('representing an organisation', () => {
  test('starts from its number, fills in what the register says, and becomes its administrator', async () => {
    serve({
      'GET /api/me': signedIn(),
      'POST /api/organisations/lookup': { status: 'found', body, organisation: null },
      'POST /api/organisations': { id, standing: 'unverified', claimedAt: '2026-11-25T10:00:00Z', register: 'found' },
    });
    await open('/organisations/nouvelle');
    fireEvent.click(await screen.findByRole('radio', { name: /Organisation de l’ESS/ }));
    await press('Continuer');
    await type('Numéro SIRET ou RNA', '807 469 317 00018');
    await press('Chercher dans les registres');
    expect((await screen.findByLabelText<HTMLInputElement>('Nom de l’organisation')).value).toBe(body.name);
    await type('Ce qui montre que vous parlez en son nom', 'Je suis la coordinatrice salariée.');
    await press('Envoyer à la vérification');
    await screen.findByRole('heading', { level: 2, name: `${body.name} : demande envoyée`.replace(' :', '\u00a0:') });
    expect(requests('POST', '/api/organisations')[0]?.body).toMatchObject({
      kind: 'ess',
      siret: '807 469 317 00018',
      name: body.name,
      legalForm: 'association',
      ownerKind: null,
      communeId: 'commune:52269',
      proof: 'Je suis la coordinatrice salariée.',
    });
  });

  test('that has members already leads to asking them, never to a second one', async () => {
    serve({
      'GET /api/me': signedIn(),
      'POST /api/organisations/lookup': {
        status: 'found',
        body,
        organisation: { id, name: rotonde.name, standing: 'verified', hasMembers: true },
      },
    });
    await open('/organisations/nouvelle');
    fireEvent.click(await screen.findByRole('radio', { name: /Organisation de l’ESS/ }));
    await press('Continuer');
    await press('Chercher dans les registres');
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByRole('link', { name: 'Demander à la rejoindre' }).getAttribute('href')).toBe(`/organisations/${id}`);
  });

  test('says what is wrong with a number where it was typed', async () => {
    serve({ 'GET /api/me': signedIn(), 'POST /api/organisations/lookup': () => faulty(['/siret', 'une faute de frappe']) });
    await open('/organisations/nouvelle');
    fireEvent.click(await screen.findByRole('radio', { name: /Propriétaire public/ }));
    await press('Continuer');
    await press('Chercher dans les registres');
    expect(await screen.findByRole('link', { name: 'Numéro SIRET ou RNA — une faute de frappe' })).toBeTruthy();
  });

  test('asks a commune for its territory, and nobody else', async () => {
    serve({ 'GET /api/me': signedIn() });
    await open('/organisations/nouvelle');
    fireEvent.click(await screen.findByRole('radio', { name: /Propriétaire public/ }));
    await press('Continuer');
    await press(/Continuer sans numéro/);
    const kind = await screen.findByLabelText('Sorte de propriétaire public');
    fireEvent.change(kind, { target: { value: 'commune' } });
    expect(screen.getByRole('combobox', { name: 'Commune' })).toBeTruthy();
    fireEvent.change(kind, { target: { value: 'sncf' } });
    expect(screen.queryByRole('combobox', { name: 'Commune' })).toBeNull();
    expect(screen.getByLabelText('Numéro SIRET')).toBeTruthy();
  });

  test('is explained before it is filled in to those whose address is not confirmed', async () => {
    serve({ 'GET /api/me': signedIn({ emailVerified: false }) });
    await open('/organisations/nouvelle');
    expect(await screen.findByText('Confirmez d’abord votre adresse')).toBeTruthy();
    expect(screen.queryByRole('radio', { name: /Organisation de l’ESS/ })).toBeNull();
  });
});

describe('the members of an organisation', () => {
  const members = {
    items: [
      {
        accountId: signedIn().account.id,
        displayName: 'Camille Durand',
        email: null,
        role: 'administrator',
        since: '2026-11-20T10:00:00Z',
      },
      { accountId: 'a2', displayName: 'Aïcha Belkacem', email: 'aicha@exemple.fr', role: 'reader', since: '2026-11-21T10:00:00Z' },
    ],
    next: null,
    actions: {
      changeMemberRole: null,
      removeMember: null,
      transferAdministration: null,
      setSecondFactorRule: null,
      inviteMember: null,
      listJoinRequests: null,
    },
  };
  const served = {
    'GET /api/me': signedIn({}, [rotonde]),
    [`GET /api/organisations/${id}`]: { ...view, inside },
    [`GET /api/organisations/${id}/members`]: members,
    [`GET /api/organisations/${id}/invitations`]: { items: [], next: null },
    [`GET /api/organisations/${id}/join-requests`]: { items: [], next: null },
  };

  test('change roles, each role said with what it allows', async () => {
    serve({ ...served, [`PATCH /api/organisations/${id}/members/a2`]: { ...members.items[1], role: 'editor' } });
    await open(`/organisations/${id}/gerer/membres`);
    await press('Changer le rôle Aïcha Belkacem');
    const dialog = await screen.findByRole('dialog', { name: 'Rôle de Aïcha Belkacem' });
    fireEvent.click(within(dialog).getByRole('radio', { name: /éditeur Prépare et publie/ }));
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Changer le rôle' })));
    expect(requests('PATCH', `/api/organisations/${id}/members/a2`)[0]?.body).toEqual({ role: 'editor' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('read why the last administrator cannot go', async () => {
    serve({
      ...served,
      [`POST /api/organisations/${id}/leave`]: () =>
        refused(409, 'last-administrator', 'Il resterait des membres sans administrateur', 'Nommez d’abord un autre administrateur.'),
    });
    await open(`/organisations/${id}/gerer/membres`);
    await press('Quitter l’organisation');
    const dialog = await screen.findByRole('dialog', { name: /Quitter Ateliers/ });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Quitter' })));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Nommez d’abord un autre administrateur.');
  });

  test('who are not administrators see who is there, and why they may not change it', async () => {
    const refusal = Object.fromEntries(Object.keys(members.actions).map((action) => [action, 'role-too-low']));
    serve({
      ...served,
      [`GET /api/organisations/${id}`]: { ...view, inside: { ...inside, role: 'reader' } },
      [`GET /api/organisations/${id}/members`]: { ...members, actions: refusal },
    });
    await open(`/organisations/${id}/gerer/membres`);
    expect(await screen.findByText('Aïcha Belkacem')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Retirer/ })).toBeNull();
    expect(screen.getByText(/Votre rôle ne le permet pas/)).toBeTruthy();
  });
});

describe('an invitation', () => {
  const offer = {
    organisation: rotonde.name,
    role: 'editor',
    invitedBy: 'Camille Durand',
    expiresAt: '2026-12-20T10:00:00Z',
  };

  test('is read by a visitor, who signs up first and comes back to it', async () => {
    location.hash = '#token=abcdefghijklmnopqrstuvwxyz';
    serve({ 'GET /api/me': visitor, 'POST /api/invitations/read': offer });
    await open('/invitation');
    expect(await screen.findByText(/Vous êtes invité à rejoindre Ateliers de la Rotonde/)).toBeTruthy();
    expect(location.hash).toBe('');
    expect(screen.getByRole('main').querySelector('a[href="/inscription?retour=/invitation"]')).toBeTruthy();
  });

  test('is accepted by a press', async () => {
    location.hash = '#token=abcdefghijklmnopqrstuvwxyz';
    serve({
      'GET /api/me': signedIn(),
      'POST /api/invitations/read': offer,
      'POST /api/invitations/accept': { organisationId: id, role: 'editor' },
      [`GET /api/organisations/${id}`]: view,
    });
    const { address } = await open('/invitation');
    await press('Accepter l’invitation');
    await screen.findByRole('heading', { level: 1, name: rotonde.name });
    expect(address()).toBe(`/organisations/${id}`);
    expect(requests('POST', '/api/invitations/accept')[0]?.body).toEqual({ token: 'abcdefghijklmnopqrstuvwxyz' });
  });
});

describe('an invitation that one does not want', () => {
  test('is declined without an account, and its link is forgotten', async () => {
    location.hash = '#token=abcdefghijklmnopqrstuvwxyz';
    const offer = { organisation: rotonde.name, role: 'editor', invitedBy: null, expiresAt: '2026-12-20T10:00:00Z' };
    serve({ 'GET /api/me': visitor, 'POST /api/invitations/read': offer, 'POST /api/invitations/decline': { state: 'declined' } });
    await open('/invitation');
    await press('Décliner');
    const dialog = await screen.findByRole('dialog', { name: `Décliner l’invitation de ${rotonde.name} ?`.replace(' ?', '\u00a0?') });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Décliner l’invitation' })));
    expect(await screen.findByText('Invitation déclinée')).toBeTruthy();
    expect(requests('POST', '/api/invitations/decline')[0]?.body).toEqual({ token: 'abcdefghijklmnopqrstuvwxyz' });
    expect(localStorage.getItem('token-invitation')).toBeNull();
  });
});

describe('the journal of an organisation', () => {
  const act1 = { seq: 12, at: '2026-11-20T10:00:00Z', thing: { kind: 'organisation', id }, from: null, to: 'verified', facts: {} };
  const journal = {
    items: [
      { ...act1, action: 'verify-organisation', why: 'Mandat vérifié', actor: { kind: 'moderator', name: null } },
      { ...act1, seq: 11, action: 'an-act-of-tomorrow', why: null, actor: { kind: 'member', name: 'Camille Durand' } },
    ],
    next: null,
  };
  const served = { 'GET /api/me': signedIn({}, [rotonde]), [`GET /api/organisations/${id}/journal`]: journal };

  test('says each act in words, by whom and why', async () => {
    serve({ ...served, [`GET /api/organisations/${id}`]: { ...view, inside } });
    await open(`/organisations/${id}/gerer/journal`);
    const verified = (await screen.findByText('Organisation vérifiée')).closest('tr');
    expect(verified?.textContent).toContain('la modération');
    expect(verified?.textContent).toContain('Mandat vérifié');
    expect(screen.getByText('an-act-of-tomorrow').closest('tr')?.textContent).toContain('Camille Durand');
  });

  test('is for its administrators', async () => {
    serve({ ...served, [`GET /api/organisations/${id}`]: { ...view, inside: { ...inside, role: 'reader' } } });
    await open(`/organisations/${id}/gerer/journal`);
    expect(await screen.findByText(/Votre rôle ne le permet pas/)).toBeTruthy();
    expect(requests('GET', `/api/organisations/${id}/journal`)).toEqual([]);
  });
});

describe('moderation', () => {
  const waiting = {
    ...view,
    state: 'claimed',
    contactEmail: null,
    proof: inside.proof,
    claimedAt: '2026-11-01T08:00:00Z',
    daysWaiting: 9,
    decisionReason: null,
    register: { status: 'found', name: body.name, asOf: '2026-11-01' },
    checks: [
      { fact: 'name', declared: rotonde.name, register: body.name, same: true },
      { fact: 'legalForm', declared: 'association', register: 'scic', same: false },
    ],
    sameName: [],
    evidenceToCheck: 0,
    members: 1,
  };
  const role = {
    id: 'r1',
    site: { id: 's1', name: 'Halle aux marchandises' },
    organisation: { id, name: 'Ville de Langres' },
    role: 'manages',
    until: '2030-12-31',
    proof: { text: 'Acte notarié du 3 mars.', reference: null, date: '2026-03-03' },
    state: 'declared',
    reason: null,
    version: 2,
    declaredAt: '2026-11-20T10:00:00Z',
    decidedAt: null,
    mayAward: false,
    history: [],
    actions: { checkAgentRole: null, refuseAgentRole: null, endAgentRole: null },
  };
  const moderator = signedIn({ platformRole: 'moderator', session: { secondFactor: true, fresh: true } });

  test('shows what was declared beside the register, and asks a reason for a decision', async () => {
    serve({
      'GET /api/me': moderator,
      'GET /api/moderation/organisations': { items: [waiting], next: null },
      'GET /api/moderation/evidence': { items: [], next: null },
      [`GET /api/organisations/${id}`]: { ...view, inside: { ...inside, role: null }, actions: { verifyOrganisation: null } },
      [`POST /api/organisations/${id}/verify`]: { id },
    });
    await open('/moderation');
    const link = await screen.findByRole('link', { name: rotonde.name });
    await act(async () => fireEvent.click(link));
    const name = (await screen.findByText(body.name)).closest('tr');
    expect(name?.textContent).toContain('pareil');
    const form = screen.getByText('Scic').closest('tr');
    expect(form?.textContent).toContain('différent');
    expect(screen.queryByRole('button', { name: 'Suspendre' })).toBeNull();
    await press('Vérifier');
    const dialog = await screen.findByRole('dialog', { name: `Vérifier ${rotonde.name}` });
    fireEvent.change(within(dialog).getByLabelText('Motif'), { target: { value: 'Mandat vérifié' } });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Vérifier' })));
    expect(requests('POST', `/api/organisations/${id}/verify`)[0]?.body).toEqual({ reason: 'Mandat vérifié' });
  });

  test('reads in what name an organisation speaks for a place, with its proof, and confirms it', async () => {
    serve({
      'GET /api/me': moderator,
      'GET /api/moderation/organisations': { items: [], next: null },
      'GET /api/moderation/evidence': { items: [], next: null },
      'GET /api/moderation/agent-roles': { items: [role], next: null },
      'POST /api/agent-roles/r1/check': role,
    });
    await open('/moderation');
    await screen.findByText(/Acte notarié/);
    expect(screen.getByText(/gère le lieu par un acte jusqu’au 31 décembre 2030/)).toBeTruthy();
    await press('Confirmer Ville de Langres — Halle aux marchandises');
    const dialog = await screen.findByRole('dialog', { name: 'Ville de Langres — Halle aux marchandises' });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Confirmer' })));
    expect(requests('POST', '/api/agent-roles/r1/check')[0]?.body).toEqual({ version: 2 });
  });

  test('is closed to others, and says so without asking anything', async () => {
    serve({ 'GET /api/me': signedIn() });
    await open('/moderation');
    expect(await screen.findByText('Réservé à la modération.')).toBeTruthy();
    expect(requests('GET', '/api/moderation/organisations')).toEqual([]);
  });
});
