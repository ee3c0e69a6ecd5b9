import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { openApiDocument } from '../../api/src/platform/http/openapi.js';
import { asPerson, givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { type ApiDocument, type GeneratedRequest, type Operation, operationsOf, requestOf } from '../support/openapi-requests.js';
import { useTestApp } from '../support/test-app.js';

/** Over all operations; `FUZZ_REQUESTS=100000` looks longer. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 3_500);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261123);
const t = useTestApp({ content: 'demo' });
let ids: string[];

/** With places in the database, queries have rows to read and cursors to give. */
beforeAll(async () => {
  const found = await t.db.query<{ id: string }[]>(
    `(select id::text from site limit 20) union all (select id::text from project limit 5) union all (select id::text from territory limit 5)
     union all (select id::text from organisation limit 5)`,
  );
  ids = found.map(({ id }) => id);
});

/** Someone who may do nearly everything, so that bad input gets past the door; new for each operation, which may end their session. */
async function givenInsider(): Promise<Person> {
  const organisationId = await givenOrganisation(t);
  await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
  return givenPerson(t, { platformRole: 'platform_administrator', memberOf: [{ organisationId, role: 'administrator' }] });
}

async function send({ method, path }: Operation, request: GeneratedRequest, sender: Person | null) {
  const address = path.replace(/\{(\w+)\}/g, (_all, name: string) => encoded(request.path[name] ?? '-'));
  const query = request.query.map(([name, value]) => `${name}=${encoded(value)}`).join('&');
  const client = sender === null ? t.http() : asPerson(t, sender.cookie);
  const sent = client[method as 'get'](`${address}?${query}`)
    .ok(() => true)
    .redirects(0)
    .buffer(true);
  return request.body === undefined ? sent : sent.set('Content-Type', 'application/json').send(JSON.stringify(request.body));
}

/** Half a surrogate pair cannot be percent-encoded: it goes as the replacement character, like from a browser. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function validators(document: ApiDocument): (schema: unknown) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, code: { optimize: false } });
  ajv.addSchema({ $id: 'api', components: document.components });
  return (schema) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as object);
}

describe('whatever is sent to the API', () => {
  test('it answers what it documents or a readable problem, and never breaks', async () => {
    const document = openApiDocument(t.app, 'test') as unknown as ApiDocument;
    const validatorOf = validators(document);
    const isProblem = validatorOf({ $ref: '#/components/schemas/Problem' });
    const answered: Record<string, number> = {};
    const operations = operationsOf(document);
    const perOperation = Math.ceil(REQUESTS / operations.length);
    process.stdout.write(`bad input: seed ${SEED}, ${perOperation} requests to each of ${operations.length} operations\n`);
    for (const operation of operations) {
      const insider = await givenInsider();
      const okSchema = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1].content?.['application/json']
        ?.schema;
      const isDocumented = okSchema && validatorOf(okSchema);
      await fc
        .assert(
          fc.asyncProperty(requestOf(operation, document, ids), fc.boolean(), async (request, inside) => {
            const { status, headers, body, text } = await send(operation, request, inside ? insider : null);
            answered[status] = (answered[status] ?? 0) + 1;
            if (status >= 500) throw new Error(`${status}: ${text}`);
            if (status >= 400) {
              expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
              expect({ fits: isProblem(body), errors: isProblem.errors }).toEqual({ fits: true, errors: null });
            } else if (isDocumented) {
              expect({ fits: isDocumented(body), errors: isDocumented.errors }).toEqual({ fits: true, errors: null });
            }
          }),
          { numRuns: perOperation, seed: SEED, endOnFailure: true },
        )
        .catch((error: unknown) => {
          throw new Error(`${operation.method} ${operation.path}: ${error instanceof Error ? error.message : String(error)}`);
        });
    }
    expect(Object.values(answered).reduce((total, count) => total + count, 0)).toBeGreaterThanOrEqual(REQUESTS);
    expect(answered['200']).toBeGreaterThan(50);
    expect(answered['422']).toBeGreaterThan(50);
  }, 300_000);
});
