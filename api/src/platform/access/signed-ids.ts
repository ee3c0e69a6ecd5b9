import { Injectable } from '@nestjs/common';
import { problem } from '../http/problem.js';
import { AppSecret } from './app-secret.js';

const ID_CHARACTERS = 22;

/**
 * What a link of a letter carries: the id of a thing and our signature for one purpose. Letters are kept for years and their links must
 * work: nothing is stored, the link ends with the thing.
 */
@Injectable()
export class SignedIds {
  constructor(private readonly secret: AppSecret) {}

  /** @param purpose what the link opens, `proposal confirm` */
  make(purpose: string, id: string): string {
    const packed = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
    return `${packed}${this.secret.sign('signed-link', `${purpose} ${id}`)}`;
  }

  /** @throws Problem `link-not-valid` for anything we did not sign, or signed for another purpose */
  read(purpose: string, token: string): string {
    const hex = Buffer.from(token.slice(0, ID_CHARACTERS), 'base64url').toString('hex');
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const isOurs = hex.length === 32 && this.secret.verify('signed-link', `${purpose} ${id}`, token.slice(ID_CHARACTERS));
    if (!isOurs) throw problem('link-not-valid');
    return id;
  }
}
