import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface FakeClamd {
  readonly url: string;
  /** What was sent to it, whole streams only. */
  readonly seen: Buffer[];
  /** Its answer from now on. */
  answer: (content: Buffer) => string;
  readonly stop: () => void;
}

/** Speaks the INSTREAM command of clamd, and finds in a file what the test tells it to find. */
export async function startClamd(): Promise<FakeClamd> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      const content = contentOf(received);
      if (content === null) return;
      fake.seen.push(content);
      reply(socket, fake.answer(content));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const fake: FakeClamd = {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    answer: (content) => (content.includes('EICAR-FOR-THE-TESTS') ? 'stream: Eicar-Signature FOUND' : 'stream: OK'),
    stop: () => server.close(),
  };
  return fake;
}

function reply(socket: Socket, answer: string): void {
  if (answer === '') socket.destroy();
  else socket.end(`${answer}\0`);
}

/** Null until the chunk of length zero has come. */
function contentOf(bytes: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
