import { describe, expect, test } from '@jest/globals';
import { POLICY } from '../../api/src/app.policy.js';
import { refused } from '../../api/src/platform/access/authorise.js';
import { type Permission, REFUSALS, whyNotAllowed } from '../../api/src/platform/access/permission.js';
import { RouteInventory } from '../../api/src/platform/http/route-inventory.js';
import { asPerson } from '../support/actors.js';
import { givenWorld, type Standpoint, STANDPOINTS, type World } from '../support/access-world.js';
import { useTestApp } from '../support/test-app.js';
import { type Asked, ASKED } from './access-asked.js';

const t = useTestApp();
const routes = () => t.get(RouteInventory).all();
/** Routes that answer all alike, whoever is signed in, and say how long it may be kept. */
const SAME_FOR_ALL = ['readMatchFeed', 'getSiteTile'];
const NOBODY: Permission = { by: [] };

async function askOf(operationId: string, world: World): Promise<Asked> {
  return (await ASKED[operationId]?.(world)) ?? {};
}

/** Sends the request of a route as someone, in a world that no former request changed. */
async function ask(route: { method: string; path: string }, { path = {}, query, body }: Asked, { person }: World) {
  const address = route.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(path[name] ?? 'missing-in-the-table'));
  const client = person === null ? t.http() : asPerson(t, person.cookie);
  const request = client[route.method.toLowerCase() as 'get'](address)
    .redirects(0)
    .ok(() => true)
    .query(query ?? {});
  const { status, body: answer, headers } = await (body === undefined ? request : request.send(body));
  return { status, code: (answer as { code?: string }).code ?? null, keeping: headers['cache-control'] };
}

/** What the policy table foresees: a code of refusal, or null for those who may. */
function foreseen(permission: Permission, { scope = {}, hidden }: Asked, { actor }: World): string | null {
  const line = hidden ? { ...permission, hidden } : permission;
  const refusal = whyNotAllowed(line, actor, scope);
  return refusal === null ? null : refused(refusal, line).code;
}

function fits(expected: string | null, { status, code }: { status: number; code: string | null }, { except = [] }: Asked): boolean {
  if (expected !== null) return code === expected;
  const isRefusal = code !== null && ([...REFUSALS, 'not-found'] as readonly string[]).includes(code) && !except.includes(code);
  return !isRefusal && status < 500;
}

/** An answer to a person, to a write, or that refuses is for nobody else to keep; what a stranger reads is asked for again. Pages
 * of machines, outside /api, know no session. */
function keepingOf({ access, method, path }: { access: string; method: string; path: string }, { person }: World, status: number): string {
  const session = person !== null && path.startsWith('/api/');
  return access === 'public' && method === 'GET' && !session && status < 400 ? 'no-cache' : 'no-store';
}

describe('the access matrix', () => {
  test('has a line for every route, and none for a route that is gone', () => {
    const served = routes().map(({ operationId }) => operationId);
    expect(Object.keys(ASKED).sort()).toEqual([...served].sort());
  });

  test('finds each route that is not open to everyone bound to its own line of the policy table', () => {
    const astray = routes().filter(({ permission, access, operationId }) => access !== 'public' && permission !== POLICY[operationId]);
    expect(astray).toEqual([]);
  });

  test.each(STANDPOINTS)('opens to “%s” what the policy table opens, and nothing else', async (standpoint: Standpoint) => {
    const wrong: object[] = [];
    const kept: object[] = [];
    let world = await givenWorld(t, standpoint);
    for (const route of routes()) {
      // A thing that can be only once, and is there already, needs a world where it is not.
      const asked = await askOf(route.operationId, world).catch(async () => {
        world = await givenWorld(t, standpoint);
        return askOf(route.operationId, world);
      });
      const expected = foreseen(route.permission ?? NOBODY, asked, world);
      const { keeping, ...answer } = await ask(route, asked, world);
      if (keeping !== keepingOf(route, world, answer.status) && !SAME_FOR_ALL.includes(route.operationId)) {
        kept.push({ operation: route.operationId, keeping });
      }
      if (!fits(expected, answer, asked)) wrong.push({ operation: route.operationId, expected: expected ?? 'allowed', ...answer });
      // What was read or refused changes nothing: the next request finds the same world.
      if (asked.worldChanged || (route.method !== 'GET' && answer.status < 400)) world = await givenWorld(t, standpoint);
    }
    expect(wrong).toEqual([]);
    expect(kept).toEqual([]);
  });
});
