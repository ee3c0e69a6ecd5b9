import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components, paths } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type InstructionLine = Schemas['InstructionLine'];
export type InstructionPage = Schemas['InstructionPage'];
export type Instruction = Schemas['Instruction'];
export type InstructionCriterion = Schemas['InstructionCriterion'];
export type InstructionSettings = Schemas['InstructionSettings'];
export type InstructionActs = Schemas['InstructionActs'];
export type ActsDone = Schemas['InstructionActsDone']['items'];
export type CheckLine = Schemas['WriteChecks']['lines'][number];
export type CorrectionAsked = Schemas['RequestCorrection'];
export type Shortlist = Schemas['Shortlist'];
export type OwnerTask = Schemas['OwnerTask'];
export type LabelColour = InstructionSettings['labels'][number]['colour'];
export type InstructionQuery = NonNullable<paths['/api/calls/{id}/instruction']['get']['parameters']['query']>;

/** The files of a call, or the direct requests to an organisation. */
export interface Scope {
  readonly kind: 'call' | 'requests';
  readonly id: string;
}

export function instructionOf(scope: Scope, query: InstructionQuery) {
  return infiniteQueryOptions({
    queryKey: ['instruction', 'list', scope.kind, scope.id, query],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id: scope.id }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } };
      return scope.kind === 'call'
        ? unwrap(api.GET('/api/calls/{id}/instruction', { params, signal }))
        : unwrap(api.GET('/api/organisations/{id}/instruction', { params, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function instructionById(id: string) {
  return queryOptions({
    queryKey: ['instruction', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/instruction/{id}', { params: { path: { id } }, signal })),
  });
}

export function instructionSettings(organisationId: string) {
  return queryOptions({
    queryKey: ['instruction', 'settings', organisationId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/organisations/{id}/instruction-settings', { params: { path: { id: organisationId } }, signal })),
  });
}

export function ownerDesk(organisationId: string) {
  return queryOptions({
    queryKey: ['instruction', 'desk', organisationId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/organisations/{id}/owner-desk', { params: { path: { id: organisationId } }, signal })),
  });
}

export function shortlistOf(callId: string) {
  return queryOptions({
    queryKey: ['instruction', 'shortlist', callId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/calls/{id}/shortlist', { params: { path: { id: callId } }, signal })),
  });
}

/** What an act answers is the file as it now is; lists and the file itself are read anew. */
export async function settle(client: QueryClient, answer: Promise<Instruction>): Promise<void> {
  const instruction = await answer;
  client.setQueryData(instructionById(instruction.id).queryKey, instruction);
  await Promise.all([
    client.invalidateQueries({ queryKey: ['instruction', 'list'] }),
    client.invalidateQueries({ queryKey: ['applications'] }),
  ]);
}

export const announceShortlist = (callId: string, { keep, leave }: Pick<Shortlist, 'keep' | 'leave'>) =>
  unwrap(api.POST('/api/calls/{id}/shortlist', { params: { path: { id: callId } }, body: { keep, leave } }));
export const markRead = (id: string) => unwrap(api.PUT('/api/instruction/{id}/read', { params: { path: { id } } }));
export const writeChecks = (id: string, lines: CheckLine[]) =>
  unwrap(api.PUT('/api/instruction/{id}/checks', { params: { path: { id } }, body: { lines } }));
export const actOn = (body: InstructionActs) => unwrap(api.POST('/api/instruction/acts', { body }));
export const undoActs = (acts: string[]) => unwrap(api.POST('/api/instruction/acts/undo', { body: { acts } }));
