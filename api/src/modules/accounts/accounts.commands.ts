import { CommandError, type CommandHost, type RegisterCommands } from '../../platform/cli/command.js';
import { mailAddress } from '../../platform/mail/mail-address.js';
import { Administrators, type NewAdministrator } from './administrators.service.js';

const SAID: Readonly<Record<NewAdministrator['change'], string>> = {
  created: 'has an account now and administers the service',
  promoted: 'had an account and administers the service now',
  none: 'administers the service already',
};

export const registerAccounts: RegisterCommands = (program, host) => {
  program
    .command('create-admin <email>')
    .description('make someone an administrator of the service, and print the link where they choose their password')
    .action(async (email: string) => createAdmin(host, email));
};

async function createAdmin(host: CommandHost, typed: string): Promise<void> {
  const email = mailAddress.safeParse(typed);
  if (!email.success) throw new CommandError(`“${typed}” is not an e-mail address.`);
  const { change, link } = await (await host.open()).get(Administrators).create(email.data);
  host.say(`${email.data} ${SAID[change]}.`);
  host.say('What to do next:');
  if (link !== null) host.say(`  1. open this link within a day, once, and choose a password (it was also sent by e-mail):\n     ${link}`);
  host.say(`  ${link === null ? 1 : 2}. sign in at ${host.config().publicUrl}/connexion`);
  host.say(`  ${link === null ? 2 : 3}. turn on the second factor in “My account”: the rights of an administrator wait for it`);
}
