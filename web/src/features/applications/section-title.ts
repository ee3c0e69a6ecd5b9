/** The service’s own section, of the documents a call asks for, is named by the service: the others by whoever wrote the call. */
const DOCUMENTS = 'pieces-jointes';

export function sectionTitle(section: { readonly id: string; readonly title: string }, documents: string): string {
  return section.id === DOCUMENTS ? documents : section.title;
}
