import { fits, questionsOf } from '../calls/form/question.rules.js';
import type { Answer, Answers, Form } from '../calls/form/question.schemas.js';
import type { ProjectToCarry } from './application-beginning.queries.js';
import type { ApplicationRecord } from './applications.queries.js';

interface Carried {
  readonly answers: Answers;
  readonly sources: ApplicationRecord['sources'];
}

/** The questions that a saved project answers, by the names the templates give them. */
const FROM_PROJECT: Readonly<Record<string, (project: ProjectToCarry) => Answer | null>> = {
  projet: ({ publicSummary }) => publicSummary,
  emplois: ({ jobsPlanned }) => jobsPlanned,
  insertion: ({ insertionHoursPlanned }) => insertionHoursPlanned,
};

export function carriedFromProject(form: Form, project: ProjectToCarry): Carried {
  const said = Object.fromEntries(
    Object.entries(FROM_PROJECT).flatMap(([id, read]) => {
      const value = read(project);
      return value === null ? [] : [[id, value] as const];
    }),
  );
  return carried(form, said, { kind: 'project', name: project.name });
}

/** What an earlier file answers to the same questions; its documents stay with it: they may be out of date. */
export function carriedFromApplication(form: Form, { answers, title }: Pick<ApplicationRecord, 'answers' | 'title'>): Carried {
  return carried(form, answers, { kind: 'application', name: title });
}

function carried(form: Form, said: Readonly<Record<string, Answer>>, source: Carried['sources'][string]): Carried {
  const kept = questionsOf(form).flatMap((question) => {
    const value = said[question.id];
    return value !== undefined && question.kind !== 'file' && fits(question, value) ? [[question.id, value] as const] : [];
  });
  return { answers: Object.fromEntries(kept), sources: Object.fromEntries(kept.map(([id]) => [id, source])) };
}
