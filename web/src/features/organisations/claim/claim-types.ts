import type { ReactNode } from 'react';
import { api, unwrap } from '../../../api/client';
import type { paths } from '../../../api/schema.gen';

export type Kind = 'public_owner' | 'ess';

export function askRegister(number: { readonly siret: string } | { readonly rna: string }) {
  return unwrap(api.POST('/api/organisations/lookup', { body: number }));
}
export type RegisterAnswer = Awaited<ReturnType<typeof askRegister>>;
export type RegisteredBody = NonNullable<RegisterAnswer['body']>;

export type ClaimBody = paths['/api/organisations']['post']['requestBody']['content']['application/json'];

/** What is known when the confirmation begins: the number typed and what a register says of it. */
export interface ClaimStart {
  readonly kind: Kind;
  readonly siret: string | null;
  readonly rna: string | null;
  readonly body: RegisteredBody | null;
  /** The one we know already under this number, without members: it is claimed, not made twice. */
  readonly knownAs: string | null;
}

export interface Claimed {
  readonly id: string;
}

export interface TerritoryControlProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly kind?: 'region' | 'department' | 'epci' | 'commune';
  readonly initial?: { readonly id: string; readonly name: string } | null;
}
/** A control that answers with a territory, lent by the page. */
export type TerritoryControl = (props: TerritoryControlProps) => ReactNode;
