import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const SECTIONS = ['Saving and filing', 'Publishing results'];

/** Writes its section of docs/reliability.md: what a run of faults found; the other section stays. */
export function reliability({ section, command, rows }) {
  const file = join(root, 'docs/reliability.md');
  const before = new Map(
    readFileSync(file, 'utf8')
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.split('\n', 1)[0], text.slice(text.indexOf('\n')).trim()]),
  );
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  before.set(
    section,
    `- Machine: ${machine}
- Date: ${new Date().toISOString().slice(0, 10)}
- Command: \`${command}\`

| What | Found |
| --- | --- |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`,
  );
  const body = `# Reliability: faults tried

Written by \`npm run faults\` (sources in \`tests/faults\`). The API, with its worker inside, is killed (SIGKILL) at random moments: while clients
that insist save and file dossiers, then while the results of a call are published and its letters leave. After each kill the database is
compared with what the clients were told; at the end of the first run the database is killed and stopped at once. _Lost_: acknowledged and not
there, or a letter that never left. _Doubled_: saved, filed or announced twice. _Half_: a state without its filing, its history, its journal
line or its letter; results of which only a part is seen. A letter handed to the mail relay in the very instant of a kill may be handed over
again, under the same Message-ID.

${SECTIONS.filter((name) => before.has(name))
  .map((name) => `## ${name}\n\n${before.get(name)}\n`)
  .join('\n')}`;
  writeFileSync(file, body);
  spawnSync(process.execPath, [join(root, 'node_modules/prettier/bin/prettier.cjs'), '--write', file]);
}
