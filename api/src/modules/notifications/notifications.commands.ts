import { commandGroup, type RegisterCommands } from '../../platform/cli/command.js';
import { Digests } from './telling/digests.js';
import { Watch } from './watch/watch.js';

export const registerNotifications: RegisterCommands = (program, host) => {
  const group = commandGroup(program, 'follow', 'what is told to those who follow');
  group
    .command('look')
    .description('look at every place now, rather than tomorrow morning: after an import, those who asked to hear at once do')
    .action(async () => {
      const looked = await (await host.open()).get(Watch).lookAround();
      host.say(`${String(looked)} places looked at`);
    });
  group
    .command('digests')
    .description('write the letters that are owed, as every morning at seven; nobody is told twice')
    .action(async () => {
      await (await host.open()).get(Digests).run();
      host.say('the letters owed are written');
    });
};
