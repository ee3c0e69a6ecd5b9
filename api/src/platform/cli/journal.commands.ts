import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CommandError, commandGroup, type RegisterCommands } from './command.js';
import { Journal } from '../journal/journal.js';
import { archiveFaults } from '../journal/proof-archive.js';
import { readArchive } from '../journal/read-archive.js';

export const registerJournal: RegisterCommands = (program, host) => {
  commandGroup(program, 'journal', 'the append-only journal of acts')
    .command('verify')
    .description('check that no act was altered, removed or moved; or that nothing was altered in an exported archive')
    .argument('[archive]', 'a ZIP taken from a call or from its results: needs no database')
    .option('--seal <sha256>', 'the seal shown on the page of the results')
    .action(async (archive: string | undefined, { seal }: { seal?: string }) => {
      if (archive !== undefined) {
        host.say(await verifyArchive(archive, seal ?? null));
        return;
      }
      const app = await host.open();
      const { manager } = app.get<DataSource>(getDataSourceToken());
      const result = await app.get(Journal).verify(manager);
      if (!result.intact) throw new CommandError(`journal BROKEN at act ${result.seq}: ${result.explanation}`);
      host.say(`journal intact: ${result.acts} acts, last hash ${result.lastHash}`);
    });
};

async function verifyArchive(path: string, seal: string | null): Promise<string> {
  const files = await readArchive(path).catch(() => {
    throw new CommandError(`${path} is not an archive that can be read`);
  });
  const faults = archiveFaults(files, seal);
  if (faults.length > 0) throw new CommandError(`archive ALTERED:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const compared = seal === null ? 'compare its seal with the page of the results: give it with --seal' : 'its seal is the one given';
  return `archive intact: ${files.size} files; ${compared}`;
}
