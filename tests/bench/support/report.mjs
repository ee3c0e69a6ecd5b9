import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { commit, root } from './program.mjs';

const file = join(root, 'docs/performance.md');
const OPENING = `# Performance: figures measured

Each section is written by one measure of \`tests/bench\`, run by \`npm run bench\`. Nothing here is asserted by the tests: figures are ratios
inside one run, the two sides taken in turn, because machines differ and other programs may share the processors. Absolute times are
given only to size them.
`;

/** Prints the table and refreshes the section of that name in docs/performance.md. */
export function report({ name, title, command, notes, rows }) {
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const lines = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  const about = `- Machine: ${machine}\n- Date: ${new Date().toISOString().slice(0, 10)}, commit ${commit()}\n- Command: \`${command}\``;
  const body = `## ${title}\n\n${about}\n\n${notes}\n\n| Figure | Bar | Measured |\n| --- | --- | --- |\n${lines}`;
  console.log(body);
  const [from, to] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const section = `${from}\n\n${body}\n\n${to}`;
  const written = existsSync(file) ? readFileSync(file, 'utf8') : OPENING;
  const start = written.indexOf(from);
  const end = written.indexOf(to);
  const next = start < 0 ? `${written}\n${section}\n` : `${written.slice(0, start)}${section}${written.slice(end + to.length)}`;
  writeFileSync(file, next);
  spawnSync(process.execPath, [join(root, 'node_modules/prettier/bin/prettier.cjs'), '--write', file]);
}
