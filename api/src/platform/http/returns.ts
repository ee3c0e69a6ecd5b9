import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * What a route answers: documents it, and prunes the value to it (nothing undeclared ever leaves).
 * Never a bare array: the serializer would apply the schema to each item; return `{ items, next }`.
 */
export function Returns(schema: z.ZodType, { status = 200, description = 'OK' } = {}) {
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description, standardSchema: schema as never }),
    SerializeOptions({ schema: schema }),
  );
}
