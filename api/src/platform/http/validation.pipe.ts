import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import { type Fault, problem } from './problem.js';
import { currentLanguage } from './request-context.js';

const PARTS = { body: 'body', query: 'query', param: 'path' } as const;
const MAX_DEPTH = 40;
const MAX_FAULTS = 100;
const SENTENCES = { fr: z.locales.fr().localeError, en: z.locales.en().localeError };
const TEXT_FAULTS = {
  fr: {
    text: 'contient un caractère interdit (NUL ou Unicode incomplet)',
    depth: 'est imbriqué trop profondément',
    unknown: 'n’est pas un paramètre de cette adresse',
  },
  en: {
    text: 'contains a forbidden character (NUL or incomplete Unicode)',
    depth: 'is nested too deeply',
    unknown: 'is not a parameter of this address',
  },
};
/** Understood by every address, before any schema: the language of the answer. */
const UNIVERSAL_PARAMETERS = new Set(['lang']);

/** NestJS's own Standard Schema pipe, answering 422 with the place of each fault and sentences in the reader's language. */
@Injectable()
export class ContractPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const part = metadata.type === 'custom' ? null : PARTS[metadata.type];
    if (part === null || !(metadata.schema instanceof z.ZodType)) return value;
    const unsafe = findUnsafeText(value);
    if (unsafe) throw refuse([{ in: part, ...unsafe }]);
    const unknown = part === 'query' ? unknownParameters(value, metadata.schema) : [];
    if (unknown.length > 0) throw refuse(unknown);
    this.stripProtoKeys(value);
    const result = await metadata.schema.safeParseAsync(value, { error: SENTENCES[currentLanguage()] });
    if (result.success) return result.data as T;
    throw refuse(result.error.issues.map((issue) => ({ in: part, pointer: pointerTo(issue.path), message: issue.message })));
  }
}

export function refuse(errors: readonly Fault[]) {
  return problem('invalid-input', { errors: errors.slice(0, MAX_FAULTS) });
}

/**
 * A misspelt or repeated-with-brackets filter (`kind[]=x`) that is ignored answers another question than the one asked, so it is
 * named. A schema made with `z.looseObject` opts out: an identity provider may add parameters of its own to its answer.
 */
function unknownParameters(value: unknown, schema: z.ZodType): Fault[] {
  const known = parametersOf(schema);
  return known === null || typeof value !== 'object' || value === null ? [] : parametersOutside(known, value);
}

/** Parameters sent that an address does not know, each as a fault. */
export function parametersOutside(known: ReadonlySet<string>, sent: object): Fault[] {
  const message = TEXT_FAULTS[currentLanguage()].unknown;
  return Object.keys(sent)
    .filter((name) => !known.has(name) && !UNIVERSAL_PARAMETERS.has(name))
    .map((name) => ({ in: 'query', pointer: pointerTo([name]), message }));
}

/** Names an object schema declares, through whatever transforms it afterwards; null when it takes any. */
function parametersOf(schema: z.core.$ZodType): ReadonlySet<string> | null {
  if (schema instanceof z.ZodPipe) return parametersOf(schema.in);
  if (schema instanceof z.ZodIntersection) {
    const [left, right] = [parametersOf(schema.def.left), parametersOf(schema.def.right)];
    return left && right && new Set([...left, ...right]);
  }
  if (!(schema instanceof z.ZodObject)) return null;
  const { catchall } = schema.def;
  return catchall === undefined || catchall instanceof z.ZodNever ? new Set(Object.keys(schema.shape)) : null;
}

/** RFC 6901. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; both would fail deep inside. Iterative: input may be hostile. */
function findUnsafeText(value: unknown): Pick<Fault, 'pointer' | 'message'> | null {
  const sentences = TEXT_FAULTS[currentLanguage()];
  const waiting: { value: unknown; path: PropertyKey[] }[] = [{ value, path: [] }];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (isUnsafe(item.value)) return { pointer: pointerTo(item.path), message: sentences.text };
    if (typeof item.value !== 'object' || item.value === null) continue;
    if (item.path.length >= MAX_DEPTH) return { pointer: pointerTo(item.path.slice(0, 3)), message: sentences.depth };
    for (const [key, inner] of Object.entries(item.value)) {
      if (isUnsafe(key)) return { pointer: pointerTo(item.path), message: sentences.text };
      waiting.push({ value: inner, path: [...item.path, key] });
    }
  }
  return null;
}

function isUnsafe(value: unknown): boolean {
  return typeof value === 'string' && /[\0\p{Surrogate}]/u.test(value);
}
