import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { Request } from 'express';
import { parametersOutside, refuse } from './validation.pipe.js';

/** NestJS's kind of a handler's `@Query()` argument (RouteParamtypes). */
const QUERY = '4';
const NONE: ReadonlySet<string> = new Set();

/**
 * A route that declares no query takes none: its pipe would never see a parameter, and ignoring one answers another question than
 * the one asked. Pages of machines outside /api stay tolerant: probes and crawlers add parameters of their own.
 */
@Injectable()
export class KnownQueryOnly implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.path.startsWith('/api/') && !takesQuery(context)) {
      const unknown = parametersOutside(NONE, request.query);
      if (unknown.length > 0) throw refuse(unknown);
    }
    return next.handle();
  }
}

function takesQuery(context: ExecutionContext): boolean {
  const sent = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {}) as object;
  return Object.keys(sent).some((key) => key.split(':')[0] === QUERY);
}
