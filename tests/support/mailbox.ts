import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the mails of one application under test, and how to remove it. */
export function temporaryMailbox(): { readonly folder: string; readonly remove: () => void } {
  return temporaryFolder('terrain-mail-');
}

export function temporaryFolder(prefix: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Web addresses of a message's text, in order: the one to follow is the first. */
export function linksIn(text: string): readonly string[] {
  return text.match(/https?:\/\/\S+/g) ?? [];
}
