import { createHash } from 'node:crypto';
import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { canonicalJson } from '../../platform/journal/act.js';
import { callStateAt } from '../calls/call.rules.js';
import { countedAnswers, eligibilityOf, formOfStep, questionsOf, reviewForm, visibleQuestions } from '../calls/form/question.rules.js';
import type { Answers, Form } from '../calls/form/question.schemas.js';
import { closingOf, isReadByOwner, nextApplicationState, type Target, whyNotFile, whyNotWrite } from './application.rules.js';
import { applicationsPolicy, SHARED_WITH_PARTNERS } from './applications.policy.js';
import type { ApplicationRecord, Filed } from './applications.queries.js';
import type { ApplicationSummary, ApplicationView } from './applications.schemas.js';
import { LOTS, reopenedFields } from './correction.rules.js';

export const scopeOf = ({ organisation }: ApplicationRecord) => ({ organisationId: organisation.id });

/** The organisation for which this person may: the one that leads, or a partner where the line is shared; the one that leads when none. */
export function scopeFor(line: Permission, actor: Actor | null, { organisation, partners }: ApplicationRecord) {
  const writing = [organisation, ...(SHARED_WITH_PARTNERS.has(line) ? partners : [])];
  const theirs = writing.find(({ id }) => whyNotAllowed(line, actor, { organisationId: id }) === null);
  return { organisationId: (theirs ?? organisation).id };
}

/** A member of a partner organisation, and not of the one that leads. */
export function isPartner(actor: Actor | null, { organisation, partners }: ApplicationRecord): boolean {
  const may = (organisationId: string) => whyNotAllowed(applicationsPolicy.getApplication, actor, { organisationId }) === null;
  return !may(organisation.id) && partners.some(({ id }) => may(id));
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

type Times = Pick<NonNullable<ApplicationRecord['call']>, 'state' | 'opensAt' | 'firstClosesAt' | 'closesAt'>;
export function timesOf({ state, opensAt, firstClosesAt, closesAt }: Times) {
  return { state, opensAt: instant(opensAt), firstClosesAt: instant(firstClosesAt), closesAt: instant(closesAt) };
}

export function targetOf({ call, site, correction, step }: ApplicationRecord): Target {
  return {
    step,
    correctionDueAt: instant(correction?.dueAt ?? null),
    call: call === null ? null : timesOf(call),
    siteState: site?.state ?? null,
  };
}

/** The question under which a document of the call is attached. */
export const pieceId = (documentId: string): string => `piece-${documentId}`.slice(0, 40);

/** Of a call, the documents asked at the step where this file is. */
export function documentsOf({ call, step }: ApplicationRecord) {
  const documents = call?.documents ?? [];
  return step === 'first' ? documents.filter(({ id }) => call?.firstStep?.documents.includes(id)) : documents;
}

/** The questions asked at the step where this file is and, last, the documents. */
export function formOf(application: ApplicationRecord): Form {
  const { call, step } = application;
  const form = formOfStep(application.form, step === 'first' ? (call?.firstStep ?? null) : null);
  const documents = documentsOf(application);
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

/** A document is among what the owner asked to correct. */
export function answersCorrection(application: ApplicationRecord): boolean {
  const open = openFields(application);
  return open !== null && questionsOf(formOf(application)).some(({ id, kind }) => kind === 'file' && open.has(id));
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
  const partners = application.partners.length > 0 ? { partners: application.partners } : {};
  const step = application.step === null ? {} : { step: application.step };
  return { answers, lots: [...application.lots], files, ...partners, ...step };
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
  if (may(application.organisation.id) || isPartner(actor, application)) return 'member';
  const filings = application.lastFiling?.sequence ?? 0;
  return may(application.owner.id) && isReadByOwner(application.state, filings, targetOf(application), now) ? 'owner' : null;
}

export function toSummary(application: ApplicationRecord, now: Date): ApplicationSummary {
  const { id, title, state, organisation, owner, call, site, number, lastFiling, updatedAt } = application;
  const { sections } = reviewOf(application);
  const asked = sections.reduce((sum, section) => sum + section.asked, 0);
  const answered = sections.reduce((sum, section) => sum + section.answered, 0);
  const place = targetOf(application);
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
      callState: place.call === null ? null : callStateAt(place.call, now),
      step: application.step,
      opensAt: call?.opensAt ?? null,
      closesAt: closingOf(place)?.toISOString() ?? null,
      secondClosesAt: application.step === null ? null : (place.call?.closesAt?.toISOString() ?? null),
    },
    filed: number === null || lastFiling === null ? null : { number, sequence: lastFiling.sequence, at: lastFiling.arrivedAt },
    percent: asked === 0 ? 0 : Math.round((100 * answered) / asked),
    updatedAt,
  };
}

export function toApplicationView(actor: Actor, application: ApplicationRecord, reader: 'member' | 'owner', now: Date): ApplicationView {
  const read = reader === 'member' ? application : asFiled(asOwnerReads(application, now));
  const { version, reason, state, sources, lastFiling } = read;
  const form = formOf(read);
  const review = reviewOf(read);
  const target = targetOf(read);
  const isLed = isPartner(actor, application);
  const refusal = (line: Permission) =>
    isLed && !SHARED_WITH_PARTNERS.has(line) ? 'lead-organisation-only' : whyNotAllowed(line, actor, scopeFor(line, actor, read));
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
    partners: [...(isTheirs ? read.partners : (lastFiling?.content.partners ?? []))],
    actions: {
      updateApplication: refusal(applicationsPolicy.updateApplication) ?? whyNotWrite(state, target, now),
      fileApplication: refusal(applicationsPolicy.fileApplication) ?? whyNotFile(state, target, review, now),
      withdrawApplication:
        refusal(applicationsPolicy.withdrawApplication) ??
        (nextApplicationState(state, 'withdraw') === null ? 'application-state-forbids' : null),
    },
  };
}

/** Until the second of two steps closes, what is filed since the first is sealed, and so is that it was. */
export function isSealed({ call }: Pick<ApplicationRecord, 'call'>, now: Date): boolean {
  return call !== null && callStateAt(timesOf(call), now) === 'second_step';
}

/** While it is sealed, the owner reads the outline, and the file as the invitation left it. */
export function asOwnerReads(application: ApplicationRecord, now: Date): ApplicationRecord {
  const { outline, invitation, state } = application;
  if (!isSealed(application, now) || outline === null) return application;
  const read = { ...application, lastFiling: outline, version: invitation?.version ?? application.version };
  if (invitation === null || (state !== 'filed' && state !== 'invited')) return read;
  return { ...read, state: 'invited', reason: invitation.reason, updatedAt: invitation.at };
}

/** The owner reads what stands: the last filing, whatever was written since. */
export function asFiled(application: ApplicationRecord): ApplicationRecord {
  const { lastFiling } = application;
  if (lastFiling === null) return application;
  const { answers, lots, step = null } = lastFiling.content;
  return { ...application, answers, lots, step };
}

/** Of the files sent, the owner sees those of what was filed. */
function filesFor({ files, lastFiling }: ApplicationRecord, isTheirs: boolean): ApplicationView['files'] {
  const filedOnes = new Set(lastFiling?.content.files.map(({ id }) => id) ?? []);
  return files
    .filter(({ id }) => isTheirs || filedOnes.has(id))
    .map(({ id, title, type, bytes, state, refusal, at }) => ({ id, title, type, bytes, state, refusal, at }));
}
