import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

/** Identifiers that sort by creation time (docs/adr/0007). */
@Injectable()
export class Ids {
  next(): string {
    return uuidv7();
  }
}
