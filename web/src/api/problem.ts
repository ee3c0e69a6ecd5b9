/** What an answer in the `application/problem+json` format (RFC 9457) says, reduced to what a screen shows. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly whatToDo: string | null;
  readonly requestId: string | null;
  /** One entry per faulty field: a JSON pointer into the body and a sentence. */
  readonly fields: readonly { readonly pointer: string; readonly message: string }[];
  readonly messages: readonly string[];
  /** Values a program may use: what changed meanwhile, a state. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }
}

/** A fault that the page sees before the server: shown like the server's own. */
export function wrongAnswer(name: string, message: string): ProblemError {
  const fields = [{ pointer: `/${name}`, message }];
  return new ProblemError({
    status: 422,
    code: 'invalid-input',
    title: message,
    detail: null,
    whatToDo: null,
    requestId: null,
    fields,
    facts: {},
    messages: [message],
  });
}

export type FailureKind = 'offline' | 'notFound' | 'refused' | 'invalid' | 'busy' | 'server';

const KIND_OF_STATUS: Readonly<Record<number, FailureKind>> = {
  400: 'invalid',
  401: 'refused',
  403: 'refused',
  404: 'notFound',
  410: 'notFound',
  422: 'invalid',
  429: 'busy',
};

/** Sorts any failure of a request: the network's, the server's, or a bug of ours (shown as the server's). */
export function readFailure(error: unknown): { readonly kind: FailureKind; readonly problem: Problem | null } {
  if (error instanceof ProblemError) return { kind: KIND_OF_STATUS[error.problem.status] ?? 'server', problem: error.problem };
  // `fetch` rejects with a TypeError when the network fails.
  if (error instanceof TypeError && /fetch|network|load/i.test(error.message)) return { kind: 'offline', problem: null };
  return { kind: 'server', problem: null };
}

export function readProblem(status: number, body: unknown, requestIdHeader: string | null): Problem {
  const source = isRecord(body) ? body : {};
  const fields = readFields(source['errors']);
  return {
    status,
    code: text(source['code']) ?? 'unknown',
    title: text(source['title']) ?? `HTTP ${status}`,
    detail: text(source['detail']),
    whatToDo: text(source['whatToDo']),
    requestId: text(source['requestId']) ?? requestIdHeader,
    fields,
    facts: isRecord(source['facts']) ? source['facts'] : {},
    messages: fields.map((field) => (field.pointer ? `${field.pointer} — ${field.message}` : field.message)),
  };
}

function readFields(value: unknown): Problem['fields'] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map((entry) => ({ pointer: text(entry['pointer']) ?? '', message: text(entry['message']) ?? text(entry['detail']) ?? '' }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
