import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const BETWEEN_MS = 100;

/**
 * One who writes a file and files it again and again, and insists when nobody answers: what was answered is acknowledged, the rest is asked again.
 * @param {{ said: number[] }} tally counts the refusals met, by status
 */
export function insistentClient({ url, cookie, id, isOver, tally }) {
  const told = { saved: 0, filings: [], saves: 0 };
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie };
  /** The answer of the server, or null when it died on the way. */
  const once = async (method, path, body) => {
    try {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(20_000),
      });
      const content = await answer.json();
      tally.set(answer.status, (tally.get(answer.status) ?? 0) + 1);
      if (answer.status === 503 && answer.headers.get('retry-after') === null) throw new Error('503 without Retry-After');
      return { status: answer.status, body: content };
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('503')) throw error;
      return null;
    }
  };
  const until = async (method, path, body) => {
    for (const limit = Date.now() + PATIENCE_MS; Date.now() < limit; await pause(BETWEEN_MS)) {
      const answer = await once(method, path, body?.());
      if (answer !== null && answer.status < 500) return answer;
    }
    throw new Error(`${method} ${path} was never answered`);
  };
  const read = async () => {
    const { status, body } = await until('GET', `/api/applications/${id}`);
    if (status !== 200) throw new Error(`read: ${status} ${JSON.stringify(body)}`);
    return body;
  };

  /** Saves the next text; when the answer was lost, looks before asking again. */
  const save = async () => {
    const next = told.saved + 1;
    let { version, answers } = await read();
    for (;;) {
      if (answers.texte === String(next)) break;
      const edit = { version, answers: { texte: String(next) } };
      const answer = await once('PATCH', `/api/applications/${id}`, edit);
      if (answer?.status === 200) break;
      await pause(BETWEEN_MS);
      ({ version, answers } = await read());
    }
    told.saved = next;
    told.saves += 1;
  };

  const file = async () => {
    const { version } = await read();
    const { status, body } = await until('POST', `/api/applications/${id}/file`, () => ({ version }));
    if (status !== 200) throw new Error(`file: ${status} ${JSON.stringify(body)}`);
    told.filings.push({ number: body.filed.number, sequence: body.filed.sequence, hash: body.filed.hash });
  };

  const run = async () => {
    while (!isOver()) {
      await save();
      await save();
      await file();
    }
  };
  return { id, told, run };
}
