import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { MailBounces } from '../mail/mail-bounces.js';
import { CommandError, commandGroup, type RegisterCommands } from './command.js';

const MAX_REPORT_BYTES = 5_000_000;

export const registerMail: RegisterCommands = (program, host) => {
  const group = commandGroup(program, 'mail', 'messages to people');
  group
    .command('bounce')
    .description('record what a delivery report (RFC 3464) says of a message')
    .argument('[file]', 'the mail as received; default: standard input, for a mailbox that pipes what it gets')
    .action(async (file: string | undefined) => {
      const source = await readReport(file);
      const app = await host.open();
      const outcome = await app.get(MailBounces).read(source);
      switch (outcome.kind) {
        case 'not-a-report':
          throw new CommandError('This is not a delivery report: nothing was changed.');
        case 'not-ours':
          throw new CommandError('This report is about no message of this service: nothing was changed.');
        case 'only-late':
          host.say('the report announces a delay or a success: nothing was changed');
          return;
        case 'bounced':
          host.say(`mail ${outcome.mailId} bounced: ${outcome.reason}${outcome.closed ? '; its address is closed' : ''}`);
      }
    });
  group
    .command('reopen')
    .description('send again to an address that had been closed by a bounce')
    .argument('<address>')
    .action(async (address: string) => {
      const app = await host.open();
      if (!(await app.get(MailBounces).reopen(address))) throw new CommandError('This address was not closed.');
      host.say('the address is open again; messages cancelled meanwhile are not sent');
    });
};

async function readReport(file: string | undefined): Promise<string> {
  const report = await (file === undefined ? text(process.stdin) : readFile(file, 'utf8')).catch(() => {
    throw new CommandError(`The file ${file ?? ''} cannot be read.`);
  });
  if (report.length > MAX_REPORT_BYTES) throw new CommandError('This is too large to be a delivery report.');
  return report;
}
