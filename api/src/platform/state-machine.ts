/** One line of a workflow: who may take a thing from some states to another, and whether they must say why. */
export interface Transition<State extends string, Action extends string, Role extends string> {
  readonly action: Action;
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Role[];
  readonly reason?: 'needed';
}

type Table = readonly Transition<string, string, string>[];
export type ActionOf<T extends Table> = T[number]['action'];
export type RoleOf<T extends Table> = T[number]['by'][number];

/** The state an action leads to, or null when this state does not allow it. */
export function next<T extends Table>(table: T, state: string, action: ActionOf<T>): T[number]['to'] | null {
  return table.find((line) => line.action === action && line.from.includes(state))?.to ?? null;
}

/** What people holding these roles may do now: the buttons of a page, the guard of a use case. */
export function allowedActions<T extends Table>(table: T, state: string, roles: readonly RoleOf<T>[]): ActionOf<T>[] {
  return table.filter((line) => line.from.includes(state) && line.by.some((role) => roles.includes(role))).map((line) => line.action);
}

/** The workflow as a Mermaid state diagram; lines that leave from every state are said under it rather than drawn. */
export function mermaidOf(table: Table, initial: readonly string[]): string {
  const starts = initial.map((state) => `  [*] --> ${state}`);
  const arrows = table.flatMap((line) => line.from.map((state) => `  ${state} --> ${line.to}: ${line.action}`));
  return ['stateDiagram-v2', ...starts, ...arrows].join('\n');
}
