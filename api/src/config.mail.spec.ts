import { describe, expect, test } from '@jest/globals';
import { type MailConfig } from './config.mail.js';
import { readConfig } from './config.js';

const base = { DATABASE_URL: 'postgres://terrain@localhost/terrain', APP_SECRET: 'x'.repeat(40), PUBLIC_URL: 'https://places.example.org' };
const mail = (more: Record<string, string>): MailConfig => readConfig({ ...base, ...more }).mail;
const MAIL_FROM = 'Terrain <terrain@places.example.org>';
const relay = (MAIL_URL: string, more: Record<string, string> = {}) => {
  const read = mail({ MAIL_URL, MAIL_FROM, ...more });
  return read.driver === 'smtp' ? read.relay : null;
};

describe('where mails go', () => {
  test('without a relay, development keeps them in a folder', () => {
    expect(mail({})).toMatchObject({ driver: 'folder', folder: null });
    expect(mail({ NODE_ENV: 'test', MAIL_FOLDER: '/tmp/x' })).toMatchObject({ driver: 'folder', folder: '/tmp/x' });
  });

  test('production says where they go, or says that there are none', () => {
    expect(() => mail({ NODE_ENV: 'production' })).toThrow(/MAIL_URL: is required in production/);
    expect(() => mail({ NODE_ENV: 'production', MAIL_DRIVER: 'folder' })).toThrow(/MAIL_DRIVER: folder is for development only/);
    expect(mail({ NODE_ENV: 'production', MAIL_DRIVER: 'off' }).driver).toBe('off');
    expect(mail({ NODE_ENV: 'production', MAIL_URL: 'smtps://relay.example.org', MAIL_FROM }).driver).toBe('smtp');
  });

  test('a relay off this machine is reached by TLS, whatever the port', () => {
    expect(relay('smtps://relay.example.org')).toEqual({ host: 'relay.example.org', port: 465, tls: 'from-start', login: null });
    expect(relay('smtp://relay.example.org')).toMatchObject({ port: 587, tls: 'required' });
    expect(relay('smtp://relay.example.org:25/')).toMatchObject({ port: 25, tls: 'required' });
    expect(relay('smtp://localhost.example.org')).toMatchObject({ tls: 'required' });
  });

  test('this machine, or a catcher named on purpose, needs none; a password never travels in the clear', () => {
    expect(relay('smtp://localhost:1025')).toMatchObject({ tls: 'none' });
    expect(relay('smtp://[::1]:1025')).toMatchObject({ host: '::1', tls: 'none' });
    expect(relay('smtp://mail:1025?tls=none')).toMatchObject({ host: 'mail', tls: 'none' });
    expect(() => relay('smtp://user:hunter2@mail:1025?tls=none')).toThrow(/MAIL_URL: sends a password/);
  });

  test('characters of the password are percent-encoded', () => {
    expect(relay('smtp://user%40example.org:p%40ss%2Fword@relay.example.org')).toMatchObject({
      login: { user: 'user@example.org', pass: 'p@ss/word' },
    });
  });

  test.each(['relay.example.org', 'http://relay.example.org', 'smtp://', 'smtp://u:%zz@h', 'smtp://h?ignoreTLS=true', 'smtp://h/path'])(
    'the relay “%s” is refused, without repeating it',
    (MAIL_URL) => {
      expect(() => relay(MAIL_URL)).toThrow(/MAIL_URL: must be smtp:/);
    },
  );

  test('who mails come from is an address, with or without a name, on one line', () => {
    expect(mail({ MAIL_FROM }).from).toEqual({ name: 'Terrain', address: 'terrain@places.example.org' });
    expect(mail({ MAIL_FROM: 'a@example.org' }).from).toEqual({ name: '', address: 'a@example.org' });
    for (const wrong of ['nobody', 'A <b>', 'A\nBcc: c@example.org <a@example.org>', 'A <a@example.org>, <b@example.org>']) {
      expect(() => mail({ MAIL_FROM: wrong })).toThrow(/MAIL_FROM: must be an address/);
    }
    expect(() => mail({ MAIL_URL: 'smtps://relay.example.org' })).toThrow(/MAIL_FROM: is required/);
  });
});
