import { Injectable } from '@nestjs/common';
import type { Config } from '../../../config.js';
import { AppSecret, hashToken } from '../../../platform/access/app-secret.js';
import { SignedIds } from '../../../platform/access/signed-ids.js';
import { InjectConfig } from '../../../platform/config.token.js';

const FILES = 'opinion files';

/** The token of a letter follows from the request and our secret: a reminder carries the same; the database holds its hash. */
@Injectable()
export class OpinionLinks {
  constructor(
    private readonly secret: AppSecret,
    private readonly signed: SignedIds,
    @InjectConfig() private readonly config: Config,
  ) {}

  hashFor(id: string): string {
    return hashToken(this.tokenFor(id));
  }

  hashOf(token: string): string {
    return hashToken(token);
  }

  /** After the # it reaches no server and no other site. */
  urlFor(id: string): string {
    return `${this.config.publicUrl}/donner-un-avis#token=${this.tokenFor(id)}`;
  }

  /** For the addresses of documents, which servers write down: it opens them, and answers nothing. */
  filesAt(id: string): string {
    return `/api/opinion-requests/files/${this.signed.make(FILES, id)}`;
  }

  /** @throws Problem `link-not-valid` */
  readTicket(ticket: string): string {
    return this.signed.read(FILES, ticket);
  }

  private tokenFor(id: string): string {
    return this.secret.sign('signed-link', `opinion ${id}`);
  }
}
