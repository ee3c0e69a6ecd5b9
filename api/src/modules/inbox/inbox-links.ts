import { Injectable } from '@nestjs/common';
import type { Config } from '../../config.js';
import { SignedIds } from '../../platform/access/signed-ids.js';
import { InjectConfig } from '../../platform/config.token.js';
import { ONE_CLICK } from '../../platform/http/one-click.js';
import { problem } from '../../platform/http/problem.js';
import { INBOX_KIND_NAMES, type InboxKind } from './inbox.kinds.js';

/** One kind, or everything that can be silenced. */
type Stopped = InboxKind | 'all';

/** Where a letter is refused: by one press of the mail program, or on the page of the settings. */
export interface WaysOut {
  readonly unsubscribeUrl: string;
  readonly manageUrl: string;
}

/** Addresses written in letters. Nothing is stored: the link is a kind, the account and our signature for both. */
@Injectable()
export class InboxLinks {
  constructor(
    private readonly ids: SignedIds,
    @InjectConfig() private readonly config: Config,
  ) {}

  page(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  waysOut(stopped: Stopped, accountId: string): WaysOut {
    return {
      unsubscribeUrl: this.page(`${ONE_CLICK}inbox/${this.token(stopped, accountId)}`),
      manageUrl: this.page('/mes-notifications/reglages'),
    };
  }

  /** The page with one button, for those who open the address rather than press. */
  stopPage(token: string): string {
    this.read(token);
    return `/mes-notifications/arreter#${token}`;
  }

  /** @throws Problem `link-not-valid` for anything we did not sign */
  read(token: string): { readonly stopped: Stopped; readonly accountId: string } {
    const cut = token.indexOf('-');
    const stopped = (['all', ...INBOX_KIND_NAMES] as const).find((known) => known === token.slice(0, cut));
    if (stopped === undefined) throw problem('link-not-valid');
    return { stopped, accountId: this.ids.read(`inbox ${stopped}`, token.slice(cut + 1)) };
  }

  private token(stopped: Stopped, accountId: string): string {
    return `${stopped}-${this.ids.make(`inbox ${stopped}`, accountId)}`;
  }
}
