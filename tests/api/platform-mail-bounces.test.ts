import { beforeEach, describe, expect, test } from '@jest/globals';
import { MailBounces } from '../../api/src/platform/mail/mail-bounces.js';
import { MailOutbox } from '../../api/src/platform/mail/mail-outbox.js';
import { postfixReport } from '../support/delivery-reports.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { ProbeMailModule, probeMail } from '../support/mail-templates.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ imports: [ProbeMailModule] });
let sequence = 0;
let to = '';

beforeEach(async () => {
  to = `person-${++sequence}@example.org`;
  await send();
});

async function send(): Promise<void> {
  const eventKey = `event-${++sequence}`;
  await t.db.transaction((tx) =>
    t.get(MailOutbox).send(tx, { to, language: 'fr', template: probeMail, values: probeMail.example, eventKey }),
  );
  await t.runJobs();
}
const states = async () => {
  const rows = await t.db.query(`select state from outgoing_mail where recipient = $1 order by id`, [to]);
  return (rows as { state: string }[]).map(({ state }) => state);
};
const read = (more: Partial<Parameters<typeof postfixReport>[0]> = {}) =>
  t.get(MailBounces).read(postfixReport({ to, messageId: lastMailTo(t, to).messageId, ...more }));

describe('a message that comes back', () => {
  test('because nobody is there: it is recorded, and later messages do not leave', async () => {
    expect(await read()).toMatchObject({ kind: 'bounced', closed: true, reason: expect.stringMatching(/^5\.1\.1 550 5\.1\.1/) });
    await send();
    expect(await states()).toEqual(['bounced', 'cancelled']);
    expect(mailsTo(t, to)).toHaveLength(1);
    const [cancelled] = await t.db.query(`select last_error from outgoing_mail where recipient = $1 and state = 'cancelled'`, [to]);
    expect(cancelled).toEqual({ last_error: expect.stringMatching(/^address closed: 5\.1\.1/) });
  });

  test('read twice is recorded once', async () => {
    await read();
    t.clock.advance({ hours: 1 });
    await read();
    const [row] = await t.db.query(`select bounced_at from outgoing_mail where recipient = $1`, [to]);
    expect(row.bounced_at).toEqual(new Date(t.clock.now().getTime() - 3_600_000));
  });

  test('because the mailbox is full, or its server too strict: the address stays open', async () => {
    expect(await read({ status: '5.2.2' })).toMatchObject({ kind: 'bounced', closed: false });
    await send();
    expect(await states()).toEqual(['bounced', 'sent']);
  });

  test('late, or after all delivered: nothing changes', async () => {
    expect(await read({ action: 'delayed', status: '4.4.7' })).toEqual({ kind: 'only-late' });
    expect(await read({ action: 'delivered', status: '2.0.0' })).toEqual({ kind: 'only-late' });
    expect(await states()).toEqual(['sent']);
  });

  test('from where it was forwarded: it is recorded, and the person’s own address stays open', async () => {
    expect(await read({ finalRecipient: 'elsewhere@example.net' })).toMatchObject({ kind: 'bounced', closed: false });
  });

  test('about a message that is not ours, or to close somebody’s address: it is not believed', async () => {
    expect(await read({ messageId: '<01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f@places.example.org>' })).toEqual({ kind: 'not-ours' });
    expect(await read({ messageId: "<' or true --@places.example.org>" })).toEqual({ kind: 'not-ours' });
    expect(await t.get(MailBounces).read('Subject: I am away')).toEqual({ kind: 'not-a-report' });
    expect(await states()).toEqual(['sent']);
  });

  test('and whose address works again is sent to once more', async () => {
    await read();
    expect(await t.get(MailBounces).reopen(to.toUpperCase())).toBe(true);
    expect(await t.get(MailBounces).reopen(to)).toBe(false);
    await send();
    expect(await states()).toEqual(['bounced', 'sent']);
  });
});
