/** The thing is to be found under another address from now on: answered by 301, kept by no cache (it may be undone). */
export class Moved extends Error {
  override readonly name = 'Moved';

  constructor(readonly path: string) {
    super(`Moved to ${path}`);
  }
}
