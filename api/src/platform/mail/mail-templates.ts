import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Language } from '../http/request-context.js';
import type { MailTemplate, MailText } from './mail-template.js';

/** A template whatever its values. */
interface AnyTemplate extends Readonly<Record<Language, (values: never) => MailText>> {
  readonly name: string;
  readonly values: z.ZodType;
  readonly secrets: readonly string[];
  readonly example: object;
}

/** Every message the modules know how to write, by name: what is stored is the name, the sentences stay in the code. */
@Injectable()
export class MailTemplates {
  private readonly byName = new Map<string, MailTemplate<object>>();

  /** Called by each module in `onModuleInit`: `mailTemplates.register(signInLink, invitation)`. */
  register(...templates: readonly AnyTemplate[]): void {
    for (const template of templates as unknown as readonly MailTemplate<object>[]) {
      if (this.byName.has(template.name)) throw new Error(`Mail template registered twice: ${template.name}`);
      this.byName.set(template.name, template);
    }
  }

  /** @throws Error when no module of this program registered it (a programming error, or a worker older than the API) */
  get(name: string): MailTemplate<object> {
    const template = this.byName.get(name);
    if (!template) throw new Error(`No module registered the mail template “${name}”`);
    return template;
  }

  knows(name: string): boolean {
    return this.byName.has(name);
  }

  all(): readonly MailTemplate<object>[] {
    return [...this.byName.values()];
  }
}
