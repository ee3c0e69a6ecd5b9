import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ImportProblem } from '../../import.problems.js';

const MAX_DEPTH = 64;

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Walks an XML document piece by piece and yields, after each piece, what the handlers have emitted meanwhile: the document is never
 * held. Document types are refused, so that no entity of its own is ever expanded.
 */
export async function* walkXml<T>(
  text: AsyncIterable<string>,
  file: string,
  handle: (emit: (item: T) => void) => XmlHandlers,
): AsyncGenerator<T> {
  let waiting: T[] = [];
  const handlers = handle((item) => waiting.push(item));
  const parser = new SaxesParser();
  let depth = 0;
  const faults: Error[] = [];
  const fail = () => faults.push(damaged(file));
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (++depth > MAX_DEPTH) fail();
    handlers.open?.(name, attributes);
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    depth--;
    handlers.close?.(name);
  });
  parser.on('text', (said: string) => handlers.text?.(said));
  parser.on('cdata', (said: string) => handlers.text?.(said));
  for await (const piece of text) {
    parser.write(piece);
    if (faults[0]) throw faults[0];
    yield* waiting;
    waiting = [];
  }
  parser.close();
  if (faults[0]) throw faults[0];
  yield* waiting;
}

export async function walkXmlToEnd(text: AsyncIterable<string>, file: string, handlers: XmlHandlers): Promise<void> {
  const walk = walkXml<never>(text, file, () => handlers);
  while (!(await walk.next()).done);
}

function damaged(file: string): ImportProblem {
  return new ImportProblem('file_damaged', { file, detail: { fr: 'tableau XML mal formé', en: 'malformed XML table' } });
}
