import { Inject, Injectable, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { z } from 'zod';

/** NestJS's own pruning of responses; a mismatch names the place, because it is our fault and must be quick to find. */
@Injectable()
export class ContractSerializer extends StandardSchemaSerializerInterceptor {
  constructor(@Inject(Reflector) reflector: Reflector) {
    super(reflector);
  }

  override async transformToPlain(
    ...[value, schema]: Parameters<StandardSchemaSerializerInterceptor['transformToPlain']>
  ): Promise<object> {
    const result = await schema['~standard'].validate(value);
    if (!result.issues) return result.value as object;
    throw new Error(`The answer does not match its contract:\n${z.prettifyError(new z.ZodError(result.issues as z.core.$ZodIssue[]))}`);
  }
}
