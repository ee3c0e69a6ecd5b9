import type { PostProcessorModule } from 'i18next';

const NO_BREAK = '\u00a0';

/** French sets a space before : ; ! ? and inside « »: it must not let the sign start or end a line alone. */
export function keepPunctuation(text: string): string {
  return text.replace(/ (?=[:;!?»%€])/g, NO_BREAK).replace(/« /g, `«${NO_BREAK}`);
}

/** Applied to every French sentence as it is said, so that catalogues are written with ordinary spaces. */
export const frenchSpaces: PostProcessorModule = {
  type: 'postProcessor',
  name: 'french-spaces',
  process: (value: string, _key, _options, translator: { readonly language?: string }) =>
    translator.language === 'fr' ? keepPunctuation(value) : value,
};
