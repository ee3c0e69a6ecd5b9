import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** Path → content of every file of an archive, by another library than the one that wrote it. */
export async function unzip(archive: Buffer): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  const zip = await yauzl.fromBufferPromise(archive);
  for await (const entry of zip.eachEntry()) files[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  return files;
}
