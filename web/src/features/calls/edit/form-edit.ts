import type { FormSection, Question, QuestionKind } from '../calls.queries';

export const QUESTION_KINDS = [
  'short',
  'long',
  'number',
  'choice',
  'table',
  'money',
  'file',
  'organisation',
  'calendar',
  'block',
] as const satisfies readonly QuestionKind[];
export const SIMPLE_KINDS = ['short', 'long', 'number', 'choice'] as const satisfies readonly QuestionKind[];

/** A name nobody sees, free among those that are taken. */
export function freeId(taken: readonly string[], prefix: string): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

export function blankQuestion(kind: QuestionKind, id: string, words: { readonly label: string; readonly part: string }): Question {
  const asked = { id, label: words.label, help: null, required: true, shownIf: null };
  switch (kind) {
    case 'short':
      return { ...asked, kind, maxLength: 200 };
    case 'long':
      return { ...asked, kind, maxLength: 3_000 };
    case 'number':
      return { ...asked, kind, unit: null, min: 0, max: null, whole: false };
    case 'choice':
      return { ...asked, kind, several: false, options: labelled([`${words.part} 1`, `${words.part} 2`], [], 'option') };
    case 'table':
      return { ...asked, kind, columns: [{ id: 'col-1', label: `${words.part} 1`, kind: 'text' }], minRows: 1, maxRows: 20 };
    case 'money':
      return { ...asked, kind, balanced: true };
    case 'file':
      return { ...asked, kind, maxFiles: 1 };
    case 'organisation':
      return { ...asked, kind, maxCount: 5 };
    case 'calendar':
      return { ...asked, kind, maxSteps: 12 };
    case 'block':
      return {
        ...asked,
        kind,
        questions: [{ ...asked, id: 'part-1', label: `${words.part} 1`, kind: 'short', maxLength: 200 }],
        minTimes: 1,
        maxTimes: 10,
      };
  }
}

interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** Lines as somebody types them, as things with a name: one that keeps its words, or its place, keeps its name. */
export function labelled(lines: readonly string[], before: readonly Labelled[], prefix: string): { id: string; label: string }[] {
  const taken = new Set<string>();
  return lines.map((label, index) => {
    const same = before.find((item) => item.label === label && !taken.has(item.id)) ?? before[index];
    const id = same && !taken.has(same.id) ? same.id : freeId([...taken, ...before.map((item) => item.id)], prefix);
    taken.add(id);
    return { id, label };
  });
}

export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(from + by, 0, item);
  return next;
}

export function replaced<Item>(items: readonly Item[], index: number, item: Item | null): Item[] {
  return items.flatMap((kept, at) => (at === index ? (item === null ? [] : [item]) : [kept]));
}

export function idsOf(form: readonly FormSection[]): string[] {
  return form.flatMap(({ questions }) => questions.map(({ id }) => id));
}

/** The questions that a condition may look at: choices and numbers asked before this one. */
export function testable(form: readonly FormSection[], before: string | null): Question[] {
  const all = form.flatMap(({ questions }) => questions);
  const end = before === null ? all.length : all.findIndex(({ id }) => id === before);
  return all.slice(0, end < 0 ? all.length : end).filter(({ kind }) => kind === 'choice' || kind === 'number');
}
