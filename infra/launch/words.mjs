/**
 * The launcher speaks French unless the machine says it is set to English.
 * @param {NodeJS.ProcessEnv} env
 * @returns {'fr' | 'en'}
 */
export function spokenLanguage(env = process.env) {
  const locale = env.TERRAIN_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/**
 * A sentence in both languages, side by side so that neither is forgotten.
 * @param {string} french
 * @param {string} english
 */
export function words(french, english) {
  return spokenLanguage() === 'en' ? english : french;
}
