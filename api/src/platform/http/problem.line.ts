/** A refusal: its status, and in each language what it is and what to do about it. */
export interface ProblemLine {
  readonly status: number;
  readonly fr: readonly [title: string, whatToDo: string];
  readonly en: readonly [title: string, whatToDo: string];
}
