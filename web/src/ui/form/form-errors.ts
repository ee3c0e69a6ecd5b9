import { readFailure } from '../../api/problem';

export interface NamedError {
  /** The control's name, or '' when no control of the form is meant. */
  readonly name: string;
  readonly message: string;
}

/** A pointer of the server (`/owner/name`) → the name of the control that repairs it (`owner.name`). */
function nameOf(pointer: string): string {
  return pointer.split('/').filter(Boolean).join('.');
}

/**
 * The server's refusal sorted by control, in the order of the page. A pointer below a control (`/territories/0`) belongs to it; one that
 * belongs to none keeps its sentence, under the form as a whole.
 */
export function errorsByName(failure: unknown, names: readonly string[]): readonly NamedError[] {
  const fields = readFailure(failure).problem?.fields ?? [];
  const errors = fields.map(({ pointer, message }) => ({ name: controlOf(nameOf(pointer), names), message }));
  const first = errors.filter(
    (error, index) => errors.findIndex(({ name }) => name !== '' && name === error.name) === index || !error.name,
  );
  return first.sort((a, b) => rank(names, a.name) - rank(names, b.name));
}

function controlOf(path: string, names: readonly string[]): string {
  if (names.includes(path)) return path;
  const parent = path.split('.').slice(0, -1).join('.');
  return parent === '' ? '' : controlOf(parent, names);
}

const rank = (names: readonly string[], name: string) => (name === '' ? names.length : names.indexOf(name));
