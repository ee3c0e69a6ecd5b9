/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { PlaceRoles } from '../../web/src/features/sites/roles/place-roles';
import { requests, rotonde, serve, signedIn } from './account.page';
import { show } from './page';

const site = { id: '019a0000-0000-7000-8000-000000000001', name: 'Halle aux marchandises' };
const PATH = `/api/sites/${site.id}/agent-role`;
const town = { ...rotonde, organisationId: '019a0000-0000-7000-8000-000000000002', name: 'Ville de Langres', kind: 'public_owner' };
const who = (membership: object) => signedIn({}, [membership]) as Parameters<typeof PlaceRoles>[0]['who'];

async function declare(): Promise<HTMLElement> {
  const button = await screen.findByRole('button', { name: 'Déclarer un rôle' });
  await act(async () => fireEvent.click(button));
  return screen.findByRole('dialog', { name: 'À quel titre parlez-vous pour Halle aux marchandises ?'.replace(' ?', '\u00a0?') });
}
const send = (dialog: HTMLElement) =>
  act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Envoyer à la vérification' })));

describe('who speaks for a place', () => {
  test('a public owner says that it manages under a deed, until when and on what proof', async () => {
    serve({ [`GET ${PATH}`]: { items: [], next: null }, [`PUT ${PATH}`]: {} });
    await show(<PlaceRoles site={site} who={who(town)} />);
    expect(await screen.findByText('Votre organisation n’a rien déclaré pour ce lieu.')).toBeTruthy();
    const dialog = await declare();
    fireEvent.click(within(dialog).getByRole('radio', { name: /gère le lieu par un acte/ }));
    fireEvent.change(within(dialog).getByLabelText('Dernier jour de l’acte ou de l’accord'), { target: { value: '2030-12-31' } });
    fireEvent.change(within(dialog).getByLabelText('Ce qui le prouve'), { target: { value: 'Convention de gestion.' } });
    fireEvent.change(within(dialog).getByLabelText('Date de la pièce'), { target: { value: '2026-03-03' } });
    await send(dialog);
    expect(requests('PUT', PATH)[0]?.body).toEqual({
      organisationId: town.organisationId,
      role: 'manages',
      until: '2030-12-31',
      proof: { text: 'Convention de gestion.', date: '2026-03-03', reference: null },
    });
    expect(await screen.findByText(/C’est envoyé/)).toBeTruthy();
  });

  test('who only signals it needs neither proof nor term', async () => {
    serve({ [`GET ${PATH}`]: { items: [], next: null }, [`PUT ${PATH}`]: {} });
    await show(<PlaceRoles site={site} who={who(town)} />);
    const dialog = await declare();
    fireEvent.click(within(dialog).getByRole('radio', { name: /signale le lieu/ }));
    expect(within(dialog).queryByLabelText('Dernier jour de l’acte ou de l’accord')).toBeNull();
    await send(dialog);
    expect(requests('PUT', PATH)[0]?.body).toMatchObject({ role: 'signals', until: null, proof: null });
  });

  test('a reader of the organisation is told why they may not declare', async () => {
    serve({ [`GET ${PATH}`]: { items: [], next: null } });
    await show(<PlaceRoles site={site} who={who({ ...town, role: 'reader' })} />);
    expect(await screen.findByText(/Votre rôle ne le permet pas/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Déclarer un rôle' })).toBeNull();
  });

  test('an association sees nothing of it, and nothing is asked', async () => {
    serve({});
    await show(<PlaceRoles site={site} who={who(rotonde)} />);
    expect(screen.queryByText('Qui parle pour ce lieu')).toBeNull();
    expect(requests('GET', PATH)).toEqual([]);
  });
});
