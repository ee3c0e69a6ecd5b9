import type { BodyNumber } from '../organisation.identity.rules.js';
import type { LegalForm, PublicOwnerKind } from '../organisation.vocabulary.js';

/** `unavailable`: no register could be asked, or none answered in time. Never a reason to refuse a claim. */
export const REGISTER_ANSWERS = ['found', 'unknown', 'unavailable'] as const;

/** What a register says of one body. Unknown is null. */
export interface RegisteredBody {
  readonly name: string;
  readonly siret: string | null;
  readonly rna: string | null;
  readonly legalForm: LegalForm | null;
  readonly ownerKind: PublicOwnerKind | null;
  /** INSEE code of the commune of the seat or establishment. */
  readonly communeCode: string | null;
  /** False: closed or dissolved. */
  readonly active: boolean | null;
  readonly source: { readonly register: string; readonly asOf: string | null };
}

export type RegisterAnswer =
  { readonly status: 'found'; readonly body: RegisteredBody } | { readonly status: 'unknown' | 'unavailable'; readonly body: null };

/** One way of asking: our own rows, a file, a service over HTTP. Answers `unavailable` rather than throwing. */
export interface RegisterSource {
  find(number: BodyNumber): Promise<RegisterAnswer>;
}

export const UNKNOWN: RegisterAnswer = { status: 'unknown', body: null };
export const UNAVAILABLE: RegisterAnswer = { status: 'unavailable', body: null };
