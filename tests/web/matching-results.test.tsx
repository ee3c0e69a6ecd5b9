/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { areaRow, costRow, lead, match, powerRow, results, section, whatIf } from './matching.examples';
import { matchWith, needsAsked, open } from './matching.page';

const NEED = '/resultats?floorMin=150&floorMax=300&near=5.333,47.862&nearName=Langres&radiusKm=40&in=department:52&budget=600';
const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

const toConfirm = match('À confirmer', { eligibility: 'to_confirm', rows: [areaRow, powerRow], score: { low: 62, high: 80 } });
const nearly = match('Presque', {
  eligibility: 'near_miss',
  rows: [areaRow, costRow],
  summary: 'Convient à 6 de vos 7 conditions. Ne convient pas : coût annuel.',
});

describe('the results of a need', () => {
  test('come in order: on offer, owner known, nearly, what to relax, leads', async () => {
    const known = match('Connu', { shelf: 'owner_known', eligibility: 'to_confirm' });
    matchWith(() =>
      results({
        sections: [section([match('Halle')]), section([toConfirm]), section([nearly]), section([known])],
        whatIf: [whatIf({ steps: [{ more: 3, size: 96_000, sentence: '' }] })],
        leads: { total: 44, items: [lead('Gare fermée')] },
      }),
    );
    await open(NEED);
    expect(await screen.findByText('1 lieu convient, 2 sont à confirmer et 1 convient presque.')).toBeTruthy();
    const titles = screen.getAllByRole('heading', { level: 2 }).map((title) => plain(title.textContent));
    const order = ['Proposés par leur propriétaire 1', 'Propriétaire connu', 'Presque', 'Et si vous assouplissiez', '44 pistes', 'Garder'];
    const found = titles.filter((title) => /Propos|Propri|Presque|Et si|pistes|Garder/.test(title));
    expect(found.map((title, index) => title.startsWith((order[index] ?? '').slice(0, 7)))).toEqual(order.map(() => true));
  });

  test('read like a sentence, with the walk from a stop', async () => {
    matchWith(() => results({ sections: [section([match('Halle')])] }));
    await open(NEED);
    const card = plain((await screen.findByRole('article')).textContent);
    expect(card).toContain('Convient à vos 7 conditions.');
    expect(card).toContain('12 min à pied de l’arrêt Culmont-Chalindrey, 14 départs par jour de semaine.');
    expect(card).toContain('210 m² — demandé : 150 à 300 m²');
  });

  test('never show a bare percentage: a score is an interval, or says that all is known', async () => {
    matchWith(() => results({ sections: [section([match('Halle')]), section([toConfirm])] }));
    await open(NEED);
    const cards = (await screen.findAllByRole('article')).map((card) => plain(card.textContent));
    expect(cards[0]).toContain('85 points sur 100, toutes les réponses sont connues');
    expect(cards[1]).toContain('de 62 à 80 points sur 100, selon les réponses du propriétaire');
    expect(cards.join(' ')).not.toMatch(/%/);
  });

  test('give the open questions as a message to the owner', async () => {
    matchWith(() => results({ sections: [section([toConfirm])] }));
    await open(NEED);
    expect((await screen.findByRole('article')).textContent).toContain('Équipement à vérifier : électricité');
    fireEvent.click(screen.getByRole('button', { name: 'Question à poser (1)' }));
    const message = screen.getByLabelText<HTMLTextAreaElement>(/Message pour le propriétaire/);
    expect(message.value).toContain('Le lieu dispose-t-il de cet équipement : électricité ?');
    expect(message.value).toContain(`/lieux/${toConfirm.site.id}`);
  });

  test('name the one thing to change of a near-miss, on both sides, and apply it', async () => {
    matchWith(() => results({ sections: [section([nearly])] }));
    const { address } = await open(NEED);
    const card = await screen.findByRole('article');
    expect(plain(card.textContent)).toContain('De votre côté : porter le budget à 8 160 € par an.');
    expect(plain(card.textContent)).toContain('Du côté du propriétaire : ramener le coût à 7 200 € par an.');
    fireEvent.click(within(card).getByRole('button', { name: /Accepter/ }));
    await screen.findByRole('button', { name: 'Revenir à ma demande' });
    expect(address()).toContain('budget=680');
  });

  test('apply a relaxation at one press and take it back at another', async () => {
    matchWith((need) =>
      results({
        sections: [section([match('Halle')])],
        whatIf: need.budget?.euros === 600 ? [whatIf({ steps: [{ more: 3, size: 96_000, sentence: '' }] })] : [],
      }),
    );
    const { address } = await open(NEED);
    fireEvent.click(await screen.findByRole('button', { name: /680\s€ par mois au plus.*3 lieux de plus/ }));
    const undo = await screen.findByRole('button', { name: 'Revenir à ma demande' });
    expect(needsAsked().at(-1)?.budget).toEqual({ euros: 680, per: 'month' });
    fireEvent.click(undo);
    await screen.findByRole('button', { name: /3 lieux de plus/ });
    expect(screen.queryByRole('button', { name: 'Revenir à ma demande' })).toBeNull();
    expect(address()).toContain('budget=600');
  });

  test('say plainly when nothing is on offer, invent no near-miss, fold the leads and promise no alert', async () => {
    matchWith(() => results({ leads: { total: 44, items: [lead('Gare fermée')] } }));
    const { container } = await open(NEED);
    expect(await screen.findByText('Rien n’est proposé aujourd’hui pour ce besoin')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.queryByRole('heading', { name: /Presque/ })).toBeNull();
    expect(screen.getByRole('heading', { name: '44 pistes dans les données ouvertes' })).toBeTruthy();
    expect(container.querySelector<HTMLDetailsElement>('#pistes details')?.open).toBe(false);
    expect(screen.getByRole('button', { name: 'Copier le lien' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Enregistrer comme projet' }).getAttribute('href')).toMatch(
      /^\/mes-projets\/nouveau\?floorMin=150/,
    );
  });

  test('can be followed by a newsreader, by an address that holds the need itself', async () => {
    matchWith();
    await open(NEED);
    const address = (await screen.findByRole('link', { name: 'Suivre ce besoin (flux Atom)' })).getAttribute('href') ?? '';
    const encoded = new URL(address, 'http://localhost').searchParams.get('need') ?? '';
    const { need } = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as { need: object };
    expect(need).toMatchObject({ floorAreaMinM2: 150, budget: { euros: 600, per: 'month' } });
    expect(need).not.toHaveProperty('kinds');
  });

  test('tell what is known of a lead and what to ask, without a score', async () => {
    matchWith(() => results({ leads: { total: 1, items: [lead('Gare fermée')] } }));
    const { container } = await open(NEED);
    await screen.findByRole('heading', { name: '1 piste dans les données ouvertes' });
    const row = container.querySelector('.lead-row');
    expect(plain(row?.textContent ?? '')).toContain('à 2,2 km');
    expect(row?.textContent).toContain('Terrain : 1 200 m²');
    expect(row?.textContent).toContain('Question à poser (1)');
    expect(row?.textContent).not.toContain('points');
  });

  test('put two places side by side', async () => {
    matchWith(() => results({ sections: [section([match('Halle'), toConfirm])] }));
    await open(NEED);
    for (const choice of await screen.findAllByRole('checkbox', { name: /Comparer/ })) fireEvent.click(choice);
    fireEvent.click(screen.getByRole('button', { name: 'Comparer côte à côte' }));
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('columnheader', { name: 'Halle' })).toBeTruthy();
    expect(within(table).getByRole('columnheader', { name: 'À confirmer' })).toBeTruthy();
  });

  test('say the version of the method and lead to its page', async () => {
    matchWith(() => results({ sections: [section([match('Halle')])] }));
    await open(NEED);
    expect((await screen.findByRole('link', { name: 'Classés par la méthode 2026-11.1' })).getAttribute('href')).toBe('/methode');
  });

  test('are complete in English', async () => {
    matchWith(() => results({ leads: { total: 44, items: [lead('Gare fermée')] } }));
    await open(`${NEED}&lang=en`, 'en');
    expect(await screen.findByText('Nothing is on offer today for this need')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '44 leads in open data' })).toBeTruthy();
  });
});
