import { Injectable } from '@nestjs/common';
import type { Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { OutboundHttp } from '../../../platform/outbound-http.js';
import type { BodyNumber } from '../organisation.identity.rules.js';
import { RegisterFile } from './register-file.js';
import { RegisterHttp } from './register-http.js';
import { RegisterRows } from './register-rows.js';
import { type RegisterAnswer, type RegisterSource, UNAVAILABLE, UNKNOWN } from './registered-body.js';

/** Who is this number? Asked to our own rows first, then to the file, then to the service, as far as they are configured. */
@Injectable()
export class Register {
  private readonly outside: readonly RegisterSource[];

  constructor(
    private readonly rows: RegisterRows,
    outbound: OutboundHttp,
    clock: Clock,
    @InjectConfig() { register }: Config,
  ) {
    const today = () => clock.now().toISOString().slice(0, 10);
    this.outside = [
      ...(register.file === null ? [] : [new RegisterFile(register.file)]),
      ...(register.url === null ? [] : [new RegisterHttp(register.url, outbound, today)]),
    ];
  }

  /** Never throws and never waits for long. Where no outside register answers, a number we do not hold is `unavailable`. */
  async find(number: BodyNumber): Promise<RegisterAnswer> {
    const own = await this.rows.find(number);
    if (own.status === 'found') return own;
    let answer = this.outside.length === 0 ? UNAVAILABLE : UNKNOWN;
    for (const source of this.outside) {
      const said = await source.find(number);
      if (said.status === 'found') return said;
      // One register that could not be asked makes “unknown” too much to say.
      if (said.status === 'unavailable') answer = said;
    }
    return answer;
  }
}
