import { createHash } from 'node:crypto';
import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { canonicalJson } from '../../platform/journal/act.js';
import { callStateAt } from '../calls/call.rules.js';
import { countedAnswers, eligibilityOf, questionsOf, reviewForm, visibleQuestions } from '../calls/form/question.rules.js';
import type { Answers, Form } from '../calls/form/question.schemas.js';
import { isReadByOwner, nextApplicationState, type Target, whyNotFile, whyNotWrite } from './application.rules.js';
import { applicationsPolicy } from './applications.policy.js';
import type { ApplicationRecord, Filed } from './applications.queries.js';
import type { ApplicationSummary, ApplicationView } from './applications.schemas.js';
import { LOTS, reopenedFields } from './correction.rules.js';

export const scopeOf = ({ organisation }: ApplicationRecord) => ({ organisationId: organisation.id });

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function timesOf({ state, opensAt, closesAt }: Pick<NonNullable<ApplicationRecord['call']>, 'state' | 'opensAt' | 'closesAt'>) {
  return { state, opensAt: instant(opensAt), closesAt: instant(closesAt) };
}

export function targetOf({ call, site, correction }: ApplicationRecord): Target {
  return {
    correctionDueAt: instant(correction?.dueAt ?? null),
    call: call === null ? null : timesOf(call),
    siteState: site?.state ?? null,
  };
}

/** The question under which a document of the call is attached. */
export const pieceId = (documentId: string): string => `piece-${documentId}`.slice(0, 40);

/** The questions of a call and, last, its documents. */
export function formOf({ form, call }: ApplicationRecord): Form {
  const documents = call?.documents ?? [];
  if (documents.length === 0) return form;
  const questions = documents.map(({ id, label, help, required }) => ({
    id: pieceId(id),
    kind: 'file' as const,
    label,
    help,
    required,
    shownIf: null,
    maxFiles: 3,
  }));
  return [...form, { id: 'pieces-jointes', title: 'Pièces à joindre', help: null, questions }];
}

/** Which fields are open again to the applicant; null when all are. */
export function openFields(application: ApplicationRecord): ReadonlySet<string> | null {
  return application.correction === null ? null : reopenedFields(formOf(application), application.correction.items);
}

/** While it is corrected, a file is what was filed but for the fields open again: what was written after the last filing does not slip in. */
export function asCorrectable(application: ApplicationRecord): ApplicationRecord {
  const open = openFields(application);
  const filed = application.lastFiling?.content;
  if (open === null || filed === undefined) return application;
  const pick = (answers: Answers, isOpen: boolean) => Object.entries(answers).filter(([id]) => open.has(id) === isOpen);
  return {
    ...application,
    answers: Object.fromEntries([...pick(filed.answers, false), ...pick(application.answers, true)]),
    lots: open.has(LOTS) ? application.lots : filed.lots,
  };
}

/** A file whose checks are still under way counts: nobody is late because a machine is busy. */
export function usableFiles({ files }: ApplicationRecord): Set<string> {
  return new Set(files.filter(({ state }) => state !== 'refused').map(({ id }) => id));
}

export function reviewOf(application: ApplicationRecord): ApplicationView['review'] {
  const form = formOf(application);
  const { answers, call, lots } = application;
  const rules = eligibilityOf(call?.eligibility ?? [], form, answers);
  // Nobody is held up by what they may not correct.
  const open = openFields(application);
  return {
    sections: reviewForm(form, answers, usableFiles(application)).map((section) => ({
      ...section,
      faults: section.faults
        .filter(({ question }) => open === null || open.has(question))
        .map((line) => ({ ...line, faults: [...line.faults] })),
    })),
    eligibility: rules.map(({ rule: { id, explanation, condition }, verdict }) => ({
      id,
      explanation,
      question: condition.question,
      verdict,
    })),
    lotMissing: (call?.lots.length ?? 0) > 0 && lots.length === 0,
  };
}

/** What would be filed now: the answers that count, the places wished, the files they name. */
export function contentOf(application: ApplicationRecord): Filed {
  const form = formOf(application);
  const answers = countedAnswers(form, application.answers);
  const named = new Set(questionsOf(form).flatMap(({ id, kind }) => (kind === 'file' ? ((answers[id] ?? []) as string[]) : [])));
  const files = application.files.filter(({ id }) => named.has(id)).map(({ id, sha256 }) => ({ id, sha256 }));
  return { answers, lots: [...application.lots], files };
}

/** What proves that a file is the one that was filed: who, for what, which answers, which documents. */
export function hashOf(application: ApplicationRecord, content: Filed): string {
  const { id, organisation, call, site } = application;
  const text = canonicalJson({
    application: id,
    organisation: organisation.id,
    call: call?.id ?? null,
    site: site?.id ?? null,
    ...content,
  });
  return createHash('sha256').update(text).digest('hex');
}

/** Who reads it, and as what: a member all of it, an agent of the owner what was filed, once it may be opened; null = nobody's. */
export function readerOf(actor: Actor | null, application: ApplicationRecord, now: Date): 'member' | 'owner' | null {
  const may = (organisationId: string) => whyNotAllowed(applicationsPolicy.getApplication, actor, { organisationId }) === null;
  if (may(application.organisation.id)) return 'member';
  const filings = application.lastFiling?.sequence ?? 0;
  return may(application.owner.id) && isReadByOwner(application.state, filings, targetOf(application), now) ? 'owner' : null;
}

export function toSummary(application: ApplicationRecord, now: Date): ApplicationSummary {
  const { id, title, state, organisation, owner, call, site, number, lastFiling, updatedAt } = application;
  const { sections } = reviewOf(application);
  const asked = sections.reduce((sum, section) => sum + section.asked, 0);
  const answered = sections.reduce((sum, section) => sum + section.answered, 0);
  const { call: times } = targetOf(application);
  return {
    id,
    title,
    state,
    organisation: { id: organisation.id, name: organisation.name },
    target: {
      kind: call === null ? 'place' : 'call',
      id: call?.id ?? site?.id ?? '',
      title: call?.title ?? site?.name ?? '',
      owner,
      callState: times === null ? null : callStateAt(times, now),
      opensAt: call?.opensAt ?? null,
      closesAt: call?.closesAt ?? null,
    },
    filed: number === null || lastFiling === null ? null : { number, sequence: lastFiling.sequence, at: lastFiling.arrivedAt },
    percent: asked === 0 ? 0 : Math.round((100 * answered) / asked),
    updatedAt,
  };
}

export function toApplicationView(actor: Actor, application: ApplicationRecord, reader: 'member' | 'owner', now: Date): ApplicationView {
  const read = reader === 'member' ? application : asFiled(application);
  const { version, reason, state, sources, lastFiling } = read;
  const form = formOf(read);
  const review = reviewOf(read);
  const target = targetOf(read);
  const refusal = (line: Permission) => whyNotAllowed(line, actor, scopeOf(read));
  const summary = toSummary(read, now);
  const isTheirs = reader === 'member';
  return {
    ...summary,
    now: now.toISOString(),
    version,
    reason,
    form,
    lotsOffered: [...(read.call?.lots ?? [])],
    answers: read.answers,
    lots: [...read.lots],
    shown: [...visibleQuestions(form, read.answers)],
    correction:
      read.correction === null ? null : { ...read.correction, items: [...read.correction.items], open: [...(openFields(read) ?? [])] },
    sources: isTheirs ? sources : {},
    files: filesFor(read, isTheirs),
    review,
    filed:
      summary.filed === null || lastFiling === null
        ? null
        : { ...summary.filed, hash: lastFiling.hash, current: hashOf(read, contentOf(read)) === lastFiling.hash },
    reader,
    actions: {
      updateApplication: refusal(applicationsPolicy.updateApplication) ?? whyNotWrite(state, target, now),
      fileApplication: refusal(applicationsPolicy.fileApplication) ?? whyNotFile(state, target, review, now),
      withdrawApplication:
        refusal(applicationsPolicy.withdrawApplication) ??
        (nextApplicationState(state, 'withdraw') === null ? 'application-state-forbids' : null),
    },
  };
}

/** The owner reads what stands: the last filing, whatever was written since. */
export function asFiled(application: ApplicationRecord): ApplicationRecord {
  const { lastFiling } = application;
  return lastFiling === null ? application : { ...application, answers: lastFiling.content.answers, lots: lastFiling.content.lots };
}

/** Of the files sent, the owner sees those of what was filed. */
function filesFor({ files, lastFiling }: ApplicationRecord, isTheirs: boolean): ApplicationView['files'] {
  const filedOnes = new Set(lastFiling?.content.files.map(({ id }) => id) ?? []);
  return files
    .filter(({ id }) => isTheirs || filedOnes.has(id))
    .map(({ id, title, type, bytes, state, refusal, at }) => ({ id, title, type, bytes, state, refusal, at }));
}
