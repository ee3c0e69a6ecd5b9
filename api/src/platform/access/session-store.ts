import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import type pg from 'pg';

interface StoreOptions {
  readonly pool: pg.Pool;
  readonly pruneEverySeconds: number | false;
}

/**
 * Sessions in the table `session`. A session that was ended stays ended: the library would write it back at the end of a request
 * that was being served meanwhile.
 */
export function sessionStore({ pool, pruneEverySeconds }: StoreOptions): session.Store {
  return new (class extends connectPgSimple(session) {
    override set(sid: string, state: SessionData, done?: (error?: unknown) => void): void {
      if (state.stored !== true) {
        state.stored = true;
        super.set(sid, state, done);
        return;
      }
      const expire = new Date(Date.now() + (state.cookie.maxAge ?? state.cookie.originalMaxAge ?? 0));
      pool.query('update session set sess = $1, expire = $2 where sid = $3', [state, expire, sid]).then(
        () => done?.(),
        (error: unknown) => done?.(error),
      );
    }
  })({ pool, tableName: 'session', disableTouch: true, pruneSessionInterval: pruneEverySeconds, errorLog: () => undefined });
}
