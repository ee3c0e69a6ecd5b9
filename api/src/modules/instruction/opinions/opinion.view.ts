import { type Actor, whyNotAllowed } from '../../../platform/access/permission.js';
import { asFiled, formOf } from '../../applications/application.view.js';
import { LOTS } from '../../applications/correction.rules.js';
import { questionsOf, visibleQuestions } from '../../calls/form/question.rules.js';
import type { Dossier } from '../instruction.criteria.js';
import { nextOpinionState, type OpinionStanding, standingOfOpinion } from './opinion.rules.js';
import { opinionsPolicy } from './opinions.policy.js';
import type { OpinionRow } from './opinions.queries.js';
import type { OpinionView, ReceivedOpinion, SharedOpinions } from './opinions.schemas.js';

/** What may be shown of a file: the places wished, then its sections. */
export function sectionsOf(dossier: Dossier): { id: string; title: string | null }[] {
  const places = (dossier.call?.lots.length ?? 0) > 0 ? [{ id: LOTS, title: null }] : [];
  return [...places, ...formOf(dossier).map(({ id, title }) => ({ id, title }))];
}

export function toOpinionView(actor: Actor, dossier: Dossier, row: OpinionRow, now: Date): OpinionView {
  const refusal = whyNotAllowed(opinionsPolicy.revokeOpinion, actor, { organisationId: dossier.owner.id });
  return {
    id: row.id,
    who: row.who,
    email: row.email,
    question: row.question,
    sections: [...row.sections],
    shared: row.shared,
    standing: standingOfOpinion(row, dossier, now),
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedBy,
    dueAt: row.dueAt.toISOString(),
    remindedAt: row.remindedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    reason: row.reason,
    answer: withSequence(row),
    actions: { revokeOpinion: refusal ?? (nextOpinionState(row.state, 'revoke') === null ? 'opinion-closed' : null) },
  };
}

/** For the applicant: those that are shared, once given. */
export function toSharedOpinions(rows: readonly OpinionRow[]): SharedOpinions {
  const items = rows.flatMap((row) => {
    const answer = row.shared ? answerOf(row) : null;
    return answer === null ? [] : [{ id: row.id, who: row.who, question: row.question, ...answer }];
  });
  return { items, next: null };
}

export function toReceived(dossier: Dossier, row: OpinionRow, filesAt: string, now: Date): ReceivedOpinion {
  const { owner, number, organisation, call, site } = dossier;
  const standing = standingOfOpinion(row, dossier, now);
  return {
    standing,
    who: row.who,
    owner: owner.name,
    number: number ?? '',
    organisation: organisation.name,
    target: call?.title ?? site?.name ?? '',
    question: row.question,
    shared: row.shared,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    reason: row.reason,
    answer: answerOf(row),
    file: isOpen(standing) ? { ...shownOf(dossier, row.sections), filesAt } : null,
  };
}

const isOpen = (standing: OpinionStanding): boolean => standing === 'asked';

/** Of what was filed, the sections chosen, their answers and their documents: nothing else leaves. */
export function shownOf(dossier: Dossier, sections: readonly string[]) {
  const filed = asFiled(dossier);
  const whole = formOf(filed);
  const visible = visibleQuestions(whole, filed.answers);
  const form = whole.filter(({ id }) => sections.includes(id));
  const questions = questionsOf(form).filter(({ id }) => visible.has(id));
  const shown = questions.map(({ id }) => id);
  const answers = Object.fromEntries(Object.entries(filed.answers).filter(([id]) => shown.includes(id)));
  const named = new Set(questions.flatMap(({ id, kind }) => (kind === 'file' ? ((answers[id] ?? []) as string[]) : [])));
  const kept = new Set(dossier.lastFiling?.content.files.map(({ id }) => id) ?? []);
  const withLots = sections.includes(LOTS);
  return {
    id: dossier.id,
    form,
    shown,
    answers,
    lots: withLots ? [...filed.lots] : [],
    lotsOffered: withLots ? [...(dossier.call?.lots ?? [])] : [],
    files: dossier.files
      .filter(({ id, state }) => named.has(id) && kept.has(id) && state === 'ready')
      .map(({ id, title, type, bytes, state, refusal, at }) => ({ id, title, type, bytes, state, refusal, at })),
  };
}

function answerOf({ answeredAt, signedBy, conclusion, answer }: OpinionRow) {
  if (answeredAt === null || signedBy === null || conclusion === null || answer === null) return null;
  return { conclusion, text: answer, signedBy, at: answeredAt.toISOString() };
}

function withSequence(row: OpinionRow): OpinionView['answer'] {
  const answer = answerOf(row);
  return answer === null ? null : { ...answer, sequence: row.sequence ?? 0 };
}
