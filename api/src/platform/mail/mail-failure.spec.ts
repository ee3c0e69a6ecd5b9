import { describe, expect, test } from '@jest/globals';
import { closesAddress, failureOf, MailIsOff } from './mail-failure.js';

const relayError = (command: string, response: string) =>
  Object.assign(new Error('Message failed'), { command, response, responseCode: Number(response.slice(0, 3)) });

describe('what a failed attempt means', () => {
  test.each([
    ['RCPT TO', '550 5.1.1 No such user', 'address'],
    ['RCPT TO', '550 No such user', 'address'],
    ['RCPT TO', '553 Mailbox name not allowed', 'address'],
    ['RCPT TO', '550 5.2.1 Mailbox disabled', 'address'],
    ['RCPT TO', '550 5.7.1 Blocked by policy', 'message'],
    ['RCPT TO', '552 5.2.2 Mailbox full', 'message'],
    ['RCPT TO', '554 Transaction failed', 'message'],
    ['RCPT TO', '451 4.7.1 Greylisted', 'later'],
    ['RCPT TO', '450 4.2.1 Busy', 'later'],
    ['DATA', '554 5.7.1 Spam', 'message'],
    ['DATA', '550 5.1.1 Said too late to be about the address', 'message'],
    ['DATA', '452 4.3.1 Disk full', 'later'],
    ['MAIL FROM', '550 5.1.8 Sender unknown', 'later'],
    ['AUTH PLAIN', '535 5.7.8 Wrong password', 'later'],
    ['CONN', '554 5.3.2 Not accepting mail', 'later'],
    ['STARTTLS', '500 Unknown command', 'later'],
  ])('%s answered by “%s”: %3$s', (command, response, kind) => {
    expect(failureOf(relayError(command, response)).kind).toBe(kind);
  });

  test('a network cut, a time-out or anything unforeseen is tried again', () => {
    expect(failureOf(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET', command: 'CONN' })).kind).toBe('later');
    expect(failureOf(Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT', command: 'DATA' })).kind).toBe('later');
    expect(failureOf('odd')).toEqual({ kind: 'later', reason: 'odd' });
  });

  test('a service without e-mail is not a failure', () => {
    expect(failureOf(new MailIsOff('off'))).toEqual({ kind: 'off', reason: 'off' });
  });

  test('the reason is one line of reasonable length, and says at which step when it is ours', () => {
    expect(failureOf(relayError('AUTH PLAIN', '535 5.7.8\r\nWrong   password')).reason).toBe('AUTH PLAIN: 535 5.7.8 Wrong password');
    expect(failureOf(relayError('RCPT TO', `550 ${'x'.repeat(2_000)}`)).reason).toHaveLength(300);
  });
});

test.each([
  ['5.1.1', true],
  ['5.1.2', true],
  ['5.1.10', true],
  ['5.2.1', true],
  ['5.1.8', false],
  ['5.2.2', false],
  ['5.4.7', false],
  ['5.7.1', false],
  ['4.1.1', false],
  ['', false],
])('the status “%s” closes the address: %s', (status, closes) => {
  expect(closesAddress(status)).toBe(closes);
});
