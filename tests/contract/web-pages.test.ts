import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { WebPages } from '../../api/src/platform/http/web-page.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ content: 'demo' });
const app = join(__dirname, '../../web/src/app');
const areas = readdirSync(app).filter((file) => /^routes\..+\.tsx$/.test(file));
const router = areas.map((file) => readFileSync(join(app, file), 'utf8')).join('\n');
const paths = [...router.matchAll(/path: '([^']+)'/g)].map(([, path]) => path!);

describe('every page of the web application', () => {
  test('is read from its router', () => {
    expect(paths).toContain('/lieux/$siteId');
  });

  test.each(paths)('%s has its title and description from the server, in both languages', async (path) => {
    const [place] = await t.db.query<{ id: string }[]>(`select id from published_site where shelf = 'offered' limit 1`);
    const [project] = await t.db.query<{ id: string }[]>(`select id from project where public and state = 'open' limit 1`);
    const [call] = await t.db.query<{ id: string }[]>(`select id from call where state = 'results_published' limit 1`);
    const [notice] = await t.db.query<{ id: string }[]>('select id from legal_notice limit 1');
    const open = path.startsWith('/projets/') ? path.replace('$projectId', project!.id) : path;
    const shown = open.startsWith('/appels/') ? open.replace('$callId', call!.id) : open;
    const [organisation] = await t.db.query<{ id: string }[]>(`select id from organisation where state = 'verified' limit 1`);
    const address = shown
      .replace('$noticeId', notice!.id)
      .replace('$organisationId', organisation!.id)
      .replace('$siteId', place!.id)
      .replace(/\$\w+/g, 'verification');
    const [french, english] = [await t.get(WebPages).describe(address, 'fr'), await t.get(WebPages).describe(address, 'en')];
    for (const page of [french, english]) {
      expect(page?.title.length).toBeGreaterThan(2);
      expect(page?.description.length).toBeGreaterThan(20);
    }
    expect(french?.description).not.toBe(english?.description);
  });

  test('of an organisation that strangers may not see says no more than that of one which does not exist', async () => {
    await t.db.query(`update organisation set state = 'claimed' where id = (select id from organisation order by id limit 1)`);
    const [hidden] = await t.db.query<{ id: string }[]>(`select id from organisation where state = 'claimed' limit 1`);
    const page = await t.get(WebPages).describe(`/organisations/${hidden!.id}`, 'fr');
    expect(page).toEqual(await t.get(WebPages).describe('/organisations/01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f', 'fr'));
    expect(page?.indexed).toBe(false);
    expect(await t.get(WebPages).describe('/organisations/nulle-part', 'fr')).toBeNull();
  });

  test('of what is not published yet is unknown, like what does not exist', async () => {
    const [call] = await t.db.query<{ id: string }[]>(`select id from call where state = 'under_review' limit 1`);
    expect(await t.get(WebPages).describe(`/appels/${call!.id}/resultats`, 'fr')).toBeNull();
    expect(await t.get(WebPages).describe('/avis/01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f', 'fr')).toBeNull();
  });

  test('that shows a place which does not exist is unknown', async () => {
    expect(await t.get(WebPages).describe('/lieux/01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f', 'fr')).toBeNull();
    expect(await t.get(WebPages).describe('/lieux/nulle-part', 'fr')).toBeNull();
  });
});
