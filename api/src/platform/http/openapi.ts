import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { problemSchema } from './problem.js';
import { RouteInventory } from './route-inventory.js';

type JsonSchema = Record<string, unknown>;
const PROBLEM_ANSWER = {
  description: 'Refusal: RFC 9457 problem details; codes are listed in /api/docs/problems',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI 3.1 document of the running application, in a stable order so that a diff shows only real changes. */
export function openApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Terrain d’entente')
    .setDescription(
      'Places of public owners, needs of the social and solidarity economy, and why they fit. Refusals are RFC 9457 problems.',
    )
    .setVersion(version)
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (_controller: string, method: string) => method,
    standardSchemaConverter: (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) =>
      schema instanceof z.ZodType ? toJsonSchema(schema, schemaType) : undefined,
  });
  const access = new Map(
    app
      .get(RouteInventory)
      .all()
      .map((route) => [`${route.method} ${route.path}`, route.access]),
  );
  const schemas = { ...document.components?.schemas, ...componentsOf(problemSchema) };
  const paths = Object.fromEntries(
    Object.entries(document.paths)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([path, item]) => [path, withProblems(path, item as JsonSchema, access)]),
  );
  return { ...document, paths, components: { ...document.components, schemas: sorted(schemas) } };
}

function withProblems(path: string, item: JsonSchema, access: ReadonlyMap<string, string>): JsonSchema {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      const described = operation as { responses?: JsonSchema };
      return [
        method,
        {
          ...described,
          'x-access': access.get(`${method.toUpperCase()} ${path}`) ?? 'private',
          responses: { ...described.responses, default: PROBLEM_ANSWER },
        },
      ];
    }),
  );
}

/** Zod → JSON Schema 2020-12, the dialect of OpenAPI 3.1. Wrapping makes a named root schema a component like any other. */
function toJsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const json = z.toJSONSchema(z.object({ root: schema }), {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
      // Readers must tolerate new members: only schemas declared strict forbid them.
      if (def.type === 'object' && !('catchall' in def && def.catchall)) delete jsonSchema.additionalProperties;
      delete jsonSchema.id;
    },
  }) as unknown as { properties: { root: JsonSchema }; $defs?: Record<string, JsonSchema> };
  return { schema: json.properties.root, components: json.$defs ?? {} };
}

function componentsOf(schema: z.ZodType): Record<string, JsonSchema> {
  const refs = toJsonSchema(schema, 'output').components;
  return JSON.parse(JSON.stringify(refs).replaceAll('#/$defs/', '#/components/schemas/')) as Record<string, JsonSchema>;
}

function sorted<T>(entries: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a.localeCompare(b)));
}
