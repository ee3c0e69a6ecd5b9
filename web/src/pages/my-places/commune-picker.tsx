import { TerritoryField } from '../../features/territories/territory-field';
import type { CommunePicker } from '../../features/sites/keep/kept-location';

/** Communes of the official code, as one types: nothing leaves our own server. */
export const communePicker: CommunePicker = ({ onPick, ...field }) => (
  <TerritoryField {...field} kind="commune" keepsPick onPick={({ id, name, point }) => onPick({ id, name, point })} />
);
