import { asChoice, asChoices, asText, withoutBlanks } from '../../lib/search-string';
import type { InstructionLine, InstructionQuery } from './instruction.queries';

const STATES = [
  'filed',
  'correction_requested',
  'invited',
  'not_shortlisted',
  'admissible',
  'inadmissible',
  'under_review',
  'shortlisted',
  'selected',
  'waiting_list',
  'not_selected',
  'withdrawn',
  'obsolete',
] as const satisfies readonly InstructionLine['state'][];
export const CHECKS = ['untouched', 'started', 'fails', 'passes'] as const satisfies readonly InstructionLine['check'][];
export const SORTS = ['number', 'organisation', 'filed', 'waiting'] as const;

/** The filters of a work list, as its address says them. */
export interface InstructionSearch {
  readonly etat?: (typeof STATES)[number][] | undefined;
  readonly verif?: InstructionLine['check'][] | undefined;
  readonly etiquette?: string | undefined;
  readonly lieu?: string | undefined;
  readonly confie?: string | undefined;
  readonly nonlus?: 'oui' | undefined;
  readonly q?: string | undefined;
  readonly tri?: (typeof SORTS)[number] | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const asId = (value: unknown) => {
  const text = asText(value);
  return text !== undefined && UUID.test(text) ? text : undefined;
};

export function readInstructionSearch(search: Record<string, unknown>): InstructionSearch {
  const confie = asText(search['confie']);
  return withoutBlanks({
    etat: asChoices(search['etat'], STATES),
    verif: asChoices(search['verif'], CHECKS),
    etiquette: asId(search['etiquette']),
    lieu: asId(search['lieu']),
    confie: confie === 'moi' || confie === 'personne' ? confie : asId(confie),
    nonlus: asChoice(search['nonlus'], ['oui'] as const),
    q: asText(search['q'])?.slice(0, 200),
    tri: asChoice(search['tri'], SORTS),
  });
}

const ASSIGNED: Readonly<Record<string, string>> = { moi: 'me', personne: 'nobody' };

export function queryOf({ etat, verif, etiquette, lieu, confie, nonlus, q, tri }: InstructionSearch): InstructionQuery {
  return withoutBlanks({
    state: etat?.join(','),
    check: verif?.join(','),
    label: etiquette,
    lot: lieu,
    assigned: confie === undefined ? undefined : (ASSIGNED[confie] ?? confie),
    unread: nonlus === 'oui' ? true : undefined,
    q: q?.trim(),
    sort: tri,
  }) as InstructionQuery;
}
