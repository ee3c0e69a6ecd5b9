import { useQueries } from '@tanstack/react-query';
import type { TerritoryNames } from '../features/matching/need/condition-words';
import type { TerritoryPicker } from '../features/matching/need/step-props';
import { territoryNamed } from '../features/sites/sites.queries';
import { TerritoryField } from '../features/territories/territory-field';

/** The territories of a need by name; until one is known, its code stands in. */
export function useTerritoryNames(ids: readonly string[] | undefined): TerritoryNames {
  const named = useQueries({ queries: (ids ?? []).map(territoryNamed) });
  return Object.fromEntries((ids ?? []).flatMap((id, index) => (named[index]?.data ? [[id, named[index].data.name]] : [])));
}

/** The look-up of territories, lent to the steps of a need. */
export const pickTerritory: TerritoryPicker = (field) => <TerritoryField {...field} />;
