import { describe, expect, test } from '@jest/globals';
import { changesOf, placeEvent, type PlaceFacts, type PlaceStanding } from './place-change.rules.js';

const place = (given: Partial<PlaceFacts> = {}): PlaceFacts => ({
  name: 'Gare de Villiers',
  commune: 'Langres',
  communeId: 'commune:52269',
  organisationId: null,
  state: 'published',
  standing: 'offered',
  tenures: ['civil_lease'],
  costCentsPerYear: 600_000,
  priceCents: null,
  availableFrom: '2027-01-01',
  floorMinM2: 200,
  floorMaxM2: 200,
  landAreaM2: null,
  ...given,
});
const stands = (standing: PlaceStanding, state: PlaceFacts['state'] = 'published') => place({ standing, state });

describe('what happened to a place between two looks', () => {
  test.each<[string, PlaceFacts | null, PlaceFacts, boolean, string | null]>([
    ['a new place is offered', null, place(), true, 'place_offered'],
    ['a place long offered is met for the first time', null, place(), false, null],
    ['a lead is met', null, stands('lead', 'potential'), true, null],
    ['a lead is offered', stands('lead', 'potential'), place(), false, 'place_offered'],
    ['a lead is dropped', stands('lead', 'potential'), stands('gone', 'closed'), false, null],
    ['nothing moved', place(), place(), true, null],
    ['only its name changed', place(), place({ name: 'Gare' }), false, null],
    ['an application is being studied', place(), place({ state: 'under_interest' }), false, null],
    ['its area is known now', place({ floorMinM2: null, floorMaxM2: null }), place(), false, 'place_changed'],
    ['it is paused', place(), stands('gone', 'paused'), false, 'place_paused'],
    ['it is resumed', stands('gone', 'paused'), place(), false, 'place_offered_again'],
    ['it is closed', place(), stands('gone', 'closed'), false, 'place_closed'],
    ['moderators take it back to its draft', place(), stands('gone', 'draft'), false, 'place_withdrawn'],
    ['it becomes a lead again', place(), stands('lead'), false, 'place_withdrawn'],
    ['it was paused and is closed', stands('gone', 'paused'), stands('gone', 'closed'), false, null],
    ['a project is chosen', place(), stands('taken', 'awarded'), false, 'place_awarded'],
    ['the project moves in', stands('taken', 'awarded'), stands('taken', 'occupied'), false, 'place_occupied'],
    ['the choice falls', stands('taken', 'awarded'), place(), false, 'place_offered_again'],
    ['an occupied place is closed', stands('taken', 'occupied'), stands('gone', 'closed'), false, 'place_closed'],
    ['nothing moved in an occupied place', stands('taken', 'occupied'), stands('taken', 'occupied'), false, null],
    ['an occupied place is met for the first time', null, stands('taken', 'occupied'), true, null],
  ])('%s', (_what, before, after, isFresh, expected) => {
    expect(placeEvent(before, after, isFresh)?.kind ?? null).toBe(expected);
  });

  test.each<[string, Partial<PlaceFacts>, string[]]>([
    ['tenure', { tenures: ['civil_lease', 'sale'] }, ['tenure']],
    ['rent', { costCentsPerYear: null }, ['cost']],
    ['price', { priceCents: 5_000_000 }, ['cost']],
    ['date', { availableFrom: '2027-03-01' }, ['availability']],
    ['smallest area', { floorMinM2: 50 }, ['area']],
    ['land', { landAreaM2: 1_200 }, ['land']],
    ['several at once, in the order of the list', { landAreaM2: 1, tenures: [], availableFrom: null }, ['tenure', 'availability', 'land']],
    ['nothing that matters', { name: 'X', commune: 'Y', organisationId: 'z' }, []],
  ])('names what changed: %s', (_what, change, expected) => {
    expect(changesOf(place(), place(change))).toEqual(expected);
  });
});
