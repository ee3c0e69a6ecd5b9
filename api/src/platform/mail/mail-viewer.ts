import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, RequestHandler, Response } from 'express';
import type { Config } from '../../config.js';
import { problem } from '../http/problem.js';
import { sendProblem } from '../http/problem.filter.js';
import { currentLanguage } from '../http/request-context.js';
import { type KeptMail, MailFolder } from './mail-folder.js';
import { listPage, messagePage, VIEWER_STYLE } from './mail-viewer.pages.js';

const ADDRESS = '/api/dev/mail';
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const OUR_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
/** The message's own page: its style is inside it, as mail programs want; nothing else may load, run or be sent. */
const MESSAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The mailbox of whoever develops: `/api/dev/mail` lists what would have left (`?to=` filters, `Accept: application/json` for
 * programs). It shows one-time links to anyone who can read it, so it exists only with the `folder` driver, which the
 * configuration refuses in production, and answers only this machine under a local name.
 */
export function mountMailViewer(app: NestExpressApplication, { mail, environment }: Config): void {
  if (mail.driver !== 'folder' || environment === 'production') return;
  const folder = new MailFolder(mail);
  app.use(ADDRESS, fromThisMachine, (request: Request, response: Response, next: () => void) => {
    if (!['GET', 'HEAD'].includes(request.method)) next();
    else answer(folder, request, response);
  });
}

function answer(folder: MailFolder, request: Request, response: Response): void {
  response.setHeader('Cache-Control', 'no-store');
  const [, name = '', part = ''] = request.path.split('/');
  const mail = folder.find(name);
  if (name === '') sendList(folder, request, response);
  else if (name === 'style.css') response.type('css').send(VIEWER_STYLE);
  else if (mail) sendMessage(folder, mail, part, request, response);
  else sendProblem(response, problem('not-found'));
}

function sendMessage(folder: MailFolder, mail: KeptMail, part: string, request: Request, response: Response): void {
  if (part === 'html') response.setHeader('Content-Security-Policy', MESSAGE_POLICY).type('html').send(mail.html);
  else if (part === 'source') response.type('message/rfc822').send(folder.source(mail));
  else if (wantsJson(request)) response.json(mail);
  else response.type('html').send(messagePage(mail, folder.source(mail).toString('utf8'), currentLanguage()));
}

function sendList(folder: MailFolder, request: Request, response: Response): void {
  const { to } = request.query;
  const mails = folder.list().filter((mail) => typeof to !== 'string' || mail.to.toLowerCase() === to.toLowerCase());
  if (wantsJson(request)) response.json({ items: mails satisfies KeptMail[] });
  else response.type('html').send(listPage(mails, currentLanguage()));
}

function wantsJson(request: Request): boolean {
  return request.accepts(['html', 'json']) === 'json';
}

/** A page of another site could point its own name at this machine and read our answers: only local names are ours. */
const fromThisMachine: RequestHandler = (request, response, next) => {
  const direct = request.get('x-forwarded-for') === undefined && LOOPBACK.has(request.socket.remoteAddress ?? '');
  if (direct && OUR_NAMES.test(request.get('host') ?? '')) next();
  else sendProblem(response, problem('not-found'));
};
