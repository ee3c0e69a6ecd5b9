import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '../../api/src/platform/http/request-context.js';
import { renderMail } from '../../api/src/platform/mail/mail-render.js';
import { MailTemplates } from '../../api/src/platform/mail/mail-templates.js';
import { probeMail, ProbeMailModule } from '../support/mail-templates.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ imports: [ProbeMailModule] });
const messages = () =>
  t
    .get(MailTemplates)
    .all()
    .flatMap((template) => LANGUAGES.map((language) => ({ template, language })));
const render = ({ template, language }: ReturnType<typeof messages>[number]) =>
  renderMail(template, language, template.example, 'https://places.example.org');

describe('every message the product can send', () => {
  test('is written in French and in English, with a subject short enough to be read in a list', () => {
    expect(messages().length).toBeGreaterThanOrEqual(4);
    for (const message of messages()) {
      const { subject, text } = render(message);
      expect({ name: message.template.name, subject: subject.length > 5 && subject.length <= 90 }).toEqual({
        name: message.template.name,
        subject: true,
      });
      expect(text).not.toMatch(/undefined|null|\[object|NaN/);
    }
    for (const template of t.get(MailTemplates).all()) {
      const [french, english] = LANGUAGES.map((language) => render({ template, language }));
      expect(french!.text).not.toBe(english!.text);
    }
  });

  test('says the same in its text and in its HTML', () => {
    for (const message of messages()) {
      const { paragraphs, action, afterwards = [] } = message.template[message.language](message.template.example);
      const { text, html } = render(message);
      for (const sentence of [...paragraphs, ...afterwards, ...(action ? [action.label, action.url] : [])]) {
        expect(text).toContain(sentence);
        expect(withoutTags(html)).toContain(sentence);
      }
    }
  });

  test('is readable by everyone and fetches nothing: language, title, one heading, no picture, no script, no outside file', () => {
    for (const message of messages()) {
      const { html } = render(message);
      expect(html).toContain(`<html lang="${message.language}">`);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).not.toMatch(/<(img|script|link|iframe|form|object|svg)\b|url\(|@import|\son\w+=|\ssrc=/i);
      expect(html.match(/<table(?! role="presentation")/g)).toBeNull();
    }
  });

  test('keeps its example for its own secrets: none is unknown', () => {
    for (const { secrets, example, name } of t.get(MailTemplates).all()) {
      expect({ name, unknown: secrets.filter((secret) => !(secret in example)) }).toEqual({ name, unknown: [] });
    }
  });

  test('leads to web addresses only', () => {
    const template = t.get(MailTemplates).get(probeMail.name);
    const link = (url: string) => () => renderMail(template, 'fr', { ...probeMail.example, link: url }, 'https://places.example.org');
    expect(link('https://places.example.org/x')).not.toThrow();
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/relative']) expect(link(url)).toThrow();
  });
});

function withoutTags(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
