import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const CLIENT = { id: 'terrain', secret: 'secret-of-the-tests-0123456789' };
export const CALLBACK = 'http://localhost:3000/api/session/oidc/callback';

export interface ProvidedPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly given_name?: string;
  readonly usual_name?: string;
}
interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signedBy?: 'provider' | 'stranger' | 'nobody' | 'nobody-in-json';
}

export interface IdentityProvider {
  readonly issuer: string;
  /** What our service needs to know of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Who signs in from now on (null: they refuse), and in what the provider lies. */
  readonly expect: (person: ProvidedPerson | null, lies?: { readonly idToken?: Lie; readonly userinfo?: Lie }) => Promise<void>;
  /** Follows the provider's redirections as a browser with its own cookies. @returns the address of ours it ends at */
  readonly visit: (url: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
}

/** Starts the provider of identity-provider.mjs. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const program = spawn(process.execPath, [join(__dirname, 'identity-provider.mjs'), CALLBACK, CLIENT.id, CLIENT.secret], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  const issuer = await new Promise<string>((resolve, reject) => {
    createInterface(program.stdout).on('line', (line) => line.startsWith('http://') && resolve(line));
    program.once('exit', (code) => reject(new Error(`The identity provider ended with ${code}`)));
  });
  return {
    issuer,
    environment: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: 'ProConnect' },
    expect: async (person, lies = {}) => {
      await fetch(`${issuer}/control`, { method: 'POST', body: JSON.stringify({ person, lies }) });
    },
    visit,
    stop: async () => {
      program.kill();
      await ended;
    },
  };
}

async function visit(start: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = new URL(start);
  for (let hops = 0; hops < 10; hops++) {
    if (address.href.startsWith(CALLBACK)) return address;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`The identity provider answered ${response.status}: ${await response.text()}`);
    address = new URL(next, address);
  }
  throw new Error(`The identity provider leads nowhere: ${address.href}`);
}
