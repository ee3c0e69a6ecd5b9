/** @jest-environment ./tests/web/page-environment.cjs */
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { feedAddress } from '../../web/src/features/matching/need/need-feed';
import { PointPicker } from '../../web/src/features/matching/need/point-picker';
import { pickTerritory } from '../../web/src/pages/need-territories';
import { json, show } from './page';

const asked: URL[] = [];
const commune = (code: string, name: string, point: object | null) => ({ id: `commune:${code}`, kind: 'commune', code, name, point });
const onPick = jest.fn<(picked: object) => void>();

async function choose(name: string) {
  await show(<PointPicker id="near" label="Autour d’une commune" help="" territoryPicker={pickTerritory} onPick={onPick} />);
  fireEvent.change(screen.getByRole('combobox'), { target: { value: name } });
  fireEvent.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

describe('choosing a point by its commune', () => {
  beforeEach(() => {
    onPick.mockClear();
    globalThis.fetch = (input) => {
      asked.push(new URL((input as Request).url));
      return Promise.resolve(
        json({ items: [commune('52269', 'Langres', { lon: 5.33, lat: 47.86 }), commune('52001', 'Ageville', null)], next: null }),
      );
    };
  });

  test('offers communes only and gives the point', async () => {
    await choose('Langres');
    expect(asked.at(-1)?.searchParams.get('kind')).toBe('commune');
    expect(onPick).toHaveBeenCalledWith({ id: 'commune:52269', name: 'Langres', point: { lon: 5.33, lat: 47.86 } });
  });

  test('says so when the position of a commune is not known', async () => {
    await choose('Ageville');
    expect(onPick).not.toHaveBeenCalled();
    expect(screen.getByText(/l’emplacement de Ageville/)).toBeTruthy();
  });
});

describe('the feed of a need', () => {
  test('is offered as long as its address can hold the need', () => {
    expect(feedAddress({ floorMin: 150 }, 'fr')).toMatch(/^\/api\/matches\/feed\.atom\?need=[\w-]+&lang=fr$/);
    const drawn = Array.from({ length: 400 }, (_, corner) => `${5 + corner / 1000},47.${corner}`).join(',');
    expect(feedAddress({ drawn }, 'fr')).toBeNull();
  });
});
