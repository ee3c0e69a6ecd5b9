import type { ReactNode } from 'react';
import type { NeedSearch } from './need-search';
import type { TerritoryNames } from './condition-words';

/** A territory as the look-up gives it: enough to name it, and to stand on it. */
export interface PickedTerritory {
  readonly id: string;
  readonly name: string;
  readonly point: { readonly lon: number; readonly lat: number } | null;
}

/** The page lends the look-up of another feature: label, help and what to do with the pick. */
export type TerritoryPicker = (field: {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly placeholder: string;
  readonly kind?: 'commune';
  readonly onPick: (territory: PickedTerritory) => void;
}) => ReactNode;

export interface StepProps {
  readonly need: NeedSearch;
  readonly change: (part: Partial<NeedSearch>) => void;
  /** What is wrong with a field, in a sentence. */
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly territoryPicker: TerritoryPicker;
  readonly territoryNames: TerritoryNames;
}
