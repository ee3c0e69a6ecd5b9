import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project, whatever the folder the command was typed in. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything the launcher writes, never committed: database, locks, logs. Removing it is a fresh start. */
export const localFolder = join(projectRoot, '.local');
