import { getDataSourceToken } from '@nestjs/typeorm';
import { type Command, Option } from 'commander';
import type { DataSource } from 'typeorm';
import { CommandError, commandGroup, type CommandHost, type RegisterCommands } from '../../platform/cli/command.js';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { ImportProblem } from './import.problems.js';
import { terminalProgress } from './import.progress.js';
import { checkReportPath, writeReport } from './import.report.js';
import { runImport } from './import.runner.js';
import { summarise } from './import.summary.js';
import type { ImportKind, Lang } from './import.types.js';
import { IMPORTERS } from './imports.registry.js';

interface Options {
  readonly dryRun?: true;
  readonly report?: string;
  readonly asOf?: string;
  readonly lang: Lang;
}

const COMMANDS: readonly (readonly [ImportKind, string])[] = [
  ['stations', 'SNCF list of stations: those closed to all services become leads'],
  ['friches', 'brownfields: CNIG standard or Cartofriches'],
  ['organisations', 'list of inclusion enterprises (SIAE)'],
  ['tiers-lieux', 'tiers-lieux that are there: Fabriques de territoire, census of France Tiers-Lieux, Hub-Lo, or any list, CSV or GeoJSON'],
  ['stops', 'regional stops with their departures; computes walking distances'],
  ['territories', 'table of communes, contours of communes, departments or regions'],
];

export const registerImports: RegisterCommands = (program, host) => {
  const group = commandGroup(program, 'import', 'import open data; gzip accepted, layout detected, can be run again');
  for (const [kind, description] of COMMANDS) {
    withOptions(group.command(kind).description(description)).action((files: string[], options: Options) =>
      importFiles(host, kind, files, options),
    );
  }
};

function withOptions(command: Command): Command {
  return command
    .argument('<files...>', 'CSV, GeoJSON or JSON files')
    .option('--dry-run', 'do everything, then undo it; same report')
    .option('--report <file>', 'row by row report, .json or .csv')
    .option('--as-of <date>', 'date of the file, YYYY-MM-DD')
    .addOption(new Option('--lang <lang>', 'language of the report').choices(['fr', 'en']).default('fr'));
}

async function importFiles(host: CommandHost, kind: ImportKind, files: readonly string[], options: Options): Promise<void> {
  const progress = terminalProgress(process.stderr, options.lang);
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const asOf = readDate(options.asOf);
    if (options.report) await checkReportPath(options.report);
    const app = await host.open();
    const result = await runImport(
      { kind, files, dryRun: options.dryRun ?? false, asOf },
      {
        dataSource: app.get<DataSource>(getDataSourceToken()),
        clock: app.get(Clock),
        ids: app.get(Ids),
        journal: app.get(Journal),
        importers: IMPORTERS,
        progress,
        signal: interruption.signal,
      },
    );
    progress.stop();
    if (options.report) await writeReport(options.report, result, options.lang);
    for (const line of summarise(result, options.lang)) host.say(line);
  } catch (error) {
    progress.stop();
    throw error instanceof ImportProblem ? new CommandError(error.sentence(options.lang)) : error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function readDate(text: string | undefined): string | null {
  if (text === undefined) return null;
  const day = new Date(`${text}T00:00:00Z`);
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (!valid) throw new ImportProblem('bad_as_of', { value: text });
  return text;
}
