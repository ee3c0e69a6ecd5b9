import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { normalisePassword, PASSWORD_LENGTH, type WeakPassword, whyWeak } from './password.rules.js';
import { isCommonWord } from './password.words.js';

/** OWASP Password Storage Cheat Sheet, first choice; the default algorithm of the library is argon2id. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const SENTENCES: Readonly<Record<'fr' | 'en', Record<WeakPassword, string>>> = {
  fr: {
    'too-short': `au moins ${PASSWORD_LENGTH.min} caractères : une phrase convient très bien`,
    'too-long': `au plus ${PASSWORD_LENGTH.max} caractères`,
    common: 'est parmi les premiers essayés : ajoutez des mots qui n’ont rien à voir',
    repeated: 'se répète : ajoutez d’autres mots',
    sequence: 'est une suite de touches ou de chiffres : prenez plutôt quelques mots',
    personal: 'ressemble trop à votre adresse, à votre nom ou à celui du service',
  },
  en: {
    'too-short': `at least ${PASSWORD_LENGTH.min} characters: a sentence does very well`,
    'too-long': `at most ${PASSWORD_LENGTH.max} characters`,
    common: 'is among the first that are tried: add unrelated words',
    repeated: 'repeats itself: add other words',
    sequence: 'is a row of keys or digits: take a few words instead',
    personal: 'is too close to your address, your name or the name of this service',
  },
};

@Injectable()
export class Passwords {
  /** What is compared when there is nothing to compare with, so that an unknown address takes as long as a known one. */
  private readonly nobodys = hash('nobody has this password', ARGON2ID);

  /** @param personal address and name of its person. @throws Problem `invalid-input` saying what to change */
  async hashNew(password: string, personal: readonly string[]): Promise<string> {
    const normalised = normalisePassword(password);
    const weakness = whyWeak(normalised, { isCommon: isCommonWord, personal });
    if (weakness !== null) {
      throw problem('invalid-input', { errors: [{ in: 'body', pointer: '/password', message: SENTENCES[currentLanguage()][weakness] }] });
    }
    return hash(normalised, ARGON2ID);
  }

  /** @param stored null for an unknown person or one without password: as long, and false */
  async isRight(stored: string | null, password: string): Promise<boolean> {
    const matches = await verify(stored ?? (await this.nobodys), normalisePassword(password));
    return stored !== null && matches;
  }
}
