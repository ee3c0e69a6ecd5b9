import { beforeAll, describe, expect, test } from '@jest/globals';
import { MailOutbox } from '../../api/src/platform/mail/mail-outbox.js';
import { ProbeMailModule, probeMail } from '../support/mail-templates.js';
import { startTestApp, useTestApp } from '../support/test-app.js';

const t = useTestApp({ imports: [ProbeMailModule] });
const VIEWER = '/api/dev/mail';
const local = (path: string) => t.http().get(path).set('Host', 'localhost:3000');
const asJson = (path: string) => local(path).set('Accept', 'application/json').expect(200);

beforeAll(async () => {
  for (const to of ['camille@example.org', 'alex@example.org']) {
    await t.db.transaction((tx) =>
      t.get(MailOutbox).send(tx, {
        to,
        language: 'fr',
        template: probeMail,
        values: { place: '<b>Tournus</b>', link: 'https://example.org/cle?a=1&b=2' },
        eventKey: `seen-${to}`,
      }),
    );
  }
  await t.runJobs();
});

describe('the mailbox of development', () => {
  test('lists what would have left, the newest first, for one address if asked', async () => {
    const all = await asJson(VIEWER);
    expect(all.body.items.map(({ to }: { to: string }) => to)).toEqual(['alex@example.org', 'camille@example.org']);
    const one = await asJson(`${VIEWER}?to=Camille@example.org`);
    expect(one.body.items).toHaveLength(1);
    expect(one.body.items[0]).toMatchObject({
      subject: 'Les clés de <b>Tournus</b>',
      text: expect.stringContaining('https://example.org/cle'),
    });
  });

  test('is a page in French and in English, readable under the strict policy', async () => {
    const french = await local(`${VIEWER}?lang=fr`).set('Accept', 'text/html').expect(200);
    expect(french.text).toContain('<html lang="fr">');
    expect(french.text).toContain('&lt;b&gt;Tournus');
    expect(french.text).not.toMatch(/<b>|style="|<script|<style/);
    expect(french.headers['content-security-policy']).toContain("default-src 'none'");
    expect(french.headers['cache-control']).toBe('no-store');
    expect((await local(`${VIEWER}?lang=en`).set('Accept', 'text/html')).text).toContain('Development mailbox');
    expect((await local(`${VIEWER}/style.css`).expect(200)).headers['content-type']).toMatch(/^text\/css/);
  });

  test('shows one message, its HTML form and its source', async () => {
    const { body } = await asJson(`${VIEWER}?to=camille@example.org`);
    const address = `${VIEWER}/${body.items[0].id}`;
    const page = await local(address).set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('<a href="https://example.org/cle?a=1&amp;b=2">');
    const html = await local(`${address}/html`).expect(200);
    expect(html.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(html.text).toContain('&lt;b&gt;Tournus');
    const source = await local(`${address}/source`).buffer(true).expect(200);
    expect(source.headers['content-type']).toMatch(/^message\/rfc822/);
    expect((await asJson(address)).body).toMatchObject({ to: 'camille@example.org' });
  });

  test('knows nothing under another address', async () => {
    await local(`${VIEWER}/01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f`).expect(404);
    await local(`${VIEWER}/..%2f..%2fpackage.json`).expect(404);
    await local(`${VIEWER}/%2e%2e/source`).expect(404);
  });

  test('is closed to other machines, behind a proxy and under a name that is not local', async () => {
    await local(VIEWER).set('X-Forwarded-For', '203.0.113.9').expect(404);
    await t.http().get(VIEWER).set('Host', 'evil.example').expect(404);
    await t.http().get(VIEWER).set('Host', 'localhost.evil.example').expect(404);
  });
});

describe('in production', () => {
  const production = (more: Record<string, string>) =>
    startTestApp({
      beside: t,
      environment: { NODE_ENV: 'production', MAIL_FOLDER: t.config.mail.driver === 'folder' ? t.config.mail.folder! : '', ...more },
    });

  test('the mailbox does not exist, whatever the way mails leave', async () => {
    for (const more of [{ MAIL_DRIVER: 'off' }, { MAIL_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@example.org' }]) {
      const app = await production(more);
      const answer = await app.http().get(VIEWER).set('Host', 'localhost');
      await app.close();
      expect([401, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('Tournus');
    }
  });

  test('the service refuses to keep mails in a folder, or to start without saying where they go', async () => {
    await expect(production({ MAIL_DRIVER: 'folder' })).rejects.toThrow(/MAIL_DRIVER: folder is for development only/);
    await expect(production({})).rejects.toThrow(/MAIL_URL: is required in production \(MAIL_DRIVER=off/);
  });

  test('a service without e-mail cancels its messages and says why', async () => {
    const app = await startTestApp({ beside: t, environment: { MAIL_DRIVER: 'off' }, imports: [ProbeMailModule] });
    await app.db.transaction((tx) =>
      app
        .get(MailOutbox)
        .send(tx, { to: 'x@example.org', language: 'en', template: probeMail, values: probeMail.example, eventKey: 'off' }),
    );
    await app.runJobs();
    const [row] = await app.db.query(`select state, last_error, template_values from outgoing_mail where event_key = 'off'`);
    await app.close();
    expect(row).toEqual({
      state: 'cancelled',
      last_error: 'this service runs without e-mail (MAIL_DRIVER=off)',
      template_values: { place: probeMail.example.place },
    });
  });
});
