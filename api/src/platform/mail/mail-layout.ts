import { escapeHtml } from '../http/html.js';
import type { Language } from '../http/request-context.js';
import { SITE_NAME } from '../http/web-page.js';

interface Letter {
  readonly language: Language;
  readonly subject: string;
  /** Already HTML. */
  readonly body: string;
  readonly footer: string;
}

/**
 * One column of 600 px, our own colours in light and dark, no picture, no script, nothing fetched from anywhere.
 * The table is for readers that ignore max-width; it says so (`presentation`) to those that are listened to.
 */
export function layoutHtml({ language, subject, body, footer }: Letter): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${STYLE}</style>
</head>
<body>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" class="around">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" class="letter"><tr><td>
<p class="sender">${SITE_NAME}</p>
<main>
<h1>${escapeHtml(subject)}</h1>
${body}
</main>
<p class="footer">${footer}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #f8f3ea; color: #192321; font: 17px/1.55 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
.around { padding: 24px 12px; }
.letter { width: 100%; max-width: 600px; background: #fffdf8; border: 1px solid #ddd2be; border-radius: 12px; text-align: left; }
.letter td { padding: 28px; }
.sender { margin: 0 0 20px; font-weight: 700; color: #0b5862; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
a { color: #0b5862; }
.items { margin: 0 0 16px; padding: 0 0 0 20px; }
.items li { margin: 0 0 12px; overflow-wrap: anywhere; }
.button { display: inline-block; padding: 13px 22px; border-radius: 8px; background: #0b5862; color: #fffdf6; font-weight: 700; text-decoration: none; }
.address { font-size: 15px; }
.footer { margin: 28px 0 0; padding-top: 16px; border-top: 1px solid #ddd2be; font-size: 15px; color: #47534f; }
@media (prefers-color-scheme: dark) {
  body { background: #12191a; color: #f1ece0; }
  .letter { background: #1b2425; border-color: #39474a; }
  .sender, a { color: #8fd0cf; }
  .button { background: #8fd0cf; color: #0c2124; }
  .footer { border-color: #39474a; color: #c3ccc9; }
}
`;
