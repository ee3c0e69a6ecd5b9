/** What a form holds when it is sent: one text a named control, trimmed by nobody. */
export type Answers = Readonly<Record<string, string>>;

export function readAnswers(form: HTMLFormElement): Answers {
  const texts = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

/** `null` for an answer left blank, as the API says “unknown”. */
export function orNull(answer: string | undefined): string | null {
  const text = answer?.trim();
  return text ? text : null;
}
