import type { EntityManager } from 'typeorm';
import { type Fault, problem } from '../../../platform/http/problem.js';
import { said } from '../../../platform/http/request-context.js';
import { distanceM, isInFrance, type LonLat } from '../../territories/french-point.rules.js';
import type { SiteFields } from './kept-site.fields.js';
import type { Fields } from '../../../platform/field-changes.js';
import { communeAt, communeNamed, readOutline } from './kept-site.location.queries.js';

/** Communes are small: a point farther from its commune's than this was misplaced. Those of Guyane are as large as departments. */
const FAR_M = 40_000;
const VAST_DEPARTMENT = '973';

const faults = {
  foreign: said('se trouve hors de France', 'lies outside France'),
  crossing: said('le tracé se croise ou n’entoure rien', 'the drawing crosses itself or encloses nothing'),
  unknown: said('commune inconnue', 'unknown commune'),
  needed: said('dites dans quelle commune', 'say in which commune'),
  far: said('est à plus de 40 km de la commune dite', 'is more than 40 km from the commune stated'),
};

function refuse(pointer: string, message: { error: () => string }): never {
  const error: Fault = { in: 'body', pointer, message: message.error() };
  throw problem('invalid-input', { errors: [error] });
}

/**
 * What an edit says of where the place is, made whole: the drawing as stored, a point inside it when none is known, the commune the
 * point lies in, today's commune for one that was merged.
 */
export async function located(tx: EntityManager, now: Fields, said: Fields): Promise<Fields> {
  const whole = new Map(said);
  const drawn = said.get('outline') as SiteFields['outline'] | undefined;
  if (drawn) {
    const read = await readOutline(tx, drawn);
    if (read === null) refuse('/outline', faults.crossing);
    if (!isInFrance(read.inside)) refuse('/outline', faults.foreign);
    whole.set('outline', read.outline);
    if (!now.has('point') && said.get('point') == null) whole.set('point', read.inside);
  }
  const point = whole.get('point') as LonLat | null | undefined;
  if (point) {
    if (!isInFrance(point)) refuse('/point', faults.foreign);
    whole.set('point', { lon: Number(point.lon.toFixed(7)), lat: Number(point.lat.toFixed(7)) });
    const found = await communeAt(tx, point);
    // A contour settles it; the nearest town is only a guess, for a place that has no commune yet.
    const isKnown = now.has('communeId') || said.get('communeId') != null;
    if (found !== null && (said.get('communeId') ?? null) === null && (found.inside || !isKnown)) whole.set('communeId', found.id);
  }
  if (point || whole.has('communeId')) await checkCommune(tx, now, whole);
  return whole;
}

async function checkCommune(tx: EntityManager, now: Fields, whole: Map<string, unknown>): Promise<void> {
  const asked = (whole.get('communeId') ?? now.get('communeId') ?? null) as string | null;
  if (asked === null) refuse('/communeId', faults.needed);
  const commune = await communeNamed(tx, asked);
  if (commune === null) refuse('/communeId', faults.unknown);
  if (whole.has('communeId')) whole.set('communeId', commune.id);
  const point = (whole.has('point') ? whole.get('point') : now.get('point')) as LonLat | null | undefined;
  const isFar = point && commune.point && commune.departmentCode !== VAST_DEPARTMENT && distanceM(point, commune.point) > FAR_M;
  if (isFar) refuse(whole.get('point') ? '/point' : '/communeId', faults.far);
}
