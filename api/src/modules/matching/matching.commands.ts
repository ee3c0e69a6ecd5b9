import { readFileSync } from 'node:fs';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { CommandError, commandGroup, type CommandHost, type RegisterCommands } from '../../platform/cli/command.js';
import { showProgress } from './verification/match.progress.js';
import { verifyOnMadeUpPlaces, verifyOnRealPlaces, type Difference, type Verified } from './verification/match.verification.js';
import { tryInput } from './matching.schemas.js';
import { MatchingService } from './matching.service.js';
import { StoredMatches } from './stored-matches.service.js';

const MOST_REAL_NEEDS = 300;

export const registerMatching: RegisterCommands = (program, host) => {
  const match = commandGroup(program, 'match', 'matching of places and needs');
  match
    .command('verify')
    .description('compare the SQL path with brute force over the engine: same places, same order; ends with “differences N”')
    .option('--needs <count>', 'made-up needs to try', '1000')
    .option('--seed <number>', 'same seed, same needs and places', '1')
    .action(async ({ needs, seed }: { needs: string; seed: string }) => verify(host, wholeNumber(needs), wholeNumber(seed)));
  match
    .command('need <file>')
    .description('try a need written as JSON (“Need” in the API document) and print what fits')
    .action(async (file: string) => tryFile(host, file));
  match
    .command('store')
    .description('match every project that looks for a place and keep the results with their inputs')
    .action(async () => {
      const { projects, matches } = await (await host.open()).get(StoredMatches).store();
      host.say(`${String(projects)} projects, ${String(matches)} matches stored`);
    });
  match
    .command('replay')
    .description('compute the stored matches again; ends with “differences N”')
    .action(async () => replay(host));
};

async function replay(host: CommandHost): Promise<void> {
  const { replayed, differences } = await (await host.open()).get(StoredMatches).replay();
  host.say(`${String(replayed)} stored matches computed again`);
  host.say(`differences ${String(differences)}`);
  if (differences > 0) throw new CommandError('A stored match no longer gives the same result.');
}

async function verify(host: CommandHost, needs: number, seed: number): Promise<void> {
  const app = await host.open();
  const db = app.get<DataSource>(getDataSourceToken());
  const madeUp = await undone(db, (tx) => verifyOnMadeUpPlaces(tx, needs, seed, showProgress('made-up places', needs)));
  host.say(told('made-up places', madeUp));
  const realNeeds = Math.min(needs, MOST_REAL_NEEDS);
  const real = await undone(db, (tx) => verifyOnRealPlaces(tx, realNeeds, seed, showProgress('places of this database', realNeeds)));
  host.say(real.options === 0 ? 'places of this database: none yet' : told('places of this database', real));
  const differences = [...madeUp.differences, ...real.differences];
  for (const difference of differences.slice(0, 3)) host.say(inShort(difference));
  host.say(`differences ${String(differences.length)}`);
  if (differences.length > 0) throw new CommandError('The SQL path and the engine disagree.');
}

/** The checker leaves the database as it was. */
async function undone<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    await runner.startTransaction();
    return await work(runner.manager);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

const told = (what: string, { needs, options, matches }: Verified): string =>
  `${what}: ${String(needs)} needs × ${String(options)} options, ${String(matches)} matches compared`;

const inShort = ({ about, need, sql, brute }: Difference): string => JSON.stringify({ about, need, sql, brute }).slice(0, 4000);

async function tryFile(host: CommandHost, file: string): Promise<void> {
  const read = tryInput.safeParse({ need: readJson(file) });
  if (!read.success)
    throw new CommandError(`${file}: ${read.error.issues.map((issue) => `${issue.path.slice(1).join('.')} ${issue.message}`).join(' ; ')}`);
  const app = await host.open();
  const { sections, leads, version } = await app.get(MatchingService).tryNeed(read.data);
  host.say(`méthode ${version}`);
  for (const { shelf, eligibility, total, items } of sections) {
    host.say(`\n${shelf} / ${eligibility} : ${String(total)}`);
    for (const { site, score, summary } of items)
      host.say(`  ${site.name}${score === null ? '' : ` (${String(score.low)}–${String(score.high)})`} : ${summary}`);
  }
  if (sections.length === 0) host.say('Aucun lieu proposé ne correspond.');
  host.say(`\n${String(leads.total)} pistes issues des données ouvertes`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(`${file} : JSON illisible (${error instanceof Error ? error.message : String(error)})`);
  }
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new CommandError(`“${text}” is not a whole number above 0.`);
  return value;
}
