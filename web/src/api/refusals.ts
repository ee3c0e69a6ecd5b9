/** What the application does when the server refuses for a reason that any page may meet. Set once, by the layout. */
interface RefusalHandlers {
  /** The session is over, or never was. */
  readonly signInNeeded: () => void;
  /** Asks the person to show that it is still them; true when the act may be tried again. */
  readonly confirmItIsMe: () => Promise<boolean>;
}

const NOBODY: RefusalHandlers = { signInNeeded: () => undefined, confirmItIsMe: () => Promise.resolve(false) };
let handlers = NOBODY;

export function handleRefusals(given: RefusalHandlers): () => void {
  handlers = given;
  return () => {
    handlers = NOBODY;
  };
}

/** Sends a request; an act that needs a fresh sign-in is asked for and then tried once more, with what was typed. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await globalThis.fetch(request);
  const code = await refusalOf(response);
  if (code === 'sign-in-needed') handlers.signInNeeded();
  if (code === 'fresh-sign-in-needed' && (await handlers.confirmItIsMe())) return globalThis.fetch(again);
  return response;
}

async function refusalOf(response: Response): Promise<unknown> {
  if (response.status !== 401 && response.status !== 403) return null;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
}
