import { escapeHtml } from '../http/html.js';
import type { Language } from '../http/request-context.js';
import { SITE_NAME } from '../http/web-page.js';
import { layoutHtml } from './mail-layout.js';
import type { MailItem, MailTemplate, MailText } from './mail-template.js';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribeUrl: string | null;
}

const FOOTER: Record<Language, (publicUrl: string) => string> = {
  fr: (publicUrl) => `${SITE_NAME} · ${publicUrl}\nMessage envoyé automatiquement.`,
  en: (publicUrl) => `${SITE_NAME} · ${publicUrl}\nThis message was sent automatically.`,
};
const UNSUBSCRIBE: Record<Language, string> = { fr: 'Ne plus recevoir ces messages', en: 'Stop receiving these messages' };
const MANAGE: Record<Language, string> = { fr: 'Voir et changer tout ce que je suis', en: 'See and change everything I follow' };

/** A template and its values become the two forms of one message: the same sentences, in the same order. */
export function renderMail(template: MailTemplate<object>, language: Language, values: object, publicUrl: string): RenderedMail {
  const said = template[language](template.values.parse(values));
  const links = [said.action?.url, said.unsubscribeUrl, said.manageUrl, ...(said.items ?? []).map(({ url }) => url)];
  for (const url of links) if (url !== undefined && url !== null) requireWebAddress(url);
  const footer = FOOTER[language](publicUrl);
  const subject = oneLine(said.subject);
  return {
    subject,
    text: asText(said, language, footer),
    html: layoutHtml({ language, subject, body: asHtml(said), footer: footerHtml(said, language, footer) }),
    unsubscribeUrl: said.unsubscribeUrl ?? null,
  };
}

function asText(said: MailText, language: Language, footer: string): string {
  const { paragraphs, items = [], action, afterwards = [] } = said;
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const button = action ? [`${action.label}${colon}\n${action.url}`] : [];
  const lines = items.map(({ title, text, url }) => [`• ${title}`, text, ...(url === null ? [] : [url])].join('\n'));
  const leave = leavingLinks(said, language).map(({ label, url }) => `${label}${colon}\n${url}`);
  return `${[...paragraphs, ...lines, ...button, ...afterwards, `-- \n${footer}`, ...leave].map(withoutControls).join('\n\n')}\n`;
}

function asHtml({ paragraphs, items = [], action, afterwards = [] }: MailText): string {
  const button = action
    ? [
        `<p class="action"><a class="button" href="${escapeHtml(action.url)}">${escapeHtml(action.label)}</a></p>`,
        `<p class="address"><a href="${escapeHtml(action.url)}">${escapeHtml(action.url)}</a></p>`,
      ]
    : [];
  const list = items.length > 0 ? [`<ul class="items">\n${items.map(listItem).join('\n')}\n</ul>`] : [];
  return [...paragraphs.map(paragraph), ...list, ...button, ...afterwards.map(paragraph)].join('\n');
}

function listItem({ title, text, url }: MailItem): string {
  const name = escapeHtml(withoutControls(title));
  const linked = url === null ? `<strong>${name}</strong>` : `<a href="${escapeHtml(url)}"><strong>${name}</strong></a>`;
  return `<li>${linked}<br>${escapeHtml(withoutControls(text)).replaceAll('\n', '<br>')}</li>`;
}

function footerHtml(said: MailText, language: Language, footer: string): string {
  const leave = leavingLinks(said, language).map(({ label, url }) => `<br><a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`);
  return escapeHtml(footer).replaceAll('\n', '<br>') + leave.join('');
}

function leavingLinks({ unsubscribeUrl, manageUrl }: MailText, language: Language): { label: string; url: string }[] {
  return [
    ...(manageUrl === undefined ? [] : [{ label: MANAGE[language], url: manageUrl }]),
    ...(unsubscribeUrl === undefined ? [] : [{ label: UNSUBSCRIBE[language], url: unsubscribeUrl }]),
  ];
}

function paragraph(sentence: string): string {
  return `<p>${escapeHtml(withoutControls(sentence)).replaceAll('\n', '<br>')}</p>`;
}

/** A subject is a header: nothing in it may start another. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}

/** A link in a message is followed with trust: https, or http for a service run on http. Never javascript: or data:. */
function requireWebAddress(url: string): void {
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`A mail may not link to ${protocol}`);
}
