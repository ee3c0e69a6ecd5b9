import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Config } from '../../config.js';
import { InjectConfig } from '../config.token.js';
import { ROOT } from '../version.js';

type Purpose = 'session-cookie' | 'second-factor' | 'signed-link' | 'passer-by';

/** Keys derived from the one secret of the installation, a different one per purpose (HKDF, RFC 5869). */
@Injectable()
export class AppSecret {
  private readonly secret: string;

  constructor(@InjectConfig() config: Config) {
    this.secret = config.appSecret ?? laptopSecret();
  }

  key(purpose: Purpose): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', `terrain-dentente ${purpose}`, 32));
  }

  /** Encrypts and authenticates (AES-256-GCM). @returns base64url of nonce, tag and cipher text */
  seal(purpose: Purpose, text: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @throws Error when the text was altered or sealed under another secret */
  open(purpose: Purpose, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  sign(purpose: Purpose, text: string): string {
    return createHmac('sha256', this.key(purpose)).update(text).digest('base64url');
  }

  verify(purpose: Purpose, text: string, signature: string): boolean {
    const [expected, given] = [Buffer.from(this.sign(purpose, text)), Buffer.from(signature)];
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/** A number nobody can guess, for links and invitations; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** On a laptop nobody should have to invent a secret: one is made once, readable by its owner only. Production must give its own. */
function laptopSecret(): string {
  const file = join(ROOT, '.local', 'app-secret');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8');
}
