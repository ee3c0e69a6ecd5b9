import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** Every file of a ZIP, by its path or its bytes, in memory. @throws Error when it is not one */
export async function readArchive(archive: string | Buffer): Promise<Map<string, Buffer>> {
  const zip = await (typeof archive === 'string' ? yauzl.openPromise(archive) : yauzl.fromBufferPromise(archive));
  const files = new Map<string, Buffer>();
  try {
    for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  } finally {
    zip.close();
  }
  return files;
}
