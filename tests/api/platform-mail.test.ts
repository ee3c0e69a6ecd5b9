import { describe, expect, test } from '@jest/globals';
import { MailOutbox } from '../../api/src/platform/mail/mail-outbox.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { probeDigest, ProbeMailModule, probeMail } from '../support/mail-templates.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ imports: [ProbeMailModule] });
const values = { place: 'Tournus', link: 'https://example.org/cle/secret-123' };
const announce = (to: string, eventKey: string, more: { accountId?: string; language?: 'fr' | 'en' } = {}) =>
  t.db.transaction((tx) => t.get(MailOutbox).send(tx, { to, language: 'fr', template: probeMail, values, eventKey, ...more }));
const row = async (eventKey: string) => {
  const [found] = await t.db.query(`select * from outgoing_mail where event_key = $1`, [eventKey]);
  return found as Record<string, unknown>;
};

describe('a message to a person', () => {
  test('leaves after the change it announces is committed, in the person’s language', async () => {
    await announce('camille@example.org', 'keys-1');
    await announce('alex@example.org', 'keys-2', { language: 'en' });
    expect(mailsTo(t, 'camille@example.org')).toEqual([]);
    await t.runJobs();
    expect(lastMailTo(t, 'camille@example.org')).toMatchObject({
      subject: 'Les clés de Tournus',
      links: ['https://example.org/cle/secret-123', 'http://localhost:3000'],
      language: 'fr',
    });
    expect(lastMailTo(t, 'alex@example.org').subject).toBe('The keys of Tournus');
    expect(await row('keys-1')).toMatchObject({ state: 'sent', attempts: 1, sent_at: t.clock.now() });
  });

  test('never leaves when the change is undone', async () => {
    const undone = t.db.transaction(async (tx) => {
      await t.get(MailOutbox).send(tx, { to: 'nobody@example.org', language: 'fr', template: probeMail, values, eventKey: 'undone' });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await t.runJobs();
    expect(mailsTo(t, 'nobody@example.org')).toEqual([]);
  });

  test('leaves once per event, even when two processes announce it at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => announce('once@example.org', 'once')));
    expect(answers.filter((isNew) => isNew)).toHaveLength(1);
    expect(await announce('once@example.org', 'once')).toBe(false);
    await Promise.all([t.runJobs(), t.runJobs()]);
    expect(mailsTo(t, 'once@example.org')).toHaveLength(1);
  });

  test('keeps no one-time link readable once it has left', async () => {
    await announce('secret@example.org', 'secret');
    expect(await row('secret')).toMatchObject({ template_values: { place: 'Tournus', link: values.link } });
    await t.runJobs();
    expect((await row('secret'))['template_values']).toEqual({ place: 'Tournus' });
    const jobs = await t.db.query(`select data::text, output::text from pgboss.job where name like 'mail-send%'`);
    expect(JSON.stringify(jobs)).not.toContain('secret-123');
  });

  test.each([
    '',
    'camille',
    'a@b',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org, b@example.org',
    '"x\ny"@example.org',
    'é@example.org',
  ])('is refused for the address %j, before anything is stored', async (to) => {
    await expect(announce(to, 'refused')).rejects.toThrow(/email|address/i);
    expect(await row('refused')).toBeUndefined();
  });

  test('needs a transaction, a known template and its own values', async () => {
    const outbox = t.get(MailOutbox);
    const mail = { to: 'a@example.org', language: 'fr', template: probeMail, values, eventKey: 'wrong' } as const;
    await expect(outbox.send(t.db.manager, mail)).rejects.toThrow(/transaction/);
    const strange = { ...mail, template: { ...probeMail, name: 'never-registered' } };
    await expect(t.db.transaction((tx) => outbox.send(tx, strange))).rejects.toThrow(/never-registered/);
    const wrong = { ...mail, template: probeDigest, values: { count: 1.5, unsubscribeUrl: 'x' } };
    await expect(t.db.transaction((tx) => outbox.send(tx, wrong))).rejects.toThrow(/int/);
  });

  test('is forgotten with the account, and does not leave if it was still waiting', async () => {
    const accountId = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f';
    await announce('gone@example.org', 'gone-sent', { accountId });
    await t.runJobs();
    await announce('gone@example.org', 'gone-waiting', { accountId });
    await t.db.transaction((tx) => t.get(MailOutbox).forgetAccount(tx, accountId));
    await t.runJobs();
    expect(mailsTo(t, 'gone@example.org')).toHaveLength(1);
    expect(await row('gone-sent')).toMatchObject({ state: 'sent', account_id: null, template_values: {} });
    expect(await row('gone-waiting')).toMatchObject({ state: 'cancelled', recipient: 'erased@erased.invalid' });
    expect(await announce('gone@example.org', 'gone-sent')).toBe(false);
  });

  test('is forgotten after a while, whoever it went to', async () => {
    await announce('old@example.org', 'old');
    await t.runJobs();
    t.clock.advance({ days: 90 });
    await announce('recent@example.org', 'recent');
    const now = t.clock.now();
    const erased = await t.db.transaction((tx) => t.get(MailOutbox).forgetBefore(tx, now));
    expect(erased).toBeGreaterThan(0);
    expect(JSON.stringify(await row('old'))).not.toContain('old@example.org');
    expect(await row('recent')).toMatchObject({ state: 'queued', recipient: 'recent@example.org' });
  });
});
