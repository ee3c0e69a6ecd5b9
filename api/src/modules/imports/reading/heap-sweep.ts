import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much may be left behind before it is given back, in bytes. Each sweep stops everything for a tenth of a second, whatever it finds. */
const LEFT_BEHIND_BYTES = 48 * 1024 ** 2;

/**
 * Gives back what batches left behind. Left alone, V8 lets the heap grow with the memory of the machine, and an import of
 * 25 000 places took 450 MB for 130 MB in use; a limit on the heap would instead make larger files fail.
 * @returns to be called after each batch: sweeps when enough was left behind since the last time
 */
export function heapSweeper(): () => void {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  let kept = heapUsed();
  return () => {
    // What V8 gave back by itself is not left to be filled again.
    kept = Math.min(kept, heapUsed());
    if (heapUsed() - kept < LEFT_BEHIND_BYTES) return;
    sweep();
    kept = heapUsed();
  };
}

function heapUsed(): number {
  return getHeapStatistics().used_heap_size;
}
