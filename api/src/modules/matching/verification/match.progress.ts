import { SingleBar } from 'cli-progress';

/** A bar on a terminal, silence in a log. */
export function showProgress(what: string, total: number): (done: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  const bar = new SingleBar({ format: `${what} {bar} {value}/{total}`, stream: process.stderr });
  bar.start(total, 0);
  return (done) => {
    bar.update(done);
    if (done >= total) bar.stop();
  };
}
