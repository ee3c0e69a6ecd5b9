import { z } from 'zod';
import { instant } from '../../platform/http/fields.js';
import { siteCard } from '../sites/sites.schemas.js';

const byRegion = z
  .object({ id: z.string(), name: z.string(), offered: z.int(), ownerKnown: z.int(), leads: z.int() })
  .meta({ id: 'RegionFigures' });

export const homeFigures = z
  .object({
    offered: z.int(),
    ownerKnown: z.int(),
    leads: z.int(),
    floorAreaOnOfferM2: z.int().meta({ description: 'Known floor area of the places offered; unknown areas count for nothing' }),
    openProjects: z.int(),
    organisations: z.int().meta({ description: 'Owners and organisations with a place or a project here' }),
    demo: z.boolean().meta({ description: 'Some of what is counted is invented, for demonstration' }),
    byRegion: z.array(byRegion),
    recentlyPublished: z.array(siteCard),
    at: instant,
  })
  .meta({ id: 'HomeFigures' });
export type HomeFigures = z.infer<typeof homeFigures>;
