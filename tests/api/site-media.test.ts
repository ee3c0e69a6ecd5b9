import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { Files } from '../../api/src/platform/files/files.js';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { type FakeClamd, startClamd } from '../support/clamd.js';
import { bytesOf, givenSite, givenTerritories } from '../support/sites.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import * as corpus from '../support/upload-corpus.js';

interface Media {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly title: string | null;
  readonly refusal: string | null;
  readonly pictures: { readonly webp: { url: string; widthPx: number; heightPx: number }[]; readonly jpeg: { url: string } } | null;
  readonly documentUrl: string | null;
}

const QUOTA_MB = 3;
let t: TestApp;
let clamd: FakeClamd;
let commune: string;
let other: string;
let agent: Person;
let reader: Person;
let elsewhere: Person;
let moderator: Person;

beforeAll(async () => {
  clamd = await startClamd();
  t = await startTestApp({ environment: { CLAMD_URL: clamd.url, FILES_QUOTA_MB: String(QUOTA_MB) } });
  await givenTerritories(t.db);
  commune = await givenOrganisation(t, { name: 'Commune de Langres', kind: 'public_owner' });
  other = await givenOrganisation(t, { name: 'Un EPCI', kind: 'public_owner' });
  await givenPeople();
}, 240_000);
afterAll(async () => {
  await t.close();
  clamd.stop();
});

/** Signed in anew: nobody stays so for a month. */
async function givenPeople(): Promise<void> {
  agent = await givenPerson(t, { memberOf: [{ organisationId: commune, role: 'editor' }] });
  reader = await givenPerson(t, { memberOf: [{ organisationId: commune, role: 'reader' }] });
  elsewhere = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'administrator' }] });
  moderator = await givenPerson(t, { platformRole: 'moderator' });
}

/** A month and a night later. */
async function afterAMonth(): Promise<void> {
  t.clock.advance({ days: 31 });
  await t.get(Retention).apply();
  await sweep();
  await givenPeople();
}

const givenOurSite = (given: object = {}) => givenSite(t.db, { columns: { owner_organisation_id: commune }, ...given });
const send = (siteId: string, content: Buffer, { name = 'photo.jpg', by = agent, query = '' } = {}) =>
  by.http().post(`/api/sites/${siteId}/media${query}`).attach('file', content, name);
const list = async (siteId: string, by = agent) =>
  (await by.http().get(`/api/sites/${siteId}/media`).expect(200)).body as { items: Media[] } & Record<string, unknown>;
const download = (url: string, by: { http: () => ReturnType<TestApp['http']> } = t) =>
  by
    .http()
    .get(url)
    .ok(() => true)
    .buffer(true)
    .parse(bytesOf);

/** Sent and checked. */
async function givenMedia(siteId: string, content: Buffer, options: Parameters<typeof send>[2] = {}): Promise<Media> {
  const { body } = await send(siteId, content, options).expect(201);
  await t.runJobs();
  return (await list(siteId)).items.find(({ id }) => id === body.id)!;
}

/** Every file of the store and of the folder where files arrive. */
function onDisk(): string[] {
  const { store } = t.config.files;
  const folder = store.driver === 'folder' ? store.folder! : '';
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
const sweep = () => t.get(Files).sweep(new Date(t.clock.now().getTime() + 1_000));
const count = async (table: string): Promise<number> => (await t.db.query(`select count(*)::int as n from ${table}`))[0].n;

describe('a photo', () => {
  test('is given out in several sizes once it is checked, upright, without the position and the device its file held', async () => {
    const site = await givenOurSite();
    const sent = await corpus.photoOfATelephone({ widthPx: 1_500, heightPx: 900 });
    expect(sent.includes('SECRET-DEVICE')).toBe(true);
    expect((await sharp(sent).metadata()).exif?.includes('SECRET-SOFTWARE')).toBe(true);
    const { body } = await send(site, sent).expect(201);
    expect(body).toMatchObject({ kind: 'photo', state: 'received', visibility: 'public', pictures: null, described: false, title: null });
    await t.runJobs();
    const { items } = await list(site);
    const photo = items[0]!;
    expect(photo).toMatchObject({ state: 'available', cover: true });
    expect(photo.pictures!.webp.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
      [320, 533],
      [640, 1_067],
      [900, 1_500],
    ]);
    for (const { url } of [...photo.pictures!.webp, photo.pictures!.jpeg]) {
      const { body: bytes, headers } = await download(url);
      const read = await sharp(bytes as Buffer).metadata();
      expect([read.exif, read.xmp, read.iptc, read.orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect(headers).toMatchObject({
        'content-type': `image/${read.format}`,
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringMatching(/^inline; filename="photo\.(webp|jpg)"$/),
        'content-security-policy': expect.stringContaining('sandbox'),
        'cache-control': 'public, max-age=600',
      });
    }
    expect(onDisk().filter((path) => readFileSync(path).includes('SECRET-'))).toEqual([]);
  });

  test('is not given out before its checks, nor read again when the browser has it', async () => {
    const site = await givenOurSite();
    const { body } = await send(site, await corpus.plainPhoto()).expect(201);
    await t.http().get(`/api/media/${body.id}/640.webp`).expect(404);
    await t.runJobs();
    const { headers } = await t.http().get(`/api/media/${body.id}/640.webp`).expect(200);
    await t.http().get(`/api/media/${body.id}/640.webp`).set('If-None-Match', headers['etag']!).expect(304);
    await t.http().get(`/api/media/${body.id}/641.webp`).expect(404);
    await t.http().get(`/api/media/${body.id}/document.pdf`).expect(404);
  });

  test.each(['png', 'webp', 'avif'] as const)('in %s is drawn again like the others', async (format) => {
    const photo = await givenMedia(await givenOurSite(), await corpus.plainPhoto(format));
    expect(photo.pictures!.webp.map(({ widthPx }) => widthPx)).toEqual([320, 640, 700]);
  });

  test('sent twice is kept once, and stays as long as one of the two places shows it', async () => {
    const [content, first, second] = [await corpus.plainPhoto(), await givenOurSite(), await givenOurSite()];
    const one = await givenMedia(first, content);
    await sweep();
    const before = onDisk();
    const two = await givenMedia(second, content);
    await sweep();
    expect(onDisk()).toEqual(before);
    await agent.http().post(`/api/media/${one.id}/remove`).send({}).expect(200);
    await afterAMonth();
    expect((await download(two.pictures!.jpeg.url)).status).toBe(200);
    expect(onDisk()).toEqual(before);
  });
});

describe('what an attacker or bad luck sends', () => {
  const hostile: [string, () => Buffer | Promise<Buffer>, string, number, string][] = [
    ['an archive that swells, called a picture', corpus.zipBomb, 'photo.png', 415, 'file-type-refused'],
    ['a picture that is also a script', () => corpus.GIF_AND_SCRIPT, 'photo.gif', 415, 'file-type-refused'],
    ['a drawing with a script', () => corpus.SVG_WITH_SCRIPT, 'plan.svg', 415, 'file-type-refused'],
    ['a drawing with a script, called a photo', () => corpus.SVG_WITH_SCRIPT, 'plan.jpg', 415, 'file-type-refused'],
    ['a page, called a photo', () => corpus.HTML_PAGE, 'photo.jpg', 415, 'file-type-refused'],
    ['a program, called a document', () => corpus.PROGRAM, 'plan.pdf', 415, 'file-type-refused'],
    ['a hundred megapixels in a few bytes', () => corpus.pngOfSize(10_000, 10_000), 'photo.png', 422, 'image-too-many-pixels'],
    ['a header cut in the middle', async () => (await corpus.plainPhoto()).subarray(0, 12), 'photo.jpg', 422, 'file-unreadable'],
    ['a file too heavy', () => Buffer.alloc(25_020_000, 1), 'photo.jpg', 413, 'file-too-large'],
    ['an empty file', () => Buffer.alloc(0), 'photo.jpg', 415, 'upload-expected'],
  ];
  test.each(hostile)('%s: refused at once, and nothing is kept', async (_case, make, name, status, code) => {
    const site = await givenOurSite();
    const before = [onDisk(), await count('site_media'), await count('stored_file')];
    const { status: answered, body } = await send(site, await make(), { name });
    expect([answered, body.code]).toEqual([status, code]);
    expect([onDisk(), await count('site_media'), await count('stored_file')]).toEqual(before);
  });

  const refusedLater: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['a photo that stops halfway', async () => cutInHalf(await corpus.photoOfATelephone()), 'unreadable'],
    ['a picture whose header promises more than it holds', () => corpus.pngOfSize(4_000, 3_000), 'unreadable'],
    ['a document with a script', () => corpus.pdfWithScript(), 'active_content'],
    ['a document with a script under an escaped name', () => corpus.pdfWithScript('/J#61vaScript'), 'active_content'],
    ['a document that starts a program', () => corpus.pdfWithScript('/Launch'), 'active_content'],
    ['a document with a script in a compressed stream', () => corpus.pdfWithHiddenScript(), 'active_content'],
    ['a document compressed so that we cannot look', () => corpus.pdfWithHiddenScript('[/ASCIIHexDecode /FlateDecode]'), 'unreadable'],
    ['an encrypted document', corpus.encryptedPdf, 'encrypted'],
    ['a file that carries a virus', () => corpus.plainPdf('EICAR-FOR-THE-TESTS'), 'virus'],
  ];
  test.each(refusedLater)('%s: never shown, refused with its reason, and let go', async (_case, make, refusal) => {
    const site = await givenOurSite();
    const before = onDisk();
    const media = await givenMedia(site, await make());
    expect(media).toMatchObject({ state: 'refused', refusal, pictures: null, documentUrl: null });
    expect(onDisk()).toEqual(before);
    const acts = await t.db.query('select action, to_state, why from journal_act where thing_id = $1 order by seq desc limit 1', [
      media.id,
    ]);
    expect(acts).toEqual([{ action: 'refuse-site-media', to_state: 'refused', why: refusal }]);
  });

  test('a picture with a script in its comment becomes a picture without it', async () => {
    const photo = await givenMedia(await givenOurSite(), await corpus.jpegWithScript('<script>alert("polyglot")</script>'));
    for (const { url } of photo.pictures!.webp) expect(((await download(url)).body as Buffer).includes('polyglot')).toBe(false);
  });

  test.each([
    ['leads out of the folder', '../../../etc/cron.d/plan.pdf', 'plan'],
    ['leads out of it in Windows', '..\\..\\windows\\plan.pdf', 'plan'],
    ['turns the reading direction', 'plan\u202Efdp.exe', 'planfdp'],
    ['is nothing but dots', '....pdf', null],
    ['is longer than a page', `${'plan '.repeat(900)}.pdf`, 'plan '.repeat(24).trim()],
    ['is French', 'Plan_du rez-de-chaussée – été 2026.pdf', 'Plan du rez-de-chaussée – été 2026'],
    ['is not even UTF-8', Buffer.from([0x70, 0x6c, 0xe9, 0x6e, 0x2e, 0x70, 0x64, 0x66]), 'pl\ufffdn'],
  ])('a name that %s says what people may read and names nothing on the disk', async (_case, name, title) => {
    const site = await givenOurSite();
    const before = new Set(onDisk());
    const { body } = await agent
      .http()
      .post(`/api/sites/${site}/media`)
      .set('Content-Type', 'multipart/form-data; boundary=limit-of-the-tests')
      .send(corpus.formWith(name, corpus.plainPdf(String(name).slice(0, 20).replace(/\W/g, '-'))))
      .expect(201);
    expect(body.title).toBe(title);
    const made = onDisk().filter((path) => !before.has(path));
    expect(made.map((path) => path.split('/').slice(-2).join(''))).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  test.each([
    ['no file', 'multipart/form-data; boundary=x', '--x--\r\n', 'upload-expected'],
    [
      'a text instead',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nbonjour\r\n--x--\r\n',
      'upload-expected',
    ],
    [
      'a form that never ends',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nGIF89a',
      'upload-interrupted',
    ],
    ['a form without boundary', 'multipart/form-data', 'rien', 'upload-expected'],
    [
      'a name with a NUL',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a\0.jpg"\r\n\r\nGIF89a\r\n--x--\r\n',
      'upload-expected',
    ],
    ['JSON', 'application/json', '{}', 'upload-expected'],
  ])('%s: refused in words, and nothing is kept', async (_case, type, form, code) => {
    const site = await givenOurSite();
    const before = onDisk();
    const { body } = await agent.http().post(`/api/sites/${site}/media`).set('Content-Type', type).send(form);
    expect(body.code).toBe(code);
    expect(onDisk()).toEqual(before);
  });

  test('two files at once: refused, neither is kept', async () => {
    const site = await givenOurSite();
    const before = onDisk();
    const { body } = await send(site, await corpus.plainPhoto()).attach('file', await corpus.plainPhoto(), 'b.jpg');
    expect(body.code).toBe('upload-expected');
    expect(onDisk()).toEqual(before);
    expect((await list(site)).items).toEqual([]);
  });

  test('a file that does not say how long it is, and is too long: cut off, and nothing is kept', async () => {
    const site = await givenOurSite();
    const before = onDisk();
    const { port } = serverAddress();
    const headers = {
      Cookie: agent.cookie,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'multipart/form-data; boundary=limit-of-the-tests',
    };
    const sending = request({ port, method: 'POST', path: `/api/sites/${site}/media`, headers });
    sending.on('error', () => undefined);
    Readable.from(corpus.formWith('photo.jpg', Buffer.alloc(26_000_000, 1))).pipe(sending);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    expect([answer.statusCode, await text(answer)]).toEqual([413, expect.stringContaining('file-too-large')]);
    await until(() => onDisk().length === before.length);
    expect(onDisk()).toEqual(before);
  });

  test('an upload that is broken off leaves nothing behind', async () => {
    const site = await givenOurSite();
    const before = onDisk();
    const socket = connect(serverAddress().port, '127.0.0.1');
    await once(socket, 'connect');
    const form = corpus.formWith('photo.jpg', await corpus.photoOfATelephone());
    socket.write(
      `POST /api/sites/${site}/media HTTP/1.1\r\nHost: localhost\r\nCookie: ${agent.cookie}\r\nSec-Fetch-Site: same-origin\r\n` +
        `Content-Type: multipart/form-data; boundary=limit-of-the-tests\r\nContent-Length: ${form.length}\r\n\r\n`,
    );
    socket.write(form.subarray(0, form.length - 5_000));
    await until(() => onDisk().length > before.length);
    socket.destroy();
    await until(() => onDisk().length === before.length);
    expect(onDisk()).toEqual(before);
    expect((await list(site)).items).toEqual([]);
  });

  test('a form is still refused wherever no file is expected', async () => {
    await agent
      .http()
      .post('/api/matches/try')
      .attach('file', await corpus.plainPhoto(), 'a.jpg')
      .expect(415);
  });
});

describe('while the antivirus cannot be asked', () => {
  test('nothing is shown; once it is back, the file is checked', async () => {
    const site = await givenOurSite();
    clamd.answer = () => '';
    const { body } = await send(site, await corpus.plainPhoto()).expect(201);
    await t.runJobs();
    expect((await list(site)).items[0]).toMatchObject({ state: 'received', pictures: null });
    await t.http().get(`/api/media/${body.id}/640.webp`).expect(404);
    clamd.answer = () => 'stream: OK';
    await t.db.query(`update pgboss.job set start_after = now() where name = 'site-media-received.check-file' and state = 'retry'`);
    await t.runJobs();
    expect((await list(site)).items[0]).toMatchObject({ state: 'available' });
  });
});

describe('a private document', () => {
  test('is given to members by a link that ends, and to nobody else', async () => {
    const site = await givenOurSite();
    const plan = await givenMedia(site, corpus.plainPdf('rez-de-chaussée'), { name: 'Plan à côté.pdf' });
    expect(plan).toMatchObject({ kind: 'document', visibility: 'private', state: 'available', title: 'Plan à côté' });
    const url = (await list(site, reader)).items[0]!.documentUrl!;
    const { status, headers, body } = await download(url);
    expect([status, (body as Buffer).equals(corpus.plainPdf('rez-de-chaussée'))]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="plan-a-cote.pdf"',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const [path, query] = url.split('?') as [string, string];
    const altered = query.replace(/until=(\d+)/, (_all, until: string) => `until=${Number(until) + 300}`);
    const others = await givenMedia(await givenOurSite(), corpus.plainPdf('autre'));
    for (const wrong of [path, `${path}?${altered}`, `${path}?${query.slice(0, -1)}`, `/api/media/${others.id}/document.pdf?${query}`])
      expect([wrong, (await download(wrong)).status]).toEqual([wrong, 404]);
    await elsewhere.http().get(path).expect(404);
    t.clock.advance({ hours: 1 });
    expect((await t.http().get(url).expect(410)).body.code).toBe('file-link-expired');
    t.clock.advance({ hours: -1 });
  });

  test('made public is on the page of the place; made private again, its address no longer answers', async () => {
    const site = await givenOurSite();
    const plan = await givenMedia(site, corpus.plainPdf('public'));
    const seen = async () => (await t.http().get(`/api/sites/${site}`).expect(200)).body.documents as { url: string }[];
    expect(await seen()).toEqual([]);
    const { body } = await agent.http().patch(`/api/media/${plan.id}`).send({ version: plan.version, visibility: 'public' }).expect(200);
    expect(await seen()).toMatchObject([{ url: `/api/media/${plan.id}/document.pdf` }]);
    await t.http().get(`/api/media/${plan.id}/document.pdf`).expect(200);
    await agent.http().patch(`/api/media/${plan.id}`).send({ version: body.version, visibility: 'private' }).expect(200);
    await t.http().get(`/api/media/${plan.id}/document.pdf`).expect(404);
  });

  test('photos of a place that is still a draft are for its members only', async () => {
    const site = await givenOurSite({ state: 'draft' });
    const photo = await givenMedia(site, await corpus.plainPhoto());
    const { url } = photo.pictures!.jpeg;
    expect(url).toContain('signature=');
    await t.http().get(url.split('?')[0]!).expect(404);
    expect((await download(url)).status).toBe(200);
  });
});

describe('the photos of a place', () => {
  test('are described, ordered and shown on its page; the first public one stands for the place', async () => {
    const site = await givenOurSite();
    const [first, second] = [await givenMedia(site, await corpus.plainPhoto()), await givenMedia(site, await corpus.plainPhoto('png'))];
    const page = async () => (await t.http().get(`/api/sites/${site}`).expect(200)).body;
    expect((await page()).completeness.missing).toContain('photos');
    const said = { alt: 'La halle vue de la cour', caption: 'Octobre 2026', credit: 'Ville de Langres' };
    const { body } = await agent
      .http()
      .patch(`/api/media/${second.id}`)
      .send({ version: second.version, ...said })
      .expect(200);
    expect(body).toMatchObject({ ...said, described: true, cover: false });
    await agent
      .http()
      .put(`/api/sites/${site}/media/order`)
      .send({ ids: [second.id, first.id] })
      .expect(200);
    const shown = await page();
    expect(shown.photos).toMatchObject([
      { id: second.id, ...said },
      { id: first.id, alt: null },
    ]);
    expect(shown.photo).toBe(`/api/media/${second.id}/640.webp`);
    expect(shown.completeness.missing).not.toContain('photos');
    await agent.http().patch(`/api/media/${second.id}`).send({ version: body.version, visibility: 'private' }).expect(200);
    expect((await page()).photo).toBe(`/api/media/${first.id}/640.webp`);
  });

  test('a decorative one needs no description, and cannot have one', async () => {
    const site = await givenOurSite();
    const photo = await givenMedia(site, await corpus.plainPhoto());
    const patch = (edit: object, version: number) =>
      agent
        .http()
        .patch(`/api/media/${photo.id}`)
        .send({ version, ...edit });
    expect((await patch({ alt: 'Une cour', decorative: true }, photo.version).expect(422)).body.errors[0].pointer).toBe('/alt');
    expect((await patch({ decorative: true }, photo.version).expect(200)).body).toMatchObject({ described: true, alt: null });
    expect((await patch({ alt: 'Une cour' }, photo.version + 1).expect(200)).body).toMatchObject({ decorative: false, alt: 'Une cour' });
    expect((await patch({ alt: 'Perdu' }, photo.version).expect(409)).body.code).toBe('changed-meanwhile');
  });

  test('an order that forgets one, or names one of another place, is refused', async () => {
    const [site, elsewhere] = [await givenOurSite(), await givenOurSite()];
    const [one, two, foreign] = [
      await givenMedia(site, corpus.plainPdf('1')),
      await givenMedia(site, corpus.plainPdf('2')),
      await givenMedia(elsewhere, corpus.plainPdf('3')),
    ];
    for (const ids of [[one.id], [one.id, one.id], [one.id, foreign.id], [one.id, two.id, foreign.id]])
      await agent.http().put(`/api/sites/${site}/media/order`).send({ ids }).expect(409);
  });

  test('removed, a photo leaves the page, can come back for thirty days, then its file and its words are gone', async () => {
    const site = await givenOurSite();
    await sweep();
    const before = onDisk();
    const photo = await givenMedia(site, await corpus.plainPhoto());
    await agent.http().patch(`/api/media/${photo.id}`).send({ version: photo.version, alt: 'MOTS À OUBLIER' }).expect(200);
    const remove = () => agent.http().post(`/api/media/${photo.id}/remove`).send({}).expect(200);
    await remove();
    const address = `/api/media/${photo.id}/640.webp`;
    await t.http().get(address).expect(404);
    expect((await t.http().get(`/api/sites/${site}`).expect(200)).body).toMatchObject({ photo: null, photos: [] });
    await agent.http().post(`/api/media/${photo.id}/restore`).expect(200);
    await t.http().get(address).expect(200);
    await remove();
    await afterAMonth();
    expect(onDisk()).toEqual(before);
    expect((await list(site)).items).toEqual([]);
    await agent.http().post(`/api/media/${photo.id}/restore`).expect(404);
    const [row] = await t.db.query('select to_jsonb(m) as kept from site_media m where id = $1', [photo.id]);
    expect(JSON.stringify(row)).not.toContain('OUBLIER');
    const acts = await t.db.query('select action from journal_act where thing_id = $1 order by seq', [photo.id]);
    const words = acts.map(({ action }: { action: string }) => action.replace('-site-media', ''));
    expect(words).toEqual(['add', 'check', 'release', 'describe', 'remove', 'restore', 'remove', 'purge']);
  });
});

describe('who may', () => {
  test('members of the organisation that owns the place: editors keep, readers look, all others learn nothing', async () => {
    const site = await givenOurSite();
    const photo = await givenMedia(site, await corpus.plainPhoto());
    const content = await corpus.plainPhoto();
    const body = { version: photo.version, alt: 'Volé' };
    await t.http().post(`/api/sites/${site}/media`).attach('file', content, 'a.jpg').expect(401);
    expect((await send(site, content, { by: reader }).expect(403)).body.code).toBe('role-too-low');
    await send(site, content, { by: elsewhere }).expect(404);
    await elsewhere.http().get(`/api/sites/${site}/media`).expect(404);
    await elsewhere.http().patch(`/api/media/${photo.id}`).send(body).expect(404);
    await elsewhere.http().post(`/api/media/${photo.id}/remove`).send({}).expect(404);
    await elsewhere
      .http()
      .put(`/api/sites/${site}/media/order`)
      .send({ ids: [photo.id] })
      .expect(404);
    expect((await list(site, reader))['actions']).toMatchObject({ uploadSiteMedia: 'role-too-low' });
  });

  test('an organisation with a checked role for the place, until its term; a declared one opens nothing', async () => {
    const site = await givenSite(t.db);
    const inDays = (days: number) => new Date(t.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const role = (state: string, until: string) =>
      t.db.query(
        `insert into site_role (id, site_id, organisation_id, role, until, proof_text, proof_date, state, declared_at)
         values (gen_random_uuid(), $1, $2, 'manages', $3, 'Acte', '2020-01-01', $4, now())`,
        [site, commune, until, state],
      );
    await role('declared', inDays(90));
    await send(site, await corpus.plainPhoto()).expect(404);
    await role('checked', inDays(30));
    expect((await send(site, await corpus.plainPhoto()).expect(201)).body.state).toBe('received');
    t.clock.advance({ days: 31 });
    await givenPeople();
    await send(site, await corpus.plainPhoto()).expect(404);
  });

  test('a moderator removes a photo, and says why', async () => {
    const photo = await givenMedia(await givenOurSite(), await corpus.plainPhoto());
    const remove = (body: object) => moderator.http().post(`/api/media/${photo.id}/remove`).send(body);
    expect((await remove({}).expect(422)).body.errors[0].pointer).toBe('/reason');
    expect((await remove({ reason: 'Une personne est reconnaissable' }).expect(200)).body.state).toBe('removed');
    await moderator.http().patch(`/api/media/${photo.id}`).send({ version: 1, alt: 'x' }).expect(404);
  });
});

describe('the space of an organisation', () => {
  test('is limited: what does not fit is refused before it is kept, also when two send at once', async () => {
    const owner = await givenOrganisation(t, { kind: 'public_owner' });
    const keeper = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'editor' }] });
    const site = await givenSite(t.db, { columns: { owner_organisation_id: owner } });
    const heavy = (note: string) => Buffer.concat([corpus.plainPdf(note), Buffer.alloc(1_700_000, note)]);
    const answers = await Promise.all(['a', 'b'].map((note) => send(site, heavy(note), { by: keeper, name: 'plan.pdf' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'storage-quota-full', facts: { quotaBytes: QUOTA_MB * 1_000_000 } });
    const before = onDisk();
    await send(site, heavy('c'), { by: keeper, name: 'plan.pdf' }).expect(409);
    expect(onDisk()).toEqual(before);
    expect(await list(site, keeper)).toMatchObject({ items: [{}], quotaBytes: 3_000_000 });
  });
});

function serverAddress(): AddressInfo {
  return t.app.getHttpServer().address() as AddressInfo;
}

function cutInHalf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

async function until(holds: () => boolean): Promise<void> {
  const limit = Date.now() + 5_000;
  while (!holds() && Date.now() < limit) await new Promise((resume) => setTimeout(resume, 20));
}
