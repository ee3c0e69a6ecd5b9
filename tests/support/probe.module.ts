import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allowed, Public } from '../../api/src/platform/http/access.js';
import { cursorOf, toPage } from '../../api/src/platform/http/cursor.js';
import { bbox, flag, geoPoint, id, instant, limit, listOf, pageOf } from '../../api/src/platform/http/fields.js';
import { problem } from '../../api/src/platform/http/problem.js';
import { Returns } from '../../api/src/platform/http/returns.js';

const thing = z.object({ id, name: z.string(), at: instant, area: z.number().nullable() }).meta({ id: 'ProbeThing' });
const newThing = z.object({
  name: z.string().trim().min(2).max(20),
  where: geoPoint.nullable().default(null),
  tags: z.array(z.string().max(5)).max(3).default([]),
});
const list = z.object({
  limit,
  after: cursorOf(z.tuple([z.int()])).optional(),
  kinds: listOf(z.enum(['plot', 'office'])).optional(),
  open: flag.optional(),
  bbox: bbox.optional(),
});
const ID = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f';

/** A controller that exists only to try the platform, in the shape every real one has. */
@Public()
@Controller('probe')
class ProbeController {
  @Get()
  @Returns(pageOf(z.object({ n: z.int() })))
  listThings(@Query({ schema: list }) query: z.output<typeof list>): unknown {
    const from = query.after?.[0] ?? 0;
    const rows = Array.from({ length: 7 }, (_, n) => ({ n: n + 1, secret: 'never leaves' })).filter(({ n }) => n > from);
    return toPage(rows.slice(0, query.limit + 1), query.limit, ({ n }) => [n]);
  }

  @Get('broken')
  @Returns(thing)
  breakContract(): unknown {
    return { id: ID, name: 3 };
  }

  @Get('crash')
  crash(): never {
    throw new Error('password=hunter2 in /etc/secret');
  }

  @Get('refused')
  refuse(): never {
    throw problem('changed-meanwhile', { detail: 'paused since Monday', facts: { state: 'paused' } });
  }

  @Get('tolerant')
  readTolerant(@Query({ schema: z.looseObject({ code: z.string() }) }) query: { code: string }): object {
    return { code: query.code };
  }

  @Get(':id')
  @Returns(thing)
  readThing(@Param({ schema: z.object({ id }) }) path: { id: string }): unknown {
    return { id: path.id, name: 'Gare', at: new Date('2026-11-23T10:00:00Z'), area: null, keyCode: '1234' };
  }

  @Post()
  @Returns(thing, { status: 201 })
  createThing(@Body({ schema: newThing }) body: z.output<typeof newThing>): unknown {
    return { id: ID, name: body.name, at: '2026-11-23T11:00:00+01:00', area: body.tags.length };
  }
}

@Allowed({ by: ['person'] })
@Controller('probe-private')
class PrivateProbeController {
  @Get()
  readPrivate(): object {
    return { secret: true };
  }
}

@Module({ controllers: [ProbeController, PrivateProbeController] })
export class ProbeModule {}
