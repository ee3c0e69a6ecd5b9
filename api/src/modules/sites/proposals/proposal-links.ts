import { Injectable } from '@nestjs/common';
import type { Config } from '../../../config.js';
import { SignedIds } from '../../../platform/access/signed-ids.js';
import { InjectConfig } from '../../../platform/config.token.js';

/** Addresses written in letters. After the # they reach no server and no other site. */
@Injectable()
export class ProposalLinks {
  constructor(
    private readonly ids: SignedIds,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** Where an organisation reads what is proposed about its places. */
  get keeperPage(): string {
    return `${this.config.publicUrl}/mes-lieux`;
  }

  confirm(id: string): string {
    return `${this.config.publicUrl}/propositions/confirmer#${this.ids.make('proposal confirm', id)}`;
  }

  follow(id: string): string {
    return `${this.config.publicUrl}/propositions/suivi#${this.tokenFor(id)}`;
  }

  tokenFor(id: string): string {
    return this.ids.make('proposal follow', id);
  }
}
