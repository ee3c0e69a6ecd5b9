import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { MailOutbox } from '../../api/src/platform/mail/mail-outbox.js';
import { probeDigest, ProbeMailModule, probeMail } from '../support/mail-templates.js';
import { headerOf, type MailRelay, startMailRelay } from '../support/mail-relay.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let relay: MailRelay;
let t: TestApp;
let sequence = 0;

beforeAll(async () => {
  relay = await startMailRelay();
  t = await startTestApp({ environment: smtp(relay.url), imports: [ProbeMailModule] });
}, 240_000);
afterAll(async () => {
  await t.close();
  await relay.close();
});
beforeEach(() => {
  relay.accepted.length = 0;
  relay.refusals.length = 0;
  relay.onAccepted = () => Promise.resolve();
});

const smtp = (url: string) => ({ MAIL_URL: url, MAIL_FROM: 'Terrain d’entente <terrain@places.example.org>' });
const values = { place: 'Tournus', link: 'https://example.org/cle/secret-456' };

/** Announces a message to an address nobody else uses, and @returns the event's key. */
async function announce(to = `person-${++sequence}@example.org`): Promise<{ key: string; to: string }> {
  const key = `event-${++sequence}`;
  await t.db.transaction((tx) => t.get(MailOutbox).send(tx, { to, language: 'fr', template: probeMail, values, eventKey: key }));
  return { key, to };
}
async function cut(sql: string): Promise<void> {
  const other = new pg.Client({ connectionString: t.config.database.url });
  await other.connect();
  await other.query(sql);
  await other.end();
}
const row = async (key: string) => {
  const [found] = await t.db.query(`select * from outgoing_mail where event_key = $1`, [key]);
  return found as Record<string, unknown>;
};
const makeRetriesDue = () => t.db.query(`update pgboss.job set start_after = now() - interval '1 minute' where state = 'retry'`);
const refuse = (stage: 'recipient' | 'content', code: number, text: string) => relay.refusals.push({ stage, code, text });

describe('a message given to the relay', () => {
  test('arrives complete: sender, subject, both forms, and an id that comes from ours', async () => {
    const { key, to } = await announce();
    await t.runJobs();
    const [message] = relay.accepted;
    expect(relay.accepted).toHaveLength(1);
    expect(message?.to).toEqual([to]);
    const { id, message_id: messageId, state } = await row(key);
    expect({ state, messageId }).toEqual({ state: 'sent', messageId: `<${String(id)}@places.example.org>` });
    const source = message!.source;
    expect(headerOf(source, 'Message-ID')).toBe(messageId);
    expect(headerOf(source, 'To')).toBe(to);
    expect(headerOf(source, 'From')).toMatch(/<terrain@places\.example\.org>$/);
    expect(headerOf(source, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(source, 'Content-Language')).toBe('fr');
    expect(headerOf(source, 'Content-Type')).toMatch(/^multipart\/alternative/);
    expect(headerOf(source, 'List-Unsubscribe')).toBeNull();
    expect(source.indexOf('text/plain')).toBeLessThan(source.indexOf('text/html'));
  });

  test('cannot gain a header or a recipient through what people typed', async () => {
    const place = 'Tournus\r\nBcc: spy@example.org\r\n\r\n<script>alert(1)</script>';
    await t.db.transaction((tx) =>
      t.get(MailOutbox).send(tx, {
        to: 'careful@example.org',
        language: 'en',
        template: probeMail,
        values: { ...values, place },
        eventKey: 'injection',
      }),
    );
    await t.runJobs();
    const [message] = relay.accepted;
    expect(message?.to).toEqual(['careful@example.org']);
    expect(headerOf(message!.source, 'Bcc')).toBeNull();
    expect(headerOf(message!.source, 'Subject')).toContain('Bcc: spy@example.org');
    expect(message!.source.split('text/html')[1]).not.toContain('<script>');
  });

  test('that people may refuse says how, in one click', async () => {
    const unsubscribeUrl = 'https://places.example.org/api/unsubscribe/abc';
    await t.db.transaction((tx) =>
      t.get(MailOutbox).send(tx, {
        to: 'digest@example.org',
        language: 'fr',
        template: probeDigest,
        values: { count: 3, unsubscribeUrl },
        eventKey: 'digest',
      }),
    );
    await t.runJobs();
    const { source } = relay.accepted[0]!;
    expect(headerOf(source, 'List-Unsubscribe')).toBe(`<${unsubscribeUrl}>`);
    expect(headerOf(source, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  });
});

describe('a relay that does not take a message', () => {
  test('for now: it is offered again later, and taken once', async () => {
    refuse('recipient', 451, '4.7.1 Greylisted, come back in five minutes');
    refuse('content', 452, '4.3.1 Disk full');
    const { key } = await announce();
    await t.runJobs();
    expect(await row(key)).toMatchObject({ state: 'queued', attempts: 1, last_error: '451 4.7.1 Greylisted, come back in five minutes' });
    await makeRetriesDue();
    await t.runJobs();
    expect(await row(key)).toMatchObject({ state: 'queued', attempts: 2, last_error: '452 4.3.1 Disk full' });
    await makeRetriesDue();
    await t.runJobs();
    await makeRetriesDue();
    await t.runJobs();
    expect(await row(key)).toMatchObject({ state: 'sent', attempts: 3, last_error: null });
    expect(relay.accepted).toHaveLength(1);
  });

  test('ever: after the last attempt the message is given up, without its one-time link, and the figures show it', async () => {
    for (let attempt = 0; attempt < 12; attempt++) refuse('recipient', 421, '4.3.2 Closing');
    const { key } = await announce();
    for (let attempt = 0; attempt < 12; attempt++) {
      await t.runJobs();
      await makeRetriesDue();
    }
    expect(await row(key)).toMatchObject({
      state: 'failed',
      attempts: 9,
      last_error: expect.stringContaining('421 4.3.2 Closing'),
      template_values: { place: 'Tournus' },
    });
    const metrics = await t.http().get('/metrics').expect(200);
    expect(metrics.text).toMatch(/^outgoing_mail_messages\{state="failed"\} [1-9]/m);
    expect(metrics.text).toMatch(/^outgoing_mail_messages\{state="queued"\} 0$/m);
  });

  test('because of what it says: it is given up at once, and the address stays open', async () => {
    refuse('content', 554, '5.7.1 Looks like spam');
    const { key, to } = await announce();
    await t.runJobs();
    expect(await row(key)).toMatchObject({ state: 'failed', attempts: 1, last_error: '554 5.7.1 Looks like spam' });
    const next = await announce(to);
    await t.runJobs();
    expect(await row(next.key)).toMatchObject({ state: 'sent' });
  });

  test('because nobody has this address: it is recorded, and nothing more is sent there', async () => {
    refuse('recipient', 550, '5.1.1 No such user');
    const { key, to } = await announce();
    await t.runJobs();
    expect(await row(key)).toMatchObject({
      state: 'bounced',
      bounced_at: t.clock.now(),
      bounce_reason: '550 5.1.1 No such user',
      template_values: { place: 'Tournus' },
    });
    const next = await announce(to.toUpperCase());
    await t.runJobs();
    expect(await row(next.key)).toMatchObject({ state: 'cancelled', attempts: 1, last_error: 'address closed: 550 5.1.1 No such user' });
    expect(relay.accepted).toEqual([]);
  });

  test('because it does not answer: it waits', async () => {
    const nowhere = await startTestApp({ beside: t, environment: smtp('smtp://127.0.0.1:1'), imports: [ProbeMailModule] });
    const { key } = await announce();
    await nowhere.runJobs();
    await nowhere.close();
    expect(await row(key)).toMatchObject({ state: 'queued', attempts: 1, last_error: expect.stringContaining('ECONNREFUSED') });
    await makeRetriesDue();
    await t.runJobs();
    expect(await row(key)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('without TLS, off this machine: nothing is said to it', async () => {
    // 127.0.0.2 is this machine too, but the rule knows names: for it this is a relay somewhere.
    const clear = await startMailRelay({ tls: false });
    const elsewhere = await startTestApp({
      beside: t,
      environment: smtp(clear.url),
      imports: [ProbeMailModule],
    });
    const { key } = await announce();
    await elsewhere.runJobs();
    await elsewhere.close();
    await clear.close();
    expect(clear.accepted).toEqual([]);
    expect(await row(key)).toMatchObject({ state: 'queued', last_error: expect.stringMatching(/^STARTTLS: /) });
    await makeRetriesDue();
    await t.runJobs();
  });
});

describe('a process that dies or doubles', () => {
  test('two workers on one message: one sends it', async () => {
    const other = await startTestApp({ beside: t, environment: smtp(relay.url), imports: [ProbeMailModule] });
    for (let n = 0; n < 10; n++) await announce();
    await Promise.all([t.runJobs(), other.runJobs()]);
    await other.close();
    expect(relay.accepted).toHaveLength(10);
    expect(new Set(relay.accepted.map(({ source }) => headerOf(source, 'Message-ID'))).size).toBe(10);
  });

  test('a task run twice sends nothing the second time', async () => {
    const { key } = await announce();
    await t.runJobs();
    await t.db.query(
      `update pgboss.job set state = 'created', completed_on = null where data->>'mailId' = (select id::text from outgoing_mail where event_key = $1)`,
      [key],
    );
    await t.runJobs();
    expect(relay.accepted).toHaveLength(1);
  });

  test('the database lost at the very moment the relay accepts: it is written down all the same', async () => {
    relay.onAccepted = () =>
      cut(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
    const { key } = await announce();
    await t.runJobs().catch(() => undefined); // the queue's own connections were cut as well
    expect(await row(key)).toMatchObject({ state: 'sent', attempts: 1 });
    await makeRetriesDue();
    await t.runJobs();
    expect(relay.accepted).toHaveLength(1);
  });

  test('dead before the relay answered: the message waits for its claim to lapse, then leaves', async () => {
    const { key } = await announce();
    await t.db.query(`update outgoing_mail set state = 'sending', attempts = 1, claimed_at = $2 where event_key = $1`, [
      key,
      t.clock.now(),
    ]);
    await t.runJobs();
    expect(relay.accepted).toEqual([]);
    t.clock.advance({ minutes: 11 });
    await makeRetriesDue();
    await t.runJobs();
    expect(relay.accepted).toHaveLength(1);
    expect(await row(key)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('dead just after the relay accepted: the repeat carries the same id, by which mailboxes know it', async () => {
    const { key } = await announce();
    await t.runJobs();
    // What the database holds when the process dies between the relay's answer and ours to the database.
    await t.db.query(
      `update outgoing_mail set state = 'sending', sent_at = null, message_id = null,
      template_values = '{"place": "Tournus", "link": "https://example.org/cle/secret-456"}' where event_key = $1`,
      [key],
    );
    await t.db.query(
      `update pgboss.job set state = 'created', completed_on = null where data->>'mailId' = (select id::text from outgoing_mail where event_key = $1)`,
      [key],
    );
    t.clock.advance({ minutes: 11 });
    await t.runJobs();
    const ids = relay.accepted.map(({ source }) => headerOf(source, 'Message-ID'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
