import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../../config.js';
import { CONFIG } from '../config.token.js';
import { ROOT } from '../version.js';
import { FILE_STORE, type FileStore } from './file-store.js';
import { Files } from './files.js';
import { FolderStore } from './folder-store.js';
import { IncomingFolder } from './incoming.js';
import { S3Store } from './s3-store.js';
import { SignedLinks } from './signed-links.js';

const LAPTOP_FOLDER = join(ROOT, '.local', 'files');

@Global()
@Module({
  providers: [
    { provide: FILE_STORE, inject: [CONFIG], useFactory: ({ files }: Config): FileStore => storeFor(files.store) },
    { provide: IncomingFolder, inject: [CONFIG], useFactory: ({ files }: Config) => new IncomingFolder(incomingFor(files.store)) },
    Files,
    SignedLinks,
  ],
  exports: [Files, SignedLinks],
})
export class FilesModule {}

function storeFor(store: Config['files']['store']): FileStore {
  return store.driver === 's3' ? new S3Store(store) : new FolderStore(store.folder ?? LAPTOP_FOLDER);
}

/** Beside the files where there are some, so that a full disk is noticed at one place. */
function incomingFor(store: Config['files']['store']): string {
  return store.driver === 's3' ? join(tmpdir(), 'terrain-incoming') : join(store.folder ?? LAPTOP_FOLDER, 'incoming');
}
