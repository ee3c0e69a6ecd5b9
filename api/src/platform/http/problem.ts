import { z } from 'zod';
import { type ProblemCode, PROBLEMS } from './problem.table.js';
import { currentLanguage, currentRequestId, type Language } from './request-context.js';

/** One wrong value: where it was (`in`), which (JSON pointer inside that part) and what is wrong, in the reader's language. */
export const faultSchema = z
  .object({
    in: z.enum(['body', 'query', 'path']),
    pointer: z.string().meta({ examples: ['/zone/radiusM'] }),
    message: z.string(),
  })
  .meta({ id: 'Fault' });
export type Fault = z.infer<typeof faultSchema>;

/** RFC 9457 problem details, with the stable `code`, what to do about it and the request's id. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Address of the explanation of this code', examples: ['/api/docs/problems#not-found'] }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string().meta({ examples: ['not-found'] }),
    detail: z.string().optional(),
    whatToDo: z.string(),
    requestId: z.string().nullable(),
    errors: z.array(faultSchema).optional(),
    // Not `z.json()`: its recursion makes a type that refers to itself, which the web cannot compile.
    facts: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemView = z.infer<typeof problemSchema>;

export interface ProblemDetails {
  /** A sentence on this very case, already in the reader's language. */
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  /** Values a program may use, e.g. `{ state: 'published' }`. */
  readonly facts?: Readonly<Record<string, z.core.util.JSONType>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    options?: ErrorOptions,
  ) {
    super(details.detail ?? PROBLEMS[code].en[0], options);
    this.status = PROBLEMS[code].status;
  }
}

/** Raising a refusal is one call: `throw problem('not-found')`, `throw problem('changed-meanwhile', { facts: { state } })`. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  return new Problem(code, details);
}

/** What is sent for a problem, in the given language (default: the request's). */
export function problemView(raised: Problem, language: Language = currentLanguage()): ProblemView {
  const [title, whatToDo] = PROBLEMS[raised.code][language];
  const { detail, errors, facts } = raised.details;
  return {
    type: `/api/docs/problems#${raised.code}`,
    title,
    status: raised.status,
    code: raised.code,
    ...(detail === undefined ? {} : { detail }),
    whatToDo,
    requestId: currentRequestId(),
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(facts === undefined ? {} : { facts: { ...facts } }),
  };
}
