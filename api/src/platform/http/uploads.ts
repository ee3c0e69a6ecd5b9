import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';

const UPLOADS_KEY = 'terrain:uploads';

/** A route that takes one file as `multipart/form-data`; all others take JSON and nothing else. */
export const TakesFile = () =>
  applyDecorators(
    SetMetadata(UPLOADS_KEY, true),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] } }),
  );

export function takesFile(reflector: Reflector, handler: object): boolean {
  return reflector.get<boolean | undefined>(UPLOADS_KEY, handler as () => unknown) === true;
}
