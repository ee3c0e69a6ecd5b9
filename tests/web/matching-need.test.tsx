/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { match, results, section } from './matching.examples';
import { matchWith, needsAsked, open } from './matching.page';
import { problem } from './page';

const goOn = () => fireEvent.click(screen.getByRole('button', { name: 'Continuer' }));
const refusal = (pointer: string, message: string) =>
  problem(422, 'invalid-input', 'Une partie de la demande n’est pas valable', { errors: [{ in: 'body', pointer, message }] });

describe('describing a need', () => {
  test('keeps the answers when going back and forth', async () => {
    matchWith();
    const { history } = await open('/besoin/espace');
    fireEvent.change(await screen.findByLabelText('Au moins'), { target: { value: '150' } });
    goOn();
    await screen.findByRole('heading', { level: 1, name: /Où cherchez-vous/ });
    act(() => history.back());
    expect((await screen.findByLabelText<HTMLInputElement>('Au moins')).value).toBe('150');
  });

  test('keeps the answers when the page is loaded again', async () => {
    matchWith();
    const first = await open('/besoin/conditions');
    fireEvent.change(await screen.findByLabelText('Budget par mois'), { target: { value: '600' } });
    expect(screen.getByText(/Réponses gardées dans cet onglet à \d\d/)).toBeTruthy();
    first.unmount();
    await open('/besoin/conditions');
    expect((await screen.findByLabelText<HTMLInputElement>('Budget par mois')).value).toBe('600');
  });

  test('starts from sensible answers for an activity, without touching those already given', async () => {
    matchWith();
    await open('/besoin/activite?floorMin=90');
    fireEvent.click(await screen.findByRole('radio', { name: 'Réparation' }));
    fireEvent.click(screen.getByRole('button', { name: 'Partir de ces réponses' }));
    goOn();
    await screen.findByRole('heading', { level: 1, name: /De quel espace avez-vous besoin/ });
    expect(screen.getByLabelText<HTMLInputElement>('Au moins').value).toBe('90');
    expect(screen.getByLabelText<HTMLInputElement>('Au plus').value).toBe('300');
  });

  test('shows what the server refuses at the top, as a link, and at the field', async () => {
    matchWith(() => refusal('/need/floorAreaMaxM2', 'est plus petit que le minimum'));
    await open('/besoin/espace?floorMin=300&floorMax=150');
    await screen.findByLabelText('Au plus');
    goOn();
    const summary = await screen.findByRole('alert');
    const link = within(summary).getByRole('link', { name: 'est plus petit que le minimum' });
    fireEvent.click(link);
    const field = screen.getByLabelText('Au plus');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('De quel espace');
  });

  test('links each refusal of the review to the step that repairs it', async () => {
    matchWith(() => refusal('/need/zone/0/anyOf/0/radiusKm', 'doit être au plus 500'));
    await open('/besoin/verification?near=5.33,47.86&nearName=Langres&radiusKm=900');
    fireEvent.click(await screen.findByRole('button', { name: 'Voir les lieux' }));
    const link = await screen.findByRole('link', { name: /Secteur — doit être au plus 500/ });
    expect(link.getAttribute('href')).toBe('/besoin/secteur#need-radius');
  });

  test('counts what the answers would find, at each step', async () => {
    matchWith(() => results({ sections: [section([match('Halle')])], leads: { total: 44, items: [] } }));
    await open('/besoin/calendrier?months=36');
    const preview = await screen.findByRole('region', { name: 'Avec ces réponses' });
    expect(preview.textContent).toContain('1 lieu convient');
    expect(preview.textContent).toContain('44 pistes');
  });

  test('says “within 40 km of Langres AND inside Haute-Marne”, and asks for exactly that', async () => {
    matchWith();
    const { address } = await open('/besoin/verification?near=5.333,47.862&nearName=Langres&radiusKm=40&in=department:52&budget=600');
    expect(await screen.findByText(/à moins de 40 km de Langres ET dans le département Haute-Marne/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Voir les lieux' }));
    await screen.findByRole('heading', { level: 1, name: 'Les lieux pour votre besoin' });
    expect(needsAsked().at(-1)?.zone).toEqual([
      { anyOf: [{ type: 'territory', id: 'department:52' }] },
      { anyOf: [{ type: 'circle', centre: { lon: 5.333, lat: 47.862 }, radiusKm: 40 }] },
    ]);
    expect(address()).toContain('near=5.333,47.862');
    expect(address()).toContain('budget=600');
  });

  test('lets a condition be preferred rather than required', async () => {
    matchWith();
    await open('/besoin/conditions?budget=600');
    fireEvent.click(await screen.findByRole('radio', { name: 'Préférable' }));
    goOn();
    await screen.findByRole('heading', { level: 1, name: /À partir de quand/ });
    expect(needsAsked().at(-1)?.preferred).toEqual(['cost']);
  });

  test('goes on without a network and keeps the answers', async () => {
    matchWith();
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await open('/besoin/conditions?budget=600');
    await screen.findByLabelText('Budget par mois');
    goOn();
    expect(await screen.findByRole('heading', { level: 1, name: /À partir de quand/ })).toBeTruthy();
  });

  test('is complete in English', async () => {
    matchWith();
    await open('/besoin/secteur?near=5.333,47.862&nearName=Langres&radiusKm=40&lang=en', 'en');
    expect(await screen.findByRole('heading', { level: 1, name: 'Where are you looking?' })).toBeTruthy();
    expect(screen.getByText(/Step 3 of 10/)).toBeTruthy();
    expect(screen.getByText(/within 40 km of Langres/)).toBeTruthy();
  });
});
