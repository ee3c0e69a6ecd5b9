import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Writes docs/reliability.md: what a run of faults found. */
export function reliability({ command, rows }) {
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const body = `# Reliability: faults tried

Written by \`npm run faults\` (sources in \`tests/faults\`). The API, with its worker inside, is killed (SIGKILL) at random moments while clients
that insist save and file dossiers; after each kill the database is compared with what the clients were told. Then the database is killed and
stopped at once. *Lost*: acknowledged and not there, or a receipt that never left. *Doubled*: saved, filed or announced twice. *Half*: a state
without its filing, its history, its journal line or its letter. A letter handed to the mail relay in the very instant of a kill may be handed
over again, under the same Message-ID.

- Machine: ${machine}
- Date: ${new Date().toISOString().slice(0, 10)}
- Command: \`${command}\`

| What | Found |
| --- | --- |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
  const file = join(root, 'docs/reliability.md');
  writeFileSync(file, body);
  spawnSync(process.execPath, [join(root, 'node_modules/prettier/bin/prettier.cjs'), '--write', file]);
}
