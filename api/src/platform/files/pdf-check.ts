import { createInflate } from 'node:zlib';

export type PdfFault = 'unreadable' | 'encrypted' | 'active_content';

/** What makes a reader run, open or fill in something. Long names only: by chance they never appear in compressed bytes. */
const ACTIVE = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Rendition)(?![A-Za-z0-9])/;
const LONGEST_NAME = 32;
const DICTIONARY_BYTES = 4_096;
/** Scanned plans inflate to large pictures; what inflates beyond this is a bomb. */
const MAX_INFLATED_BYTES = 400_000_000;

/**
 * Looks for scripts, programs to start and files inside a PDF, also under escaped names (`/J#61vaScript`) and in compressed object
 * streams. What cannot be looked into (encrypted, compressed in another way) is refused: it cannot be said to be harmless. A
 * picture that hides a fault of one reader is not found by this: documents are downloaded, never shown in our pages (docs/adr/0050).
 */
export async function findPdfFault(bytes: Buffer): Promise<PdfFault | null> {
  const raw = unescapeNames(bytes.toString('latin1'));
  if (!raw.startsWith('%PDF-') || !raw.includes('%%EOF')) return 'unreadable';
  if (/\/Encrypt(?![A-Za-z])/.test(raw)) return 'encrypted';
  if (ACTIVE.test(raw)) return 'active_content';
  return findInStreams(bytes, raw);
}

async function findInStreams(bytes: Buffer, raw: string): Promise<PdfFault | null> {
  let readObjectStreams = 0;
  const budget = { left: MAX_INFLATED_BYTES };
  for (const { start, dictionary } of streamsOf(bytes)) {
    const found = await scanInflated(bytes.subarray(start), budget);
    if (found === 'too_large') return 'unreadable';
    if (found === 'active') return 'active_content';
    if (found === 'read' && /\/ObjStm/.test(unescapeNames(dictionary))) readObjectStreams += 1;
  }
  const objectStreams = raw.match(/\/ObjStm/g)?.length ?? 0;
  return objectStreams > readObjectStreams ? 'unreadable' : null;
}

function* streamsOf(bytes: Buffer): Generator<{ start: number; dictionary: string }> {
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    let start = at + 6;
    if (bytes[start] === 0x0d) start += 1;
    if (bytes[start] === 0x0a) start += 1;
    const before = bytes.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at);
    yield { start, dictionary: before.slice(before.lastIndexOf('obj') + 1) };
  }
}

/** Inflates a stream to its own end, looking at each piece with the tail of the one before. */
async function scanInflated(bytes: Buffer, budget: { left: number }): Promise<'read' | 'active' | 'too_large' | 'other'> {
  if ((bytes[0] ?? 0) % 16 !== 8 || (bytes.length > 1 && bytes.readUInt16BE(0) % 31 !== 0)) return 'other';
  const inflate = createInflate();
  inflate.on('error', () => undefined);
  inflate.end(bytes);
  let tail = '';
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      budget.left -= piece.length;
      if (budget.left < 0) return 'too_large';
      const text = tail + unescapeNames(piece.toString('latin1'));
      if (ACTIVE.test(text)) return 'active';
      tail = text.slice(-LONGEST_NAME);
    }
    return 'read';
  } catch {
    return 'other';
  } finally {
    inflate.destroy();
  }
}

/** `#41` inside a name stands for the character of that code (ISO 32000-1, 7.3.5). */
function unescapeNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
}
