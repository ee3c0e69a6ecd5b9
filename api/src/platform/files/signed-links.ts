import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppSecret } from '../access/app-secret.js';
import { Clock } from '../clock.js';

/** Links end on a whole step, so that the same picture keeps the same address for a while and is not loaded again at each refresh. */
const STEP_S = 300;

export const signature = z.object({
  until: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional()
    .meta({ description: 'End of a signed link, in seconds since 1970' }),
  signature: z.string().max(100).optional().meta({ description: 'Proof that the service made this link' }),
});
export type Signature = z.infer<typeof signature>;

/** Addresses that open a private file for a few minutes to whoever holds them, and nothing else. */
@Injectable()
export class SignedLinks {
  constructor(
    private readonly secret: AppSecret,
    private readonly clock: Clock,
  ) {}

  /** @param lastsS shortest life, in seconds; the longest is one step more */
  sign(path: string, lastsS: number): string {
    const until = String(Math.ceil((this.nowS() + lastsS) / STEP_S) * STEP_S);
    return `${path}?until=${until}&signature=${this.secret.sign('signed-link', textOf(path, until))}`;
  }

  check(path: string, { until, signature: given }: Signature): 'valid' | 'expired' | 'unsigned' {
    if (until === undefined || given === undefined) return 'unsigned';
    if (!this.secret.verify('signed-link', textOf(path, until), given)) return 'unsigned';
    return Number(until) > this.nowS() ? 'valid' : 'expired';
  }

  private nowS(): number {
    return this.clock.now().getTime() / 1_000;
  }
}

function textOf(path: string, until: string): string {
  return `${until} ${path}`;
}
