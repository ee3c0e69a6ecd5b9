/** Injects the application's log: `@Inject(LOG) private readonly log: Log`. */
export const LOG = Symbol('Log');
