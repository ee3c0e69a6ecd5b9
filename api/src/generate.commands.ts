import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { accessDocument } from './app.policy.js';
import type { Config } from './config.js';
import { withScratchDatabase } from './database/scratch.js';
import { matchingDocuments } from './modules/matching/matching.documents.js';
import { createHttpApplication } from './platform/application.js';
import { CommandError, type RegisterCommands } from './platform/cli/command.js';
import type { GeneratedDocument } from './platform/documents/generated-document.js';
import { platformDocuments } from './platform/documents/platform.documents.js';
import { dumpSchema, findPgDump } from './platform/documents/schema-dump.js';
import { configureHttp } from './platform/http/http-app.js';
import { createLog } from './platform/log.js';
import { retentionDocument } from './platform/privacy/retention.document.js';
import { ROOT } from './platform/version.js';
import { workflowsDocument } from './workflows.document.js';

/** Every document written from the code: one line per source. */
export const DOCUMENTS: readonly GeneratedDocument[] = [
  ...platformDocuments,
  accessDocument,
  retentionDocument,
  workflowsDocument,
  ...matchingDocuments,
];

export const registerGenerate: RegisterCommands = (program, host) => {
  program
    .command('generate')
    .description('write the API document, the pages made from tables and the database’s structure')
    .option('--no-schema', 'leave api/src/database/schema.sql as it is')
    .action(async ({ schema }: { schema: boolean }) => {
      const app = await structureOnly(host.config());
      for (const document of DOCUMENTS) {
        write(document.path, document.render(app));
        host.say(document.path);
      }
      if (!schema) return;
      const pgDump = findPgDump();
      if (pgDump === null) throw new CommandError('pg_dump was not found: install postgresql-client, or use --no-schema.');
      write('api/src/database/schema.sql', await withScratchDatabase(host.config().database.url, (url) => dumpSchema(pgDump, url)));
      host.say('api/src/database/schema.sql');
    });
};

/** The application with all its routes and connected to nothing. */
async function structureOnly(config: Config): Promise<INestApplication> {
  const log = createLog('warn');
  const app = await createHttpApplication(AppModule.with({ config, log, applicationName: 'terrain-generate', connect: false }), { log });
  return configureHttp(app, config, log);
}

function write(path: string, text: string): void {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
