const KEY = 'need-project';

/** The saved project whose need is being described again in this tab. */
export interface NeedProject {
  readonly id: string;
  readonly name: string;
}

export function rememberNeedProject(project: NeedProject): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(project));
  } catch {
    // Without storage the need can still be kept as a new project.
  }
}

export function readNeedProject(): NeedProject | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<NeedProject> | null;
    return typeof stored?.id === 'string' && typeof stored.name === 'string' ? { id: stored.id, name: stored.name } : null;
  } catch {
    return null;
  }
}

export function forgetNeedProject(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
