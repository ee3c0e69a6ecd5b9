import { beforeAll, describe, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { compareRows } from '../../web/src/features/sites/compare/compare-rows';
import { readCompareSearch } from '../../web/src/features/sites/compare/compare-search';
import type { SiteView } from '../../web/src/features/sites/site-types';
import { loadInsideTexts, startTexts } from '../../web/src/text/i18n';

const NOTHING = { value: null, source: null };
function site(changes: object = {}): SiteView {
  return {
    kind: 'workshop',
    shelf: 'offered',
    territories: { commune: { name: 'Langres' } },
    premises: [],
    offers: [],
    facts: { landAreaM2: NOTHING, condition: NOTHING, propertyStatus: NOTHING },
    features: {},
    constraints: {},
    access: { stops: [] },
    owner: { organisation: null, name: null },
    completeness: { known: 3, asked: 20 },
    ...changes,
  } as unknown as SiteView;
}

const rowsOf = (...sites: SiteView[]) => {
  const rows = compareRows(sites, i18next.getFixedT('fr', ['compare', 'vocabulary', 'places', 'common', 'place']), 'fr');
  return (key: string) => {
    const row = rows.find((candidate) => candidate.key === key);
    return row && [row.values.map((value) => value?.replace(/[\u00a0\u202f]/g, ' ') ?? null), row.differs];
  };
};

beforeAll(async () => {
  await startTexts('fr');
  await loadInsideTexts();
});

describe('places side by side', () => {
  test('differ only where both are known', () => {
    const row = rowsOf(site({ kind: 'shop' }), site({ facts: { ...site().facts, landAreaM2: { value: 500, source: null } } }));
    expect(row('kind')).toEqual([['Local commercial', 'Atelier'], true]);
    expect(row('commune')).toEqual([['Langres', 'Langres'], false]);
    expect(row('landArea')).toEqual([[null, '500 m²'], false]);
  });

  test('say yes when one of the premises has it, no when all that is known says no, and unknown otherwise', () => {
    const row = rowsOf(
      site({ features: { water: false }, premises: [{ features: { water: true } }] }),
      site({ features: { water: false }, premises: [{ features: { water: null } }] }),
      site({ features: { water: null } }),
    );
    expect(row('feature.water')).toEqual([['oui', 'non', null], true]);
  });

  test('give the range of their premises, and the lowest known cost', () => {
    const row = rowsOf(
      site({
        premises: [
          { floorAreaM2: 240, powerKva: 36, features: {} },
          { floorAreaM2: 80, powerKva: null, features: {} },
        ],
        offers: [
          {
            tenure: 'civil_lease',
            costCentsPerYear: 600_000,
            priceCents: null,
            availableFrom: '2027-03-01',
            minTermMonths: 36,
            maxTermMonths: null,
          },
          {
            tenure: 'sale',
            costCentsPerYear: null,
            priceCents: 9_000_000,
            availableFrom: '2027-01-01',
            openEnded: true,
            minTermMonths: null,
            maxTermMonths: null,
          },
        ],
      }),
    );
    expect([row('floorArea'), row('power'), row('cost'), row('price'), row('from'), row('until'), row('minTerm')]).toEqual([
      [['80 m² – 240 m²'], false],
      [['36 kVA'], false],
      [['500 € par mois'], false],
      [['90 000 €'], false],
      [['1er janvier 2027'], false],
      [['sans date de fin'], false],
      [['36 mois'], false],
    ]);
  });
});

describe('an address of a comparison', () => {
  const id = (end: number) => `019a0000-0000-71b6-8555-59c4dd1209a${end}`;
  test('holds four places at most, each once, and nothing else', () => {
    expect(readCompareSearch({ ids: [1, 1, 2, 3, 4, 5].map(id).join(',') + ',halle' }).ids).toEqual([1, 2, 3, 4].map(id));
    expect(readCompareSearch({}).ids).toEqual([]);
  });
});
