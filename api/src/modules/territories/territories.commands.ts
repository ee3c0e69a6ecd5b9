import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { commandGroup, type RegisterCommands } from '../../platform/cli/command.js';
import { Clock } from '../../platform/clock.js';
import { loadTerritories } from './territories.load.js';

export const registerTerritories: RegisterCommands = (program, host) => {
  commandGroup(program, 'territories', 'regions, departments, EPCI and communes')
    .command('load')
    .description('load the official territories shipped with the product (can be run again)')
    .action(async () => {
      const app = await host.open();
      const at = app.get(Clock).now();
      const loaded = await app.get<DataSource>(getDataSourceToken()).transaction((tx) => loadTerritories(tx, at));
      host.say(`${loaded.territories} territoires (${loaded.changed} nouveaux ou modifiés), ${loaded.formerCommunes} anciennes communes`);
      host.say(`${loaded.points} communes situées ; toutes les autres : cli import territories communes.csv.gz`);
    });
};
