import { z } from 'zod';

export const erasureDone = z.object({ state: z.literal('erased') }).meta({ id: 'ErasureDone' });
export type ErasureDone = z.infer<typeof erasureDone>;
