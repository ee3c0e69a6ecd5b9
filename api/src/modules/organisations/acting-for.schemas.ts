import { z } from 'zod';
import { id } from '../../platform/http/fields.js';

export const actForInput = z.object({ organisationId: id.nullable().meta({ description: 'null = for oneself' }) });
export type ActForInput = z.infer<typeof actForInput>;

export const actingForView = z.object({ actingFor: id.nullable() }).meta({ id: 'ActingFor' });
export type ActingForView = z.infer<typeof actingForView>;
