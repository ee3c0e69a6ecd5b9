import { describeFailure } from './problem.mjs';

/**
 * What one command holds between its start and its end.
 * @typedef {object} Session
 * @property {Promise<NodeJS.Signals>} stopAsked resolves when somebody asks us to stop
 * @property {<T>(taking: Promise<T>, giveBack: (thing: T) => Promise<void>) => Promise<T>} use takes a thing that will be given back at the end, even if the end comes while it is being taken
 */

const patienceMs = 20_000;

/**
 * Runs a command: turns its failure into a message and an exit code, and gives back what it took, last taken first,
 * whether it ended, failed or was interrupted.
 * @param {(session: Session) => Promise<number | void>} command
 * @param {{ codeWhenStopped?: number }} [options]
 */
export function runCommand(command, { codeWhenStopped = 130 } = {}) {
  const session = openSession();
  const interrupted = session.stopAsked.then(() => codeWhenStopped);
  void Promise.race([command(session), interrupted])
    .catch((error) => {
      console.error(describeFailure(error));
      return 1;
    })
    .then(async (code) => {
      // Whatever hangs while stopping, a person who asked to stop gets the prompt back.
      setTimeout(() => process.exit(code ?? 0), patienceMs).unref();
      await session.close();
      process.exit(code ?? 0);
    });
}

/** @returns {Session & { close: () => Promise<void> }} */
export function openSession() {
  /** @type {(() => Promise<void>)[]} */
  const giveBacks = [];
  return {
    stopAsked: stopAsked(),
    use: (taking, giveBack) => {
      giveBacks.push(() =>
        taking.then(giveBack).catch((error) => {
          console.error(describeFailure(error));
        }),
      );
      // A thing that could not be taken is reported once, by whoever awaits it.
      const last = giveBacks.length - 1;
      taking.catch(() => {
        giveBacks[last] = () => Promise.resolve();
      });
      return taking;
    },
    close: async () => {
      for (const giveBack of giveBacks.reverse()) await giveBack();
    },
  };
}

/** @returns {Promise<NodeJS.Signals>} */
function stopAsked() {
  return new Promise((resolve) => {
    let interrupts = 0;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        // npm repeats Ctrl-C to us: only an insistent person goes past two.
        if (signal === 'SIGINT' && ++interrupts > 3) process.exit(130);
        resolve(signal);
      });
    }
  });
}
