import { escapeHtml } from '../http/html.js';
import type { Language } from '../http/request-context.js';
import type { KeptMail } from './mail-folder.js';

const WORDS = {
  fr: {
    title: 'Messages de développement',
    empty: 'Aucun message pour l’instant.',
    note: 'Rien n’est envoyé : les messages restent sur cette machine.',
    to: 'À',
    subject: 'Objet',
    template: 'Modèle',
    back: 'Tous les messages',
    html: 'Version HTML',
    source: 'Source',
    headers: 'En-têtes',
  },
  en: {
    title: 'Development mailbox',
    empty: 'No message yet.',
    note: 'Nothing is sent: messages stay on this machine.',
    to: 'To',
    subject: 'Subject',
    template: 'Template',
    back: 'All messages',
    html: 'HTML version',
    source: 'Source',
    headers: 'Headers',
  },
} as const;

export function listPage(mails: readonly KeptMail[], language: Language): string {
  const words = WORDS[language];
  const rows = mails.map(
    (mail) =>
      `<tr><td><a href="/api/dev/mail/${mail.id}?lang=${language}" lang="${mail.language}">${escapeHtml(mail.subject)}</a></td>` +
      `<td>${escapeHtml(mail.to)}</td><td>${escapeHtml(mail.template)}</td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">${words.subject}</th><th scope="col">${words.to}</th><th scope="col">${words.template}</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  return page(language, words.title, `<p>${words.note}</p>\n${rows.length > 0 ? table : `<p>${words.empty}</p>`}`);
}

/** @param source the message as it would have left: its headers are shown under its text */
export function messagePage(mail: KeptMail, source: string, language: Language): string {
  const words = WORDS[language];
  const address = `/api/dev/mail/${mail.id}`;
  return page(
    language,
    mail.subject,
    `<p><a href="/api/dev/mail?lang=${language}">${words.back}</a> · <a href="${address}/html">${words.html}</a> · <a href="${address}/source">${words.source}</a></p>
<p>${words.to}${language === 'fr' ? '\u00a0' : ''}: ${escapeHtml(mail.to)}</p>
<pre lang="${mail.language}">${withLinks(mail.text)}</pre>
<h2>${words.headers}</h2>
<pre class="headers">${escapeHtml(source.split(/\r?\n\r?\n/, 1)[0] ?? '')}</pre>`,
  );
}

function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part)))
    .join('');
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark"><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/api/dev/mail/style.css"></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>`;
}

export const VIEWER_STYLE = `:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.5rem; text-align: left; border-bottom: 1px solid; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; padding: 1rem; border: 1px solid; border-radius: 8px; }
.headers { font: 15px/1.5 ui-monospace, monospace; }
`;
