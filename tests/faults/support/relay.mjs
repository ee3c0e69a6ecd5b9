import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail relay that counts how often it was handed each message, known by its Message-ID. */
export async function countingRelay() {
  const handed = new Map();
  const server = new SMTPServer({
    authOptional: true,
    hide8BITMIME: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        const id = /^Message-ID:\s*(\S+)/im.exec(Buffer.concat(parts).toString('utf8'))?.[1] ?? 'none';
        handed.set(id, (handed.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  // A client that is killed in the middle is what this is about.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    environment: {
      MAIL_DRIVER: 'smtp',
      MAIL_URL: `smtp://127.0.0.1:${listening.address().port}?tls=none`,
      MAIL_FROM: 'Terrain <terrain@faults.example>',
    },
    handed,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
