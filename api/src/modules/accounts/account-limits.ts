import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { networkOf } from '../../platform/access/network-address.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { addressKey } from '../../platform/mail/mail-address.js';

/** How often one may try, per account and per network. Addresses without account are counted alike, so that counters tell nothing. */
@Injectable()
export class AccountLimits {
  constructor(private readonly limits: RateLimits) {}

  async password(request: Request, email: string): Promise<void> {
    await this.limits.consume('sign-in-network', networkOf(request.ip ?? ''));
    await this.limits.consume('sign-in-account', addressKey(email));
  }

  /** The right password was given: their own mistakes are forgotten, those of their network are not. */
  async forgetPassword(email: string): Promise<void> {
    await this.limits.forget('sign-in-account', addressKey(email));
  }

  async code(request: Request, accountId: string): Promise<void> {
    await this.limits.consume('sign-in-network', networkOf(request.ip ?? ''));
    await this.limits.consume('second-factor-account', accountId);
  }

  async forgetCode(accountId: string): Promise<void> {
    await this.limits.forget('second-factor-account', accountId);
  }

  async mail(request: Request, email: string): Promise<void> {
    await this.limits.consume('mail-network', networkOf(request.ip ?? ''));
    await this.limits.consume('mail-address', addressKey(email));
  }

  /** Links cannot be guessed; this only keeps anyone from trying all day. */
  async link(request: Request): Promise<void> {
    await this.limits.consume('link-network', networkOf(request.ip ?? ''));
  }
}
