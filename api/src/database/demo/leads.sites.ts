import type { DemoSite } from './demo.types.js';

/** Leads: what open data would give. An owner kind at most, a land area at best, nothing on offer. */
const station = (key: string, name: string, commune: string, lonLat: readonly [number, number], landM2?: number): DemoSite => ({
  key,
  kind: 'disused_station',
  name,
  commune,
  lonLat,
  summary: 'Gare sans voyageurs ni marchandises dans un jeu de données inventé : rien ne dit qu’un bâtiment y reste.',
  state: 'potential',
  daysAgo: 40,
  ownerKind: 'sncf',
  ...(landM2 === undefined ? {} : { landM2 }),
});
const brownfield = (
  key: string,
  name: string,
  commune: string,
  lonLat: readonly [number, number],
  landM2: number,
  formerly: string,
): DemoSite => ({
  key,
  kind: 'brownfield',
  name,
  commune,
  lonLat,
  summary: 'Friche d’un inventaire inventé : son propriétaire n’a pas encore été interrogé.',
  state: 'potential',
  daysAgo: 40,
  landM2,
  formerly,
});

export const LEADS: readonly DemoSite[] = [
  station('piste-vaux', 'Gare de Vaux-la-Fictive', '52269', [5.3211, 47.8442]),
  station('piste-rolampont', 'Halte du Pont-Canal', '52432', [5.2811, 47.9471], 1400),
  station('piste-val', 'Gare du Val-Rêvé', '52332', [5.5311, 48.0011]),
  station('piste-fayl', 'Gare des Vanniers', '52197', [5.6051, 47.7901], 2600),
  station('piste-gray', 'Gare de la Saône Ancienne', '70279', [5.5921, 47.4451]),
  station('piste-tonnerre', 'Halte des Pressoirs', '89418', [3.9811, 47.8521]),
  station('piste-fontenay', 'Gare du Marais Sec', '85092', [-0.8031, 46.4641], 5200),
  station('piste-saint-yrieix', 'Gare de la Porcelaine', '87187', [1.2031, 45.5171]),
  brownfield('piste-nogent', 'Coutellerie des Écluses', '52353', [5.3521, 48.0301], 4300, 'Coutellerie'),
  brownfield('piste-saint-dizier', 'Fonderie des Forges Hautes', '52448', [4.9381, 48.6351], 27000, 'Fonderie'),
  brownfield('piste-annonay', 'Mégisserie du Pont Double', '07010', [4.6681, 45.2401], 6100, 'Mégisserie'),
  brownfield('piste-abbeville', 'Sucrerie du Bras de Somme', '80001', [1.8311, 50.1121], 58000, 'Sucrerie'),
];
