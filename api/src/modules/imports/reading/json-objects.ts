import { ImportProblem } from '../import.problems.js';
import { MAX_LINE_BYTES } from './file.inspection.js';

const LIST_KEYS = new Set(['features', 'results', 'records', 'data']);
const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Yields the objects of the main list of a JSON text (a bare array, or `features` / `results` / `records` of one object) one by one,
 * without ever holding the whole document. Throws when the text stops before its end.
 */
export async function* jsonObjects(text: AsyncIterable<string>, fileName: string): AsyncGenerator<Record<string, unknown>> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let listDepth = -1;
  let objectStart = -1;
  let stringStart = -1;
  let key = '';
  let opened = false;
  let carried = '';
  for await (const chunk of text) {
    const buffer = carried + chunk;
    for (let at = carried.length; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) {
          inString = false;
          if (depth === 1) key = buffer.slice(stringStart + 1, at);
        }
        continue;
      }
      if (code === QUOTE) {
        inString = true;
        stringStart = at;
      } else if (code === 123 || code === 91) {
        if (code === 91 && listDepth < 0 && (depth === 0 || (depth === 1 && LIST_KEYS.has(key)))) listDepth = depth + 1;
        else if (code === 123 && depth === listDepth) objectStart = at;
        depth++;
        opened = true;
      } else if (code === 125 || code === 93) {
        depth--;
        if (depth < 0) throw damaged(fileName);
        if (code === 125 && depth === listDepth && objectStart >= 0) {
          yield parseObject(buffer.slice(objectStart, at + 1), fileName);
          objectStart = -1;
        } else if (code === 93 && depth === listDepth - 1) listDepth = Number.POSITIVE_INFINITY;
      }
    }
    const keepFrom = objectStart >= 0 ? objectStart : inString && stringStart >= 0 ? stringStart : buffer.length;
    carried = buffer.slice(keepFrom);
    objectStart = objectStart >= 0 ? 0 : -1;
    stringStart -= keepFrom;
    if (carried.length > 2 * MAX_LINE_BYTES) {
      throw new ImportProblem('line_too_long', { file: fileName, line: 1, limit: (2 * MAX_LINE_BYTES) / 1024 ** 2 });
    }
  }
  if (!opened || depth !== 0 || inString) {
    throw new ImportProblem('file_cut', {
      file: fileName,
      detail: { fr: 'le document JSON n’est pas refermé', en: 'the JSON document is not closed' },
    });
  }
}

function parseObject(text: string, fileName: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw damaged(fileName);
  }
}

function damaged(fileName: string): ImportProblem {
  return new ImportProblem('file_damaged', { file: fileName, detail: { fr: 'JSON mal formé', en: 'malformed JSON' } });
}
