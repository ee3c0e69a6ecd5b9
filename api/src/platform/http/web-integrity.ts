import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OWN_FILE = /<(?:script|link)\b[^>]*?\s(?:src|href)="(\/assets\/[^"?#]+)"[^>]*?(?=\s*\/?>)/g;

/**
 * The page says which content its scripts and styles must have (Subresource Integrity): in production another server hands those
 * files out, and a file altered there, or on the way, does not run.
 */
export function withIntegrity(shell: string, folder: string): string {
  return shell.replace(OWN_FILE, (element: string, path: string) => {
    const file = join(folder, path);
    if (element.includes(' integrity=') || !existsSync(file)) return element;
    return `${element} integrity="sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}"`;
  });
}
