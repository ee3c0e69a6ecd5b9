import { loadInsideTexts } from '../text/i18n';

/** A page that brings the words kept out of the first load. */
export async function insidePage<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([page, loadInsideTexts()]);
  return loaded;
}
