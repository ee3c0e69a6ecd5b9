/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { PlaceResults } from '../../web/src/features/sites/place-results';
import type { PlaceSearch } from '../../web/src/features/sites/place-search';
import { answerWith, problem, requestsTo, show } from './page';
import { placeCard, placePage } from './place-examples';

const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

async function showResults(search: PlaceSearch = {}) {
  const onReplace = jest.fn<(next: PlaceSearch) => void>();
  await show(<PlaceResults search={search} onReplace={onReplace} litIds={[]} onHighlight={() => undefined} />);
  return onReplace;
}

describe('the list of places', () => {
  test('says area, cost, date and walk in plain words', async () => {
    answerWith({ '/api/sites': placePage([placeCard()]) });
    await showResults();
    const card = plain((await screen.findByRole('article')).textContent);
    expect(card).toContain('Langres (52)');
    expect(card).toContain('de 120 m² à 240 m²');
    expect(card).toContain('470 € par mois');
    expect(card).toContain('disponible');
    expect(card).toContain('12 min à pied d’un arrêt');
  });

  test('names each blank instead of leaving it out', async () => {
    answerWith({
      '/api/sites': placePage([placeCard({ floorAreaMinM2: null, floorAreaMaxM2: null, costCentsPerYear: null, availableFrom: null })]),
    });
    await showResults();
    const card = (await screen.findByRole('article')).textContent;
    expect(card).toContain('surface inconnue');
    expect(card).toContain('coût inconnu');
    expect(card).toContain('date inconnue');
  });

  test('tells free from unknown', async () => {
    answerWith({ '/api/sites': placePage([placeCard({ costCentsPerYear: 0 })]) });
    await showResults();
    expect((await screen.findByRole('article')).textContent).toContain('gratuit');
  });

  test('never shows a lead as an offer', async () => {
    answerWith({ '/api/sites': placePage([placeCard({ shelf: 'lead', state: 'potential' })]) });
    await showResults({ shelf: ['lead'] });
    const card = await screen.findByRole('article');
    expect(within(card).getByText('Piste à vérifier')).toBeTruthy();
    expect(card.textContent).not.toContain('€');
  });

  test('says how many places were left out for want of knowledge, and offers to show them', async () => {
    answerWith({ '/api/sites': placePage([placeCard()], { hiddenUnknown: 7 }) });
    const onReplace = await showResults({ areaMinM2: 100 });
    expect(await screen.findByText(/7 lieux sont laissés de côté/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Les montrer aussi' }));
    expect(onReplace).toHaveBeenCalledWith({ areaMinM2: 100, includeUnknown: true });
  });

  test('asks whether a near name was meant, and searches it only when pressed', async () => {
    const suggestions = [
      { name: 'Chaumont', q: 'gare Chaumont', places: { count: 3, capped: false } },
      { name: 'Chalmont', q: 'gare Chalmont', places: { count: 100, capped: true } },
    ];
    answerWith({ '/api/sites': placePage([], { suggestions }) });
    const onReplace = await showResults({ q: 'gare Chomont', kind: ['shop'] });
    const meant = await screen.findByRole('link', { name: /^Vouliez-vous dire Chaumont/ });
    expect(new URL(meant.getAttribute('href') ?? '', 'http://x').searchParams.get('q')).toBe('gare Chaumont');
    expect(meant.getAttribute('href')).toContain('shop');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => plain(textContent))).toEqual(
      expect.arrayContaining(['Vouliez-vous dire Chaumont ? 3 lieux', 'Vouliez-vous dire Chalmont ? plus de 100 lieux']),
    );
    expect(onReplace).not.toHaveBeenCalled();
  });

  test('says which filter to relax when nothing is found, best first', async () => {
    answerWith({
      '/api/sites': (url: URL) => {
        const withoutArea = !url.searchParams.has('areaMinM2');
        return placePage([], { total: { count: withoutArea ? 12 : 0, capped: false } });
      },
    });
    const onReplace = await showResults({ kind: ['shop'], areaMinM2: 900 });
    const relaxed = await screen.findByRole('button', { name: /Sans.*au moins/ });
    await screen.findByText('12 lieux');
    expect(relaxed.closest('li')?.previousElementSibling).toBeNull();
    fireEvent.click(relaxed);
    expect(onReplace).toHaveBeenCalledWith({ kind: ['shop'] });
  });

  test('goes on with the next page where the last one ended', async () => {
    answerWith({
      '/api/sites': (url: URL) =>
        url.searchParams.has('cursor')
          ? placePage([placeCard({ id: '019a0000-0000-7000-8000-000000000002', name: 'Second' })])
          : placePage([placeCard({ name: 'Premier' })], { next: 'abc', total: { count: 2, capped: false } }),
    });
    await showResults();
    fireEvent.click(await screen.findByRole('button', { name: 'Voir la suite' }));
    expect(await screen.findByText('Second')).toBeTruthy();
    expect(screen.getByText('Premier')).toBeTruthy();
    expect(requestsTo('/api/sites').at(-1)?.searchParams.get('cursor')).toBe('abc');
  });

  test('shows a refusal as such', async () => {
    answerWith({ '/api/sites': () => problem(422, 'invalid-input', 'Demande non valable') });
    await showResults();
    expect((await screen.findByRole('alert')).textContent).toContain('Demande non valable');
  });
});
