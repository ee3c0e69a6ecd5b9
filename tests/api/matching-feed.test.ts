import { beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { useTestApp } from '../support/test-app.js';
import { addPlace, addTerritories, workshopNeed } from './matching-places.js';

const t = useTestApp();
const encoded = (body: unknown): string => Buffer.from(JSON.stringify(body)).toString('base64url');
const feed = (need: string, lang = 'en') => t.http().get('/api/matches/feed.atom').query({ need, lang }).buffer(true);

type Element = Record<string, string>;

/** Reads strictly: anything that is not well-formed XML is thrown. @returns the feed's own elements, then those of each entry. */
function read(text: string): Element[] {
  const elements: Element[] = [{}];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'entry') elements.push({});
    open.push(name);
    if (name === 'link') Object.assign(elements.at(-1) ?? {}, { [String(attributes['rel'])]: String(attributes['href']) });
  });
  parser.on('text', (words) => Object.assign(elements.at(-1) ?? {}, { [open.at(-1) ?? '']: words }));
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return elements;
}

describe('following a need with a newsreader', () => {
  let fits: string;
  beforeAll(async () => {
    await addTerritories(t.db);
    fits = await addPlace(t.db, { name: 'Halle & <atelier> \u0007' });
    await addPlace(t.db, { name: 'Rent unknown', rentCents: null });
    await addPlace(t.db, { name: 'A little small', floorM2: 140 });
    await addPlace(t.db, { name: 'Far too small', floorM2: 60 });
    await addPlace(t.db, { name: 'Not offered in full', tenure: null });
    await addPlace(t.db, { name: 'Gare', kind: 'disused_station', state: 'potential', ownerKind: null });
    await t.db.query(
      `update site set updated_at = '2026-11-20T08:00:00Z', created_at = '2026-11-01', published_at = '2026-11-02',
      state_changed_at = '2026-11-02' where id = $1`,
      [fits],
    );
  });

  it('announces what fits, what is to confirm and what nearly fits, best first, and no lead', async () => {
    const { text, headers } = await feed(encoded({ need: workshopNeed })).expect(200);
    const [, ...entries] = read(text);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(entries.map(({ title }) => title)).toEqual([
      'Halle & <atelier> , Langres',
      'Rent unknown, Langres',
      'A little small, Langres',
      'Not offered in full, Langres',
    ]);
    expect(entries[0]).toMatchObject({
      id: `urn:uuid:${fits}`,
      updated: '2026-11-20T08:00:00.000Z',
      summary: expect.stringContaining('5 conditions'),
      alternate: `${t.config.publicUrl}/lieux/${fits}`,
    });
  });

  it('says in its title what is looked for, in either language', async () => {
    const titles = await Promise.all(
      ['fr', 'en'].map(async (lang) => read((await feed(encoded({ need: workshopNeed }), lang)).text)[0]?.['title']),
    );
    expect(titles[0]).toMatch(/^Terrain d’entente — lieux pour un besoin \(.*Haute-Marne/);
    expect(titles[1]).toMatch(/^Terrain d’entente — places for a need \(.*Haute-Marne/);
  });

  it('keeps its own address, and any site may read it', async () => {
    const first = await feed(encoded({ need: { ...workshopNeed, neededBy: null, uses: [] } })).expect(200);
    const self = read(first.text)[0]?.['self'] ?? '';
    expect(self).toContain(`/api/matches/feed.atom?need=`);
    const again = await t.http().get(self.slice(t.config.publicUrl.length)).buffer(true).expect(200);
    expect(again.text).toBe(first.text);
    expect(first.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
    });
  });

  it('is not sent again while nothing changed', async () => {
    const { headers } = await feed(encoded({ need: workshopNeed })).expect(200);
    await feed(encoded({ need: workshopNeed }))
      .set('If-None-Match', String(headers['etag']))
      .expect(304);
  });

  it('is a valid feed even while no place is found', async () => {
    const elements = read((await feed(encoded({ need: { kinds: ['farmland'] } })).expect(200)).text);
    expect(elements).toHaveLength(1);
    expect(elements[0]).toMatchObject({ updated: expect.stringMatching(/T00:00:00\.000Z$/) });
  });
});

describe('an address of a feed that cannot be understood', () => {
  it.each([
    ['without a need', '', '/need'],
    ['with letters that are not base64url', 'é!', '/need'],
    ['that is not JSON', Buffer.from('{"need":').toString('base64url'), '/need'],
    ['that is not UTF-8', Buffer.from([0x22, 0xff, 0x22]).toString('base64url'), '/need'],
    ['longer than 4 kB', encoded({ need: {}, more: 'x'.repeat(4_096) }), '/need'],
    ['with bounds the wrong way round', encoded({ need: { floorAreaMinM2: 300, floorAreaMaxM2: 150 } }), '/need/need/floorAreaMaxM2'],
    ['with a point outside France', encoded({ need: { preferredPoint: { lon: 0, lat: -90 } } }), '/need/need/preferredPoint'],
  ])('%s is refused with what to correct', async (_case, need, pointer) => {
    const { body } = await t.http().get('/api/matches/feed.atom').query({ need }).expect(422);
    const { errors } = body as { errors: { in: string; pointer: string }[] };
    expect(errors.map((error) => [error.in, error.pointer])).toEqual([['query', pointer]]);
  });
});
