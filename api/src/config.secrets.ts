import { readFileSync } from 'node:fs';

/**
 * Every variable that holds a secret. Each may come as `NAME`, or as `NAME_FILE`, the path of a file that holds it: the way
 * Docker, Kubernetes and systemd hand secrets over, and the one that keeps them out of `docker inspect` and of child processes.
 */
export const SECRET_VARIABLES = [
  'DATABASE_URL',
  'METRICS_TOKEN',
  'APP_SECRET',
  'OIDC_CLIENT_SECRET',
  'MAIL_URL',
  'FILES_S3_SECRET_KEY',
] as const;

/** A secret longer than this is a wrong path. */
const MAX_LENGTH = 16_384;

interface SecretsRead {
  readonly variables: Readonly<Record<string, string>>;
  /** One line per fault, by the name of the variable; never what a file holds. */
  readonly faults: readonly string[];
}

/** Replaces each `NAME_FILE` by the `NAME` it leads to. The last end of line, which editors add, is not part of a secret. */
export function readSecretFiles(given: Readonly<Record<string, string>>): SecretsRead {
  const variables = { ...given };
  const faults: string[] = [];
  for (const name of SECRET_VARIABLES) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    const secret = given[name] === undefined ? contentOf(path) : { fault: `is given twice: keep ${name} or ${name}_FILE` };
    if ('fault' in secret) faults.push(`${name}_FILE: ${secret.fault}`);
    else variables[name] = secret.text;
  }
  return { variables, faults };
}

function contentOf(path: string): { text: string } | { fault: string } {
  try {
    const text = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (text === '') return { fault: 'leads to an empty file' };
    return text.length > MAX_LENGTH ? { fault: 'leads to a file too long to be a secret' } : { text };
  } catch (error) {
    return { fault: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})` };
  }
}
