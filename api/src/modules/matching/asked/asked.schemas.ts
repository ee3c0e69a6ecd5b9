import { z } from 'zod';

export const askedFields = z
  .object({
    projects: z.int().meta({ description: 'Projects that look for a place now' }),
    items: z.array(
      z.object({
        field: z.string().meta({ description: 'As in the completeness of a place: `tenure`, `features.electricity` …' }),
        projects: z.int().meta({ description: 'How many of them ask for it' }),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'AskedFields', description: 'What open projects ask of places: why an owner’s answer matters' });
export type AskedFields = z.infer<typeof askedFields>;
