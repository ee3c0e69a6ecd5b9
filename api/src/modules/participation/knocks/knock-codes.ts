import { Injectable } from '@nestjs/common';
import type { Config } from '../../../config.js';
import { AppSecret, hashToken } from '../../../platform/access/app-secret.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { problem } from '../../../platform/http/problem.js';
import { codeOf, readCode } from './knock.rules.js';

/** The code of a letter follows from its number and our secret: printed again, it is the same; the database holds its hash. */
@Injectable()
export class KnockCodes {
  constructor(
    private readonly secret: AppSecret,
    @InjectConfig() private readonly config: Config,
  ) {}

  codeFor(letterId: string): string {
    return codeOf(Buffer.from(this.secret.sign('signed-link', `knock ${letterId}`), 'base64url'));
  }

  hashFor(letterId: string): string {
    return hashToken(this.codeFor(letterId));
  }

  /** @throws Problem `link-not-valid` */
  hashOf(typed: string): string {
    const code = readCode(typed);
    if (code === null) throw problem('link-not-valid');
    return hashToken(code);
  }

  get page(): string {
    return `${this.config.publicUrl}/repondre`;
  }

  urlFor(letterId: string): string {
    return `${this.page}#token=${this.codeFor(letterId)}`;
  }

  placeUrl(siteId: string): string {
    return `${this.config.publicUrl}/lieux/${siteId}`;
  }
}
