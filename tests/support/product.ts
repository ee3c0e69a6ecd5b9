import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { cloneDatabase } from './database.js';
import type { Content } from './templates.js';
import { linksIn, temporaryFolder, temporaryMailbox } from './mailbox.js';

const ROOT = join(__dirname, '../..');
const CLI = join(ROOT, 'api/dist/cli.js');
const MAIN = join(ROOT, 'api/dist/main.js');
const READY_LIMIT_MS = 60_000;

/** The built product as its users meet it: a process on a port, with a database of its own. */
export interface Product {
  readonly url: string;
  /** Runs one command of the command line on the product's database; rejects when it fails. */
  readonly cli: (...args: string[]) => Promise<string>;
  /** Messages that left for this address, newest first, read in the mailbox of development. They leave within a second or two: ask again. */
  readonly mailsTo: (address: string) => Promise<readonly { subject: string; text: string; links: readonly string[] }[]>;
  /** Asks or changes its database directly: what no page makes yet, or what a file read by an administrator would bring. */
  readonly sql: (statement: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
}

/** Starts the built product (`npm test` builds it first) on a database that holds the demonstration, or what is asked. */
export async function startProduct(content: Content = 'today'): Promise<Product> {
  const database = await cloneDatabase(content);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const mailbox = temporaryMailbox();
  const files = temporaryFolder('terrain-files-');
  const environment = {
    ...process.env,
    MAIL_FOLDER: mailbox.folder,
    FILES_FOLDER: files.folder,
    DATABASE_URL: database.url,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'development',
  };
  const server = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = collect(server);
  await untilReady(url, server, said);
  return {
    url,
    cli: (...args) => run([CLI, ...args], environment),
    mailsTo: async (address) => {
      const answer = await fetch(`${url}/api/dev/mail?to=${encodeURIComponent(address)}`, { headers: { Accept: 'application/json' } });
      const { items } = (await answer.json()) as { items: { subject: string; text: string }[] };
      return items.map((mail) => ({ ...mail, links: linksIn(mail.text) }));
    },
    sql: async (statement, values = []) => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(statement, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      mailbox.remove();
      files.remove();
      await database.drop();
    },
  };
}

async function untilReady(url: string, server: ChildProcess, said: () => string): Promise<void> {
  const limit = Date.now() + READY_LIMIT_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The product stopped before it was ready:\n${said()}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > limit) throw new Error(`The product was not ready in ${READY_LIMIT_MS / 1000} s:\n${said()}`);
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

async function run(args: string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args.slice(1).join(' ')} ended with ${String(code)}:\n${said()}`);
  return said();
}

function collect(child: ChildProcess): () => string {
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  child.stderr?.on('data', (part: Buffer) => parts.push(part));
  return () => Buffer.concat(parts).toString('utf8');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
