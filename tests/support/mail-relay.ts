import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailRelay {
  /** For MAIL_URL. */
  readonly url: string;
  /** Messages accepted, as they came over the wire. */
  readonly accepted: { readonly to: readonly string[]; readonly source: string; readonly secure: boolean }[];
  /** What it says against the next attempts at a stage, one each; then it accepts again. */
  readonly refusals: { stage: 'recipient' | 'content'; code: number; text: string }[];
  /** Called when a message has been accepted, before the answer leaves. */
  onAccepted: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A real SMTP server on this machine, which can be told to refuse. */
export async function startMailRelay({ tls = true } = {}): Promise<MailRelay> {
  const relay = { accepted: [] as MailRelay['accepted'], refusals: [] as MailRelay['refusals'], onAccepted: () => Promise.resolve() };
  const refusalAt = (stage: 'recipient' | 'content'): Error | null => {
    if (relay.refusals[0]?.stage !== stage) return null;
    const { code, text } = relay.refusals.shift()!;
    return Object.assign(new Error(text), { responseCode: code });
  };
  const server = new SMTPServer({
    authOptional: true,
    hide8BITMIME: true,
    disableReverseLookup: true,
    ...(tls ? {} : { disabledCommands: ['STARTTLS'] }),
    logger: false,
    onRcptTo: (_address, _session, done) => done(refusalAt('recipient')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refusal = refusalAt('content');
        if (refusal) {
          done(refusal);
          return;
        }
        const to = session.envelope.rcptTo.map(({ address }) => address);
        relay.accepted.push({ to, source: Buffer.concat(parts).toString('utf8'), secure: session.secure });
        void relay.onAccepted().then(() => done());
      });
    },
  });
  server.on('error', () => undefined); // a client that leaves in the middle is part of the tests
  const listening = server.listen(0, tls ? '127.0.0.1' : '127.0.0.2');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return Object.assign(relay, {
    url: `smtp://${tls ? '127.0.0.1' : '127.0.0.2'}:${port}`,
    close: () => new Promise<void>((closed) => server.close(closed)),
  });
}

/** The value of a header, unfolded. */
export function headerOf(source: string, name: string): string | null {
  const head = (source.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? null;
}
