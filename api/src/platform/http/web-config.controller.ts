import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Config } from '../../config.js';
import { InjectConfig } from '../config.token.js';
import { VERSION } from '../version.js';
import { Public } from './access.js';
import { language } from './fields.js';
import { LANGUAGES } from './request-context.js';
import { Returns } from './returns.js';

const webConfigSchema = z
  .object({
    version: z.string(),
    languages: z.array(language),
    mapTiles: z
      .object({ url: z.string(), attribution: z.string() })
      .nullable()
      .meta({ description: 'Background tiles; null = bundled outline' }),
    publisher: z
      .object({
        name: z.string(),
        address: z.string().nullable(),
        contact: z.string().nullable(),
        director: z.string().nullable(),
        host: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'Who answers for this installation (PUBLISHER_… variables); null = nobody said so' }),
  })
  .meta({ id: 'WebConfig' });

@ApiTags('platform')
@Controller('web-config')
export class WebConfigController {
  constructor(@InjectConfig() private readonly config: Config) {}

  @Get()
  @Public()
  @Returns(webConfigSchema)
  readWebConfig(): z.input<typeof webConfigSchema> {
    const { mapTiles, publisher } = this.config;
    return { version: VERSION, languages: [...LANGUAGES], mapTiles, publisher };
  }
}
