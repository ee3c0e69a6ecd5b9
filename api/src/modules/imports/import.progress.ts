import { SingleBar } from 'cli-progress';
import type { ImportProgress } from './import.runner.js';
import type { Lang } from './import.types.js';

const LINE_EVERY_MS = 5_000;
const DRAW_EVERY_ROWS = 200;

const WORDS = {
  fr: {
    rows: 'lignes',
    writing: 'enregistrement…',
    waiting: 'Un autre import est en cours : celui-ci attend son tour.',
    territories: 'Communes pas encore chargées : chargement des territoires officiels…',
  },
  en: {
    rows: 'rows',
    writing: 'saving…',
    waiting: 'Another import is running: this one waits for its turn.',
    territories: 'Communes not loaded yet: loading the official territories…',
  },
} as const;

/** A bar with counts on a terminal; a plain line now and then elsewhere (logs, pipes). */
export function terminalProgress(out: NodeJS.WriteStream, lang: Lang, nowMs: () => number = Date.now): ImportProgress & { stop(): void } {
  const words = WORDS[lang];
  let bar: SingleBar | null = null;
  let lastLineAt = nowMs();
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  const line = (text: string) => out.write(`${text}\n`);
  return {
    fileRecognised({ inspected }) {
      stop();
      if (!out.isTTY) return;
      const format = `{name} [{bar}] {percentage} % · {rows} ${words.rows}{step}`;
      bar = new SingleBar({ format, stream: out, hideCursor: true, clearOnComplete: false, barCompleteChar: '█', barIncompleteChar: '░' });
      bar.start(inspected.textBytes, 0, { name: inspected.name, rows: 0, step: '' });
    },
    rowsRead({ inspected }, textBytes, rows) {
      if (bar) {
        if (rows % DRAW_EVERY_ROWS === 0) bar.update(textBytes, { rows });
      } else if (rows % DRAW_EVERY_ROWS === 0 && nowMs() - lastLineAt > LINE_EVERY_MS) {
        lastLineAt = nowMs();
        line(`${inspected.name} : ${Math.floor((100 * textBytes) / inspected.textBytes)} %, ${rows} ${words.rows}`);
      }
    },
    writing({ inspected }, rows) {
      bar?.update(inspected.textBytes, { rows, step: `, ${words.writing}` });
    },
    waiting: () => line(words.waiting),
    loadingTerritories: () => line(words.territories),
    finishing: () => bar?.update({ step: '' }),
    stop,
  };
}

/** For tests and for imports that nobody watches. */
export const SILENT: ImportProgress = {
  fileRecognised: () => undefined,
  rowsRead: () => undefined,
  writing: () => undefined,
  waiting: () => undefined,
  loadingTerritories: () => undefined,
  finishing: () => undefined,
};
