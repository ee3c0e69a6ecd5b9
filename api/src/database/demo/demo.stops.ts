import type { DemoStop } from './demo.types.js';

/** Invented timetables near the places of the demonstration. They step aside as soon as a real one is imported (view `known_stop`). */
const stop = (key: string, name: string, lon: number, lat: number, trains: number, coaches: number, sunday: number): DemoStop => ({
  key,
  name,
  lonLat: [lon, lat],
  trains,
  coaches,
  sunday,
});

export const DEMO_STOPS: readonly DemoStop[] = [
  stop('langres', 'Langres', 5.344, 47.877, 24, 8, 18),
  stop('langres-bel-air', 'Langres, place du marché couvert', 5.332, 47.859, 0, 9, 0),
  stop('culmont', 'Culmont-Chalindrey', 5.443, 47.81, 30, 2, 22),
  stop('chaumont', 'Chaumont', 5.135, 48.11, 32, 12, 24),
  stop('bologne', 'Bologne', 5.134, 48.199, 6, 6, 4),
  stop('joinville', 'Joinville', 5.143, 48.444, 14, 16, 10),
  stop('saint-dizier', 'Saint-Dizier', 4.948, 48.642, 24, 12, 13),
  stop('troyes', 'Troyes', 4.065, 48.296, 38, 34, 26),
  stop('charleville', 'Charleville-Mézières', 4.724, 49.768, 50, 6, 30),
  stop('bar-le-duc', 'Bar-le-Duc', 5.167, 48.774, 26, 4, 14),
  stop('epinal', 'Épinal', 6.442, 48.178, 44, 8, 22),
  stop('dijon', 'Dijon', 5.027, 47.323, 190, 12, 104),
  stop('is-sur-tille', 'Is-sur-Tille', 5.129, 47.52, 26, 8, 12),
  stop('vesoul', 'Vesoul', 6.152, 47.618, 22, 0, 15),
  stop('nevers', 'Nevers', 3.151, 46.987, 48, 6, 26),
  stop('autun', 'Autun', 4.293, 46.955, 4, 8, 4),
  stop('aubusson', 'Aubusson', 2.162, 45.96, 4, 5, 3),
  stop('la-souterraine', 'La Souterraine', 1.492, 46.24, 18, 4, 9),
  stop('figeac', 'Figeac', 2.037, 44.604, 14, 6, 9),
  stop('rodez', 'Rodez', 2.581, 44.363, 16, 12, 10),
  stop('thiers', 'Thiers', 3.543, 45.861, 10, 6, 5),
  stop('roanne', 'Roanne', 4.063, 46.039, 52, 4, 30),
  stop('montlucon', 'Montluçon', 2.596, 46.338, 14, 6, 8),
  stop('redon', 'Redon', -2.088, 47.652, 72, 6, 40),
  stop('pontivy', 'Pontivy', -2.966, 48.062, 0, 20, 6),
  stop('saint-omer', 'Saint-Omer', 2.267, 50.754, 40, 2, 20),
  stop('laon', 'Laon', 3.624, 49.571, 36, 4, 18),
  stop('flers', 'Flers', -0.573, 48.745, 16, 4, 9),
  stop('vierzon', 'Vierzon', 2.06, 47.226, 62, 4, 34),
  stop('ales', 'Alès', 4.085, 44.128, 24, 8, 14),
];
