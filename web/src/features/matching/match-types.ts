import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type Need = Schemas['Need'];
export type ZonePart = Schemas['ZonePart'];
export type MatchResults = Schemas['TryResult'];
export type MatchSection = Schemas['MatchSection'];
export type Match = Schemas['Match'];
export type MatchedPlace = Schemas['MatchedPlace'];
export type ExplainedRow = Schemas['ExplainedCriterion'];
export type Eligibility = Schemas['Eligibility'];
export type WhatIf = Schemas['WhatIf'];
export type ProjectMatch = Schemas['ProjectMatch'];
export type ProjectMatches = Schemas['ProjectMatches'];
export type Lead = Schemas['Lead'];
export type MethodCriterion = Schemas['MethodCriterion'];
