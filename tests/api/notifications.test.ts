import { beforeAll, describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { Digests } from '../../api/src/modules/notifications/telling/digests.js';
import { Teller } from '../../api/src/modules/notifications/telling/teller.js';
import { FollowTokens } from '../../api/src/modules/notifications/follow-token.js';
import { projectChanged } from '../../api/src/modules/projects/projects.events.js';
import { need } from '../../api/src/modules/projects/needs.schemas.js';
import { siteChanged } from '../../api/src/modules/sites/sites.events.js';
import { Jobs } from '../../api/src/platform/jobs/jobs.js';
import { MailFolder } from '../../api/src/platform/mail/mail-folder.js';
import { PersonalData } from '../../api/src/platform/privacy/personal-data.js';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { insertRow } from '../support/access-world.js';
import { givenOrganisation, givenPerson } from '../support/actors.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { givenSite, givenTerritories, OFFERED, type SiteGiven } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
beforeAll(() => givenTerritories(t.db));

let people = 0;
const someone = () => `riverain${(people += 1)}@example.org`;

/** A place of Langres on offer, that the service has known for weeks. */
async function givenKnownPlace(given: SiteGiven = {}): Promise<string> {
  const id = await givenSite(t.db, { ...OFFERED, ...given });
  await announce(id);
  return id;
}

/** What every change of a place ends with. */
async function announce(siteId: string): Promise<void> {
  await t.db.transaction((tx) => t.get(Jobs).enqueue(tx, siteChanged, { siteId }, { key: siteId }));
  await t.runJobs();
}

async function set(siteId: string, change: string): Promise<void> {
  await t.db.query(`update site set ${change} where id = $1`, [siteId]);
  t.clock.advance({ minutes: 11 });
  await announce(siteId);
}

const ask = (email: string, about: string, subject: string, frequency = 'at_once') =>
  t.http().post('/api/follows').send({ email, about, subject, frequency });

/** The secret of a link in a message, by the page it leads to. */
function tokenOf(text: string, page: string): string {
  const token = new RegExp(`${page}#?/?([\\w-]{20,})`).exec(text)?.[1];
  if (token === undefined) throw new Error(`No link to ${page} in:\n${text}`);
  return token;
}
const confirm = (token: string) => t.http().post('/api/follows/confirm').send({ token });

/** Asks, reads the message and says yes. @returns the token of the list */
async function follow(email: string, about: string, subject: string, frequency = 'at_once'): Promise<string> {
  await ask(email, about, subject, frequency).expect(202);
  await t.runJobs();
  const { body } = await confirm(tokenOf(lastMailTo(t, email).text, '/suivre/confirmer')).expect(200);
  t.clock.advance({ minutes: 11 });
  return (body as { manageToken: string }).manageToken;
}

const news = (email: string) => mailsTo(t, email).filter(({ template }) => template === 'follow-news');
const digests = async (...hours: number[]) => {
  for (const step of hours) t.clock.advance({ hours: step });
  await t.get(Digests).run();
  await t.runJobs();
};
const count = async (from: string, values: unknown[]) => {
  const [row] = await t.db.query<{ n: number }[]>(`select count(*)::int as n from ${from}`, values);
  return row?.n ?? -1;
};

describe('following a place with an address and no account', () => {
  test('asks the mailbox first, says nothing before, then tells of a change once', async () => {
    const email = someone();
    const place = await givenKnownPlace({ name: 'Gare de Villiers' });
    await ask(email, 'place', place).expect(202, { accepted: true });
    await set(place, 'land_area_m2 = 900');
    expect(mailsTo(t, email).map(({ template }) => template)).toEqual(['follow-to-confirm']);

    const token = tokenOf(lastMailTo(t, email).text, '/suivre/confirmer');
    const { body } = await confirm(token).expect(200);
    expect(body.follow).toMatchObject({
      about: 'place',
      title: 'Gare de Villiers (Langres)',
      page: `/lieux/${place}`,
      frequency: 'at_once',
    });
    await confirm(token).expect(200);
    t.clock.advance({ minutes: 11 });

    await set(place, 'land_area_m2 = 1200');
    await announce(place);
    await digests(24);
    const [letter, ...others] = news(email);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('Du nouveau : Gare de Villiers (Langres)');
    expect(letter?.text).toContain('A changé : la surface du terrain.');
    expect(letter?.text).toContain(`/lieux/${place}`);
    expect(letter?.text).toContain('parce que vous avez demandé à suivre : Gare de Villiers (Langres)');
    expect(letter?.html).toContain('<li>');
    const source = sourceOf(letter!.id);
    expect(source).toMatch(/List-Unsubscribe: ?<https?:\/\/[^>]+\/api\/unsubscribe\/s[\w-]+>/);
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('answers alike whether the address is known or not, and writes to who already follows', async () => {
    const [known, unknown] = [someone(), someone()];
    const place = await givenKnownPlace();
    await follow(known, 'place', place);
    const answers = [await ask(known, 'place', place), await ask(unknown, 'place', place)];
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await t.runJobs();
    expect(lastMailTo(t, known).template).toBe('follow-already');
    expect(lastMailTo(t, unknown).template).toBe('follow-to-confirm');
  });

  test('refuses what nobody may see, does not exist, or is not a search', async () => {
    const draft = await givenSite(t.db, { ...OFFERED, state: 'draft' });
    await ask(someone(), 'place', draft).expect(404);
    await ask(someone(), 'place', 'commune:52269').expect(422);
    await ask(someone(), 'commune', 'commune:99999').expect(404);
    await ask(someone(), 'search', '').expect(422);
    await ask(someone(), 'search', 'q=%00').expect(422);
    const { body } = await ask(someone(), 'search', 'kind=castle').expect(422);
    expect(body.errors[0]).toMatchObject({ in: 'body', pointer: '/subject' });
  });

  test('forgets the address of who never answers', async () => {
    const email = someone();
    await ask(email, 'place', await givenKnownPlace()).expect(202);
    await t.runJobs();
    const token = tokenOf(lastMailTo(t, email).text, '/suivre/confirmer');
    t.clock.advance({ days: 8 });
    await confirm(token).expect(409);
    await t.get(Retention).apply();
    expect(await count('subscriber where email = $1', [email])).toBe(0);
    expect(await count('outgoing_mail where recipient = $1', [email])).toBe(0);
  });

  test('hears nothing more of a place that is no longer shown than that it is not on offer', async () => {
    const email = someone();
    const place = await givenKnownPlace({ name: 'Halle du quai' });
    await follow(email, 'place', place, 'daily');
    await set(place, `land_area_m2 = 70`);
    await set(place, `state = 'paused', name = 'Nom secret'`);
    await digests(24);
    const [letter] = news(email);
    expect(letter?.text).toContain('Son propriétaire a suspendu l’offre');
    expect(letter?.text).not.toMatch(/surface du terrain|Nom secret/);
    expect(letter?.text).not.toContain(`/lieux/${place}`);
    await set(place, `state = 'closed'`);
    await digests(24);
    expect(news(email)).toHaveLength(1);
  });

  test('sends one letter when several things happen within minutes, the rest with the next digest', async () => {
    const email = someone();
    const place = await givenKnownPlace();
    await follow(email, 'place', place);
    await t.db.query('update site set land_area_m2 = 1 where id = $1', [place]);
    await announce(place);
    await t.db.query(`update site set state = 'awarded' where id = $1`, [place]);
    await announce(place);
    expect(news(email)).toHaveLength(1);
    await digests(24);
    expect(news(email).map(({ text }) => /choisi|changé/.exec(text)?.[0])).toEqual(['choisi', 'changé']);
  });
});

describe('digests', () => {
  test('gather everything for one address in one letter, however many workers write them', async () => {
    const email = someone();
    const [one, two] = [await givenKnownPlace({ name: 'Atelier un' }), await givenKnownPlace({ name: 'Atelier deux' })];
    await follow(email, 'place', one, 'daily');
    await follow(email, 'place', two, 'daily');
    await set(one, 'land_area_m2 = 11');
    await set(two, 'land_area_m2 = 22');
    expect(news(email)).toEqual([]);
    t.clock.advance({ hours: 24 });
    await Promise.all([t.get(Digests).run(), t.get(Digests).run()]);
    await t.get(Digests).run();
    await t.runJobs();
    const [letter, ...others] = news(email);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('Du nouveau pour ce que vous suivez : 2');
    expect(letter?.text).toMatch(/Atelier un[\s\S]+Atelier deux/);
    expect(sourceOf(letter!.id)).toMatch(/\/api\/unsubscribe\/a[\w-]+>/);
  });

  test('of a week come on Monday, once', async () => {
    const email = someone();
    const place = await givenKnownPlace();
    await follow(email, 'place', place, 'weekly');
    await set(place, 'land_area_m2 = 33');
    const sent: number[] = [];
    for (let day = 0; day < 9; day++) {
      await digests(24);
      sent.push(news(email).length);
    }
    expect(sent.at(-1)).toBe(1);
    expect(sent.at(0)).toBeLessThanOrEqual(1);
    expect(new Set(sent)).toEqual(new Set(sent.at(0) === 1 ? [1] : [0, 1]));
  });

  test('notice what was changed without being announced, as imports do', async () => {
    const email = someone();
    const place = await givenKnownPlace();
    await follow(email, 'place', place, 'daily');
    await t.db.query('update site set land_area_m2 = 44, updated_at = $2 where id = $1', [place, t.clock.now()]);
    await digests(24);
    expect(news(email)).toHaveLength(1);
  });

  test('tell once who follows a place and its commune', async () => {
    const email = someone();
    const owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
    await follow(email, 'commune', 'commune:52269', 'daily');
    await follow(email, 'organisation', owner, 'daily');
    const place = await givenSite(t.db, {
      ...OFFERED,
      name: 'Local tout neuf',
      publishedAt: t.clock.now().toISOString(),
      columns: { owner_organisation_id: owner },
    });
    await announce(place);
    await digests(24);
    const [letter, ...others] = news(email);
    expect(others).toEqual([]);
    expect(letter?.text.match(/Local tout neuf/g)).toHaveLength(1);
    expect(letter?.text).toContain('Ville de Langres · Langres (Haute-Marne)');
  });
});

describe('a saved search', () => {
  const search = 'kind=workshop&territory=department:52&areaMinM2=150&sort=recent&nearName=x';

  test('tells each new place that matches once, by the search’s own conditions', async () => {
    const email = someone();
    await follow(email, 'search', search, 'daily');
    const at = t.clock.now().toISOString();
    const big = await givenSite(t.db, { ...OFFERED, name: 'Grand atelier', publishedAt: at });
    const small = await givenSite(t.db, { ...OFFERED, premises: [{ floor_area_m2: 50 }], name: 'Petit atelier', publishedAt: at });
    const far = await givenSite(t.db, { ...OFFERED, commune: '70122', name: 'Atelier lointain', publishedAt: at });
    for (const place of [big, small, far]) await announce(place);
    t.clock.advance({ hours: 24 });
    await Promise.all([t.get(Digests).run(), t.get(Digests).run()]);
    await digests(0);
    expect(news(email)).toHaveLength(1);
    expect(news(email)[0]?.text).toContain('Grand atelier (Langres)');
    expect(news(email)[0]?.text).not.toMatch(/Petit|lointain/);

    await t.db.query('update premises set floor_area_m2 = 180 where site_id = $1', [small]);
    await set(small, 'updated_at = now()');
    await set(big, 'land_area_m2 = 500');
    await digests(24);
    await digests(24);
    expect(news(email)).toHaveLength(2);
    expect(news(email)[0]?.text).toContain('Petit atelier');
    expect(news(email)[0]?.text).not.toContain('Grand atelier');
  });

  test('is kept once however its address is written, under a name that says what it asks', async () => {
    const email = someone();
    const token = await follow(email, 'search', '?territory=department:52&kind=workshop');
    await ask(email, 'search', 'kind=workshop&sort=area&territory=department:52').expect(202);
    const { body } = await t.http().post('/api/follows/list').send({ token }).expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      title: 'Recherche\u00a0: Atelier, Haute-Marne',
      page: '/lieux?kind=workshop&territory=department%3A52',
    });
  });
});

describe('a public project', () => {
  test('is followed to the place it finds; what its holder hides is not told', async () => {
    const email = someone();
    const organisation = await givenOrganisation(t, { name: 'Les Clés de Douze' });
    const project = await insertRow(t, 'project', {
      organisation_id: organisation,
      state: 'open',
      name: 'Atelier de vélos',
      public: true,
      need: need.parse({ floorAreaMinM2: 100 }),
      created_at: t.clock.now(),
      updated_at: t.clock.now(),
      version: 1,
      demo: false,
    });
    const move = async (change: string) => {
      await t.db.query(`update project set ${change} where id = $1`, [project]);
      t.clock.advance({ minutes: 11 });
      await t.db.transaction((tx) => t.get(Jobs).enqueue(tx, projectChanged, { projectId: project }, { key: project }));
      await t.runJobs();
    };
    await follow(email, 'project', project);
    await move(`state = 'matched'`);
    expect(news(email)[0]?.text).toContain('Ce projet a trouvé un lieu.');
    await move('public = false');
    await digests(24);
    expect(news(email)).toHaveLength(1);
  });
});

describe('leaving', () => {
  test('takes one POST of a mail program, without session and from anywhere; opening the link ends nothing', async () => {
    const email = someone();
    const place = await givenKnownPlace();
    await follow(email, 'place', place);
    await set(place, 'land_area_m2 = 55');
    const path = new URL(/List-Unsubscribe: ?<([^>]+)>/.exec(sourceOf(news(email)[0]!.id))![1]!).pathname;

    const opened = await t.http().get(path).redirects(0).expect(303);
    expect(opened.headers['location']).toMatch(/^\/suivre\/arreter#s[\w-]+$/);
    expect(await count('subscriber where email = $1', [email])).toBe(1);

    await t
      .http()
      .post(path)
      .set('Origin', 'https://mail.example.com')
      .set('Sec-Fetch-Site', 'cross-site')
      .type('form')
      .send('List-Unsubscribe=One-Click')
      .expect(200, { stopped: 1 });
    await t.http().post(path).type('form').send('List-Unsubscribe=One-Click').expect(200, { stopped: 0 });
    expect(await count('subscriber where email = $1', [email])).toBe(0);
    await set(place, 'land_area_m2 = 66');
    expect(news(email)).toHaveLength(1);
  });

  test('one link lists everything of the address, changes how often, stops one, stops all', async () => {
    const email = someone();
    const [one, two] = [await givenKnownPlace({ name: 'Un' }), await givenKnownPlace({ name: 'Deux' })];
    await follow(email, 'place', one);
    const token = await follow(email, 'place', two);
    const list = await t.http().post('/api/follows/list').send({ token }).expect(200);
    expect(list.body.address).toBe('r…@example.org');
    expect(list.body.items.map(({ title }: { title: string }) => title)).toEqual(['Deux (Langres)', 'Un (Langres)']);
    const [first, second] = list.body.items as { id: string }[];
    const changed = await t.http().post('/api/follows/change').send({ token, id: first!.id, frequency: 'weekly' }).expect(200);
    expect(changed.body.items[0]).toMatchObject({ id: first!.id, frequency: 'weekly' });
    const left = await t.http().post('/api/follows/stop').send({ token, id: second!.id }).expect(200);
    expect(left.body.items).toHaveLength(1);
    await t.http().post('/api/follows/stop-all').send({ token }).expect(200, { stopped: 1 });
    expect((await t.http().post('/api/follows/list').send({ token }).expect(200)).body).toEqual({ address: null, items: [], next: null });
  });

  test('erasing forgets what was written too', async () => {
    const email = someone();
    const token = await follow(email, 'place', await givenKnownPlace());
    await t.http().post('/api/follows/erase').send({ token }).expect(200, { stopped: 1 });
    expect(await count('outgoing_mail where recipient = $1', [email])).toBe(0);
  });

  test('is nobody else’s: guessed, altered and borrowed links open nothing', async () => {
    const email = someone();
    const token = await follow(email, 'place', await givenKnownPlace());
    const [row] = await t.db.query<{ id: string; subscription: string }[]>(
      'select s.id, n.id as subscription from subscriber s join subscription n on n.subscriber_id = s.id where s.email = $1',
      [email],
    );
    const tokens = t.get(FollowTokens);
    const forged = `m${token.slice(1, 23)}${'A'.repeat(43)}`;
    const borrowed = [forged, `${token.slice(0, -4)}AAAA`, tokens.make('stop', row!.subscription), tokens.make('confirm', row!.id)];
    for (const wrong of borrowed) await t.http().post('/api/follows/list').send({ token: wrong }).expect(409);
    await t.http().post(`/api/unsubscribe/${token}`).expect(409);
    await t.http().get(`/api/unsubscribe/${forged}`).expect(409);
    const stranger = tokens.make('manage', (await givenPerson(t)).id);
    await t.http().post('/api/follows/stop').send({ token: stranger, id: row!.subscription }).expect(200);
    await t.http().post('/api/follows/change').send({ token: stranger, id: row!.subscription, frequency: 'daily' }).expect(404);
    expect(await count('subscription where id = $1', [row!.subscription])).toBe(1);
  });

  test('a letter being written and a departure do not hold each other up', async () => {
    const email = someone();
    const place = await givenKnownPlace();
    const token = await follow(email, 'place', place, 'daily');
    await set(place, 'land_area_m2 = 77');
    t.clock.advance({ hours: 24 });
    const [row] = await t.db.query<{ id: string }[]>('select id from subscriber where email = $1', [email]);
    await Promise.all([
      t.get(Teller).tell(row!.id, 'digest'),
      t.http().post('/api/follows/stop-all').send({ token }).expect(200),
      t.get(Teller).tell(row!.id, 'digest'),
    ]);
    await t.runJobs();
    expect(news(email).length).toBeLessThanOrEqual(1);
    expect(await count('subscriber where email = $1', [email])).toBe(0);
  });
});

describe('with an account', () => {
  test('one tap is enough, what the address followed before is there too, and erasing the account erases it all', async () => {
    const person = await givenPerson(t);
    const [one, two] = [await givenKnownPlace({ name: 'Un' }), await givenKnownPlace({ name: 'Deux' })];
    await follow(person.email, 'place', one, 'weekly');
    const { body } = await person.http().post('/api/me/follows').send({ about: 'place', subject: two, frequency: 'at_once' }).expect(200);
    expect(body.address).toBe(person.email);
    expect(body.items.map(({ title, frequency }: Record<string, string>) => [title, frequency])).toEqual([
      ['Deux (Langres)', 'at_once'],
      ['Un (Langres)', 'weekly'],
    ]);
    t.clock.advance({ minutes: 11 });
    await set(two, 'land_area_m2 = 88');
    expect(news(person.email)).toHaveLength(1);
    const [deux, un] = body.items as { id: string }[];
    const changed = await person.http().patch(`/api/me/follows/${un!.id}`).send({ frequency: 'daily' }).expect(200);
    expect(changed.body.items[1].frequency).toBe('daily');
    expect((await person.http().delete(`/api/me/follows/${deux!.id}`).expect(200)).body.items).toHaveLength(1);
    await (await givenPerson(t)).http().delete(`/api/me/follows/${un!.id}`).expect(200);
    await person
      .http()
      .post('/api/me/favourites')
      .send({ siteIds: [one] })
      .expect(200);

    await t.db.query('update account set email = $2 where id = $1', [person.id, 'ailleurs@example.org']);
    await set(one, 'land_area_m2 = 99');
    await digests(24);
    expect(news('ailleurs@example.org')).toHaveLength(1);

    await t.db.transaction((tx) => t.get(PersonalData).erase(tx, person.id));
    expect(await count('subscriber where account_id = $1 or email = $2', [person.id, 'ailleurs@example.org'])).toBe(0);
    expect(await count('favourite where account_id = $1', [person.id])).toBe(0);
  });

  test('favourites are kept in the order of the choice, each once, and shown while anyone may see them', async () => {
    const person = await givenPerson(t, { emailVerified: false });
    const [one, two] = [await givenKnownPlace({ name: 'Un' }), await givenKnownPlace({ name: 'Deux' })];
    const draft = await givenSite(t.db, { state: 'draft' });
    await person
      .http()
      .post('/api/me/favourites')
      .send({ siteIds: [one, draft] })
      .expect(200);
    t.clock.advance({ minutes: 1 });
    const { body } = await person
      .http()
      .post('/api/me/favourites')
      .send({ siteIds: [two, one] })
      .expect(200);
    expect(body.siteIds).toEqual([two, one]);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Deux', 'Un']);
    await t.db.query(`update site set state = 'paused' where id = $1`, [two]);
    const now = await person.http().get('/api/me/favourites').expect(200);
    expect(now.body).toMatchObject({ siteIds: [two, one], items: [{ name: 'Un' }] });
    expect((await person.http().delete(`/api/me/favourites/${two}`).expect(200)).body.siteIds).toEqual([one]);
    const cards = await t
      .http()
      .get('/api/sites/cards')
      .query({ ids: [two, one].join(',') })
      .expect(200);
    expect(cards.body.items.map(({ id }: { id: string }) => id)).toEqual([one]);
    await t.http().get('/api/sites/cards').query({ ids: 'x' }).expect(422);
  });
});

describe('a feed', () => {
  const titles = async (path: string) => {
    const { text, headers } = await t.http().get(path).buffer(true).expect(200);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const found: string[] = [];
    let open = '';
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => (open = name));
    parser.on('text', (words) => (open === 'title' || open === 'summary' ? found.push(words.trim()) : 0));
    parser.write(text).close();
    return found.filter((words) => words !== '');
  };

  test('tells the same of a place, its commune, its owner and a search, to whoever asks', async () => {
    const owner = await givenOrganisation(t, { name: 'Commune & compagnie', kind: 'public_owner' });
    const place = await givenSite(t.db, {
      ...OFFERED,
      name: 'Cour <du> moulin',
      commune: '52093',
      publishedAt: t.clock.now().toISOString(),
      columns: { owner_organisation_id: owner },
    });
    await announce(place);
    expect(await titles(`/api/feeds/place/${place}?lang=fr`)).toEqual([
      'Terrain d’entente — Cour <du> moulin (Chalindrey)',
      'Cour <du> moulin (Chalindrey)',
      'Ce lieu est proposé.',
    ]);
    expect(await titles(`/api/feeds/organisation/${owner}?lang=en`)).toContain('This place is on offer.');
    expect(await titles('/api/feeds/commune/commune:52093')).toContain('Cour <du> moulin (Chalindrey)');
    expect(await titles('/api/feeds/search?territory=department:52&q=moulin')).toContain('Cour <du> moulin (Chalindrey)');
    await set(place, `state = 'closed'`);
    await t.http().get(`/api/feeds/place/${place}`).expect(404);
    expect(await titles(`/api/feeds/organisation/${owner}`)).toHaveLength(1);
    await t.http().get('/api/feeds/place/nulle-part').expect(422);
  });
});

function sourceOf(mailId: string): string {
  const { mail } = t.config;
  if (mail.driver !== 'folder') throw new Error('Mails go elsewhere.');
  const folder = new MailFolder(mail);
  return folder
    .source(folder.find(mailId)!)
    .toString('utf8')
    .replace(/\n[ \t]+/g, '');
}
