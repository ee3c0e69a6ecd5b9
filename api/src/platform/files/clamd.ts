import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { ClamdAddress } from '../../config.files.js';

const IDLE_MS = 60_000;
const MAX_ANSWER = 4_096;

/**
 * Asks clamd (INSTREAM command) whether bytes carry a known virus.
 * @returns its name, or null when there is none
 * @throws Error when clamd cannot be asked or cannot tell: what was not checked is not clean
 */
export async function findVirus(address: ClamdAddress, bytes: Readable): Promise<string | null> {
  const answer = await ask(address, bytes);
  if (/^stream: OK$/.test(answer)) return null;
  const found = /^stream: (?<name>.{1,200}) FOUND$/.exec(answer)?.groups?.['name'];
  if (found !== undefined) return found;
  throw new Error(`clamd could not check a file: ${answer.slice(0, 200) || 'no answer'}`);
}

/** Each chunk goes with its length before it; a length of zero ends the stream. */
async function ask(address: ClamdAddress, bytes: Readable): Promise<string> {
  const socket = connect(address);
  socket.setTimeout(IDLE_MS, () => socket.destroy(new Error('clamd did not answer in time')));
  let answer = '';
  const answered = new Promise<string>((resolve, reject) => {
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
      if (answer.length > MAX_ANSWER) socket.destroy(new Error('clamd answers without end'));
    });
    socket.on('error', reject).on('close', () => resolve(answer.replace(/[\0\n]+$/, '')));
  });
  const sent = send(socket, bytes);
  try {
    const [said] = await Promise.all([answered, sent]);
    return said;
  } finally {
    socket.destroy();
    bytes.destroy();
  }
}

async function send(socket: ReturnType<typeof connect>, bytes: Readable): Promise<void> {
  const write = (chunk: Buffer | string) =>
    new Promise<void>((resolve) => {
      // Failures of the socket are told by its own events; clamd may also answer and close before it has read everything.
      socket.write(chunk, () => resolve());
    });
  await write('zINSTREAM\0');
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (socket.destroyed || !socket.writable) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(Buffer.concat([length, chunk]));
  }
  await write(Buffer.alloc(4));
}
