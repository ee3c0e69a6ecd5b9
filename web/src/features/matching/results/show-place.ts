/** Brings a place of the list into sight, unfolding what hides it, and puts the focus on its name. */
export function showPlace(id: string): void {
  const card = document.getElementById(`lieu-${id}`);
  const fold = card?.closest('details');
  if (fold) fold.open = true;
  card?.scrollIntoView({ block: 'center' });
  card?.querySelector('a')?.focus({ preventScroll: true });
}
