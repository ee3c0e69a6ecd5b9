import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(__dirname, '../../api/dist');

export interface Program {
  /** Resolves with the first line (JSON log or plain) that matches; rejects if the program ends first. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly text: () => string;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts a compiled program of the API as people do, with only the given environment. `npm test` compiles before. */
export function startProgram(
  name: 'main' | 'worker' | 'cli',
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Program {
  const file = join(dist, `${name}.js`);
  if (!existsSync(file)) throw new Error(`${file} is missing: run the tests by \`npm test\`, which builds it first.`);
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    waiting.forEach((look) => look());
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = endOf(child).finally(() => waiting.forEach((look) => look()));
  return {
    text: () => text,
    signal: (signal) => child.kill(signal),
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = text.split('\n').find((candidate) => pattern.test(candidate));
          if (line === undefined && child.exitCode === null && child.signalCode === null) return;
          waiting.delete(look);
          if (line === undefined) reject(new Error(`${name} ended without saying ${String(pattern)}:\n${text}`));
          else resolve(line);
        };
        waiting.add(look);
        look();
      }),
  };
}

function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
}
