import { RequestMethod } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { describe, expect, test } from '@jest/globals';
import { RouteInventory } from '../../api/src/platform/http/route-inventory.js';
import { VERSION } from '../../api/src/platform/version.js';
import { openApiDocument } from '../../api/src/platform/http/openapi.js';
import { givenOrganisation, givenPerson } from '../support/actors.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
/** An identity provider adds parameters of its own to its answer. */
const TOLERANT = 'finishOidc';
const routes = () => t.get(RouteInventory).all();
/** Kinds of handler arguments that carry what people send (NestJS RouteParamtypes). */
const SENT = { 3: 'body', 4: 'query', 5: 'path' } as const;

interface Argument {
  readonly data?: unknown;
  readonly schema?: unknown;
}

describe('every route', () => {
  test('says who may use it', () => {
    expect(routes().filter(({ access }) => access === 'undeclared')).toEqual([]);
  });

  test('has a name of its own, which is the client’s function', () => {
    const names = routes().map(({ operationId }) => operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('under the API is in the OpenAPI document, and the document invents none', () => {
    const documented = Object.entries(openApiDocument(t.app, VERSION).paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = routes().filter(
      ({ path, method }) => (path.startsWith('/api/') || path.startsWith('/health/')) && method in RequestMethod,
    );
    expect(documented.sort()).toEqual(served.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('checks all it is sent against a schema, as one object', () => {
    const unchecked = t.app
      .get(DiscoveryService, { strict: false })
      .getControllers()
      .flatMap(({ metatype }) => {
        if (typeof metatype !== 'function') return [];
        return Object.getOwnPropertyNames(metatype.prototype).flatMap((method) => {
          const sent = (Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, method) ?? {}) as Record<string, Argument>;
          return Object.entries(sent)
            .filter(([key, { schema, data }]) => Number(key.split(':')[0]) in SENT && (schema === undefined || data !== undefined))
            .map(() => `${metatype.name}.${method}`);
        });
      });
    expect(unchecked).toEqual([]);
  });

  test('under the API refuses a parameter it does not declare, whoever asks', async () => {
    const organisationId = await givenOrganisation(t);
    const insider = await givenPerson(t, { platformRole: 'platform_administrator', memberOf: [{ organisationId, role: 'administrator' }] });
    const wrong: object[] = [];
    for (const { method, path, operationId } of routes().filter(
      (route) => route.path.startsWith('/api/') && route.operationId !== TOLERANT,
    )) {
      const address = path.replace(/\{\w+\}/g, '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f');
      const { status, body } = await insider.http()[method.toLowerCase() as 'get'](`${address}?lang=en&surprise=1`).redirects(0);
      const faults = (body as { errors?: { in: string; pointer: string }[] }).errors ?? [];
      // Where a body or a path is wrong too, either may be told first.
      if (status !== 422 || !faults.some(({ in: part, pointer }) => part !== 'query' || pointer === '/surprise')) {
        wrong.push({ operationId, status, faults });
      }
    }
    expect(wrong).toEqual([]);
  });

  test('that is not public is refused to strangers', async () => {
    for (const { method, path } of routes().filter(({ access }) => access !== 'public')) {
      const address = path.replace(/\{\w+\}/g, '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f');
      const { status } = await t.http()[method.toLowerCase() as 'get'](address);
      expect({ method, path, status }).toEqual({ method, path, status: 401 });
    }
  });
});
