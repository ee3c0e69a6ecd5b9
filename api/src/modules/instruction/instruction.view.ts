import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { nextApplicationState } from '../applications/application.rules.js';
import { formOf } from '../applications/application.view.js';
import type { ApplicationCorrections } from '../applications/application-corrections.service.js';
import { LOTS, whyNotPassOver } from '../applications/correction.rules.js';
import { questionsOf } from '../calls/form/question.rules.js';
import type { CheckedCriterion } from './instruction-desk.js';
import type { Dossier } from './instruction.criteria.js';
import { instructionPolicy } from './instruction.policy.js';
import type { historyFor, keptAbout } from './instruction.queries.js';
import { type InstructionRefusal, isStale, standingOf, verdictOf, whyNotAdmit, whyNotCheck } from './instruction.rules.js';
import type { InstructionView } from './instruction.schemas.js';
import type { NoteRow } from './notes.queries.js';
import { type OpinionRefusal, whyNotAsk } from './opinions/opinion.rules.js';
import { sectionsOf, toOpinionView } from './opinions/opinion.view.js';
import { opinionsPolicy } from './opinions/opinions.policy.js';
import type { OpinionRow } from './opinions/opinions.queries.js';

export interface InstructionParts {
  readonly criteria: readonly CheckedCriterion[];
  readonly corrections: Awaited<ReturnType<ApplicationCorrections['ofApplication']>>;
  readonly kept: Awaited<ReturnType<typeof keptAbout>>;
  readonly notes: readonly NoteRow[];
  readonly opinions: readonly OpinionRow[];
  readonly history: Awaited<ReturnType<typeof historyFor>>;
}

export function toInstructionView(actor: Actor, dossier: Dossier, now: Date, parts: InstructionParts): InstructionView {
  const { id, state, reason, number, lastFiling, organisation, owner, call, site } = dossier;
  const labels = new Map(questionsOf(formOf(dossier)).map((question) => [question.id, question.label]));
  const hasLots = (call?.lots.length ?? 0) > 0;
  return {
    id,
    state,
    reason,
    number: number ?? '',
    sequence: lastFiling?.sequence ?? 0,
    organisation: { id: organisation.id, name: organisation.name },
    ownerId: owner.id,
    target: { kind: call === null ? 'place' : 'call', id: call?.id ?? site?.id ?? '', title: call?.title ?? site?.name ?? '' },
    now: now.toISOString(),
    standing: standingOf(parts.criteria),
    criteria: parts.criteria.map((criterion) => ({
      key: criterion.key,
      kind: criterion.kind,
      label: criterion.label,
      question: criterion.question,
      computed: criterion.computed,
      verdict: verdictOf(criterion),
      isStale: isStale(criterion),
      note: criterion.check?.note ?? null,
      version: criterion.check?.version ?? 0,
      who: criterion.check?.who ?? null,
      at: criterion.check?.at.toISOString() ?? null,
    })),
    corrections: parts.corrections.map(({ askedAt, dueAt, closedAt, items, ...line }) => ({
      ...line,
      askedAt: askedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      items: items.map((item) => ({ ...item, label: labels.get(item.field) ?? null })),
    })),
    fields: [...(hasLots ? [{ field: LOTS, label: null }] : []), ...[...labels].map(([field, label]) => ({ field, label }))],
    sections: sectionsOf(dossier),
    opinions: parts.opinions.map((row) => toOpinionView(actor, dossier, row, now)),
    ...parts.kept,
    notes: parts.notes.map(({ accountId, at, editedAt, ...note }) => ({
      ...note,
      isMine: accountId === actor.accountId,
      at: at.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
    })),
    history: parts.history.map((line) => ({ ...line, at: line.at.toISOString() })),
    actions: actionsOn(actor, dossier, parts, now),
  };
}

/** What this agent may do now, else why not; whether a refusal names its criteria is judged when it is sent. */
function actionsOn(actor: Actor, dossier: Dossier, { criteria, opinions }: InstructionParts, now: Date): InstructionView['actions'] {
  const { state, organisation, owner, correction } = dossier;
  const isTheirs = actor.memberships.some(({ organisationId }) => organisationId === organisation.id);
  const may = (line: Permission, why: InstructionRefusal | OpinionRefusal | null) =>
    whyNotAllowed(line, actor, { organisationId: owner.id }) ?? (isTheirs ? 'own-application' : why);
  const dueAt = correction === null ? null : new Date(correction.dueAt);
  const moves = (action: 'refuseAdmission' | 'takeBackAdmission' | 'requestCorrection' | 'endCorrection') =>
    nextApplicationState(state, action) === null ? ('application-state-forbids' as const) : null;
  return {
    writeChecks: may(instructionPolicy.writeChecks, whyNotCheck(state)),
    admitApplication: may(instructionPolicy.admitApplication, whyNotAdmit(state, criteria)),
    refuseAdmission: may(
      instructionPolicy.refuseAdmission,
      moves('refuseAdmission') ?? (whyNotPassOver(dueAt, now) === null ? null : 'correction-under-way'),
    ),
    takeBackAdmission: may(instructionPolicy.takeBackAdmission, moves('takeBackAdmission')),
    requestCorrection: may(instructionPolicy.requestCorrection, moves('requestCorrection')),
    endCorrection: may(instructionPolicy.endCorrection, moves('endCorrection')),
    writeNote: may(instructionPolicy.writeNote, null),
    askOpinion: may(opinionsPolicy.askOpinion, whyNotAsk(dossier, opinions.length)),
  };
}
