import fc from 'fast-check';

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly example?: unknown;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: JsonSchema;
}
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly access: string;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | null;
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema: JsonSchema }> }>>;
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}
interface OperationObject {
  readonly operationId: string;
  readonly 'x-access': string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { content: Record<string, { schema: JsonSchema }> };
  readonly responses: Operation['responses'];
}

export interface GeneratedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly body: unknown;
}

export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method,
      path,
      operationId: operation.operationId,
      access: operation['x-access'],
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content['application/json']?.schema ?? null,
      responses: operation.responses,
    })),
  );
}

/** What people with bad luck, bad programs or bad intentions send. */
const HOSTILE_TEXT = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  '99999999999999999999',
  'NaN',
  'null',
  'undefined',
  '[]',
  '{}',
  "'",
  "' or 1=1 --",
  '%',
  '%%',
  '_',
  '\\',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e',
  '../../etc/passwd',
  '<script>',
  'ééé',
  '🚉',
  'a'.repeat(3_000),
  '0000-00-00',
  '2026-02-30',
  '1,2,3',
  '48.1,5.6',
  '-200,95,5,5',
  '0x10',
  'true',
  '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f',
  '(',
  ':*',
  '& | !',
  '12:34',
  '2A004',
  'constructor',
  '__proto__',
);
const HOSTILE_JSON = fc.oneof(
  HOSTILE_TEXT,
  fc.constantFrom(null, true, -1, 0, 1e308, -1e308, 0.1, 2 ** 53, [], {}, [[]], [null], { a: { b: [] } }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** One request of an operation: mostly well formed, with faults anywhere. */
export function requestOf(operation: Operation, document: ApiDocument, existingIds: readonly string[]): fc.Arbitrary<GeneratedRequest> {
  const text = (schema: JsonSchema) =>
    fc.oneof(
      { weight: 3, arbitrary: valueOf(schema, document).map(asText) },
      { weight: 2, arbitrary: HOSTILE_TEXT },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    );
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  return fc.record({
    path: fc.record(
      Object.fromEntries(
        inPath.map(({ name, schema }) => [
          name,
          fc.oneof(
            fc.constantFrom(...existingIds),
            text(schema).map((value) => value || '-'),
          ),
        ]),
      ),
    ),
    query: fc.array(
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(['surprise', '1'] as const) },
        { weight: 1, arbitrary: fc.constant(['lang', 'en'] as const) },
        ...inQuery.map(({ name, schema }) => ({ weight: 4, arbitrary: text(schema).map((value) => [name, value] as const) })),
      ),
      { maxLength: 4 },
    ),
    body:
      operation.body === null
        ? fc.constant(undefined)
        : fc.oneof({ weight: 4, arbitrary: valueOf(operation.body, document) }, { weight: 1, arbitrary: HOSTILE_JSON }),
  });
}

/** A value that fits a schema, but for an intruder here and there. */
function valueOf(schema: JsonSchema, document: ApiDocument, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingValue(schema, document, depth);
  return depth === 0 ? fitting : fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: HOSTILE_JSON });
}

function fittingValue(schema: JsonSchema, document: ApiDocument, depth: number): fc.Arbitrary<unknown> {
  if (depth > 8) return fc.constant(null);
  if (schema.$ref) return valueOf(document.components.schemas[schema.$ref.split('/').at(-1)!]!, document, depth);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, document, depth + 1)));
  if (schema.example !== undefined) return fc.constant(schema.example);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return objectOf(schema, document, depth);
    case 'array':
      return schema.prefixItems
        ? fc.tuple(...schema.prefixItems.map((item) => valueOf(item, document, depth + 1)))
        : fc.array(valueOf(schema.items ?? {}, document, depth + 1), {
            minLength: schema.minItems ?? 0,
            maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
          });
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? -1_000, -1e9), max: Math.min(schema.maximum ?? 1_000, 1e9) });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema);
    default:
      return HOSTILE_JSON;
  }
}

function objectOf(schema: JsonSchema, document: ApiDocument, depth: number): fc.Arbitrary<unknown> {
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [name, valueOf(member, document, depth + 1)] as const);
  const required = (schema.required ?? []).filter((name) => schema.properties?.[name]);
  return fc.record(Object.fromEntries(members), { requiredKeys: required });
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (schema.format === 'date-time')
    return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') }).map((date) => date.toISOString());
  return fc.string({ minLength: 1, maxLength: Math.min(schema.maxLength ?? 20, 20) });
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
