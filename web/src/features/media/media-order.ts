/** The whole order with two of its members exchanged; unchanged when there is nobody to exchange with. */
export function movedBy(ids: readonly string[], moved: string, exchangedWith: string | undefined): string[] {
  if (exchangedWith === undefined) return [...ids];
  return ids.map((id) => (id === moved ? exchangedWith : id === exchangedWith ? moved : id));
}

export function moveButtonId(id: string, by: -1 | 1): string {
  return `${by === -1 ? 'earlier' : 'later'}-${id}`;
}

export function editButtonId(id: string): string {
  return `edit-${id}`;
}
