/** The same reduction as SQL `plain_text`: lower case, no accent, ligatures opened, everything else a single blank. */
export function plainText(text: string): string {
  return text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The ways a commune's name is written in real files, surest first: as it is, unabbreviated, without number of district, without article. */
export function nameVariants(name: string): string[] {
  const plain = plainText(name);
  const long = plain.replace(/\bste\b/g, 'sainte').replace(/\bst\b/g, 'saint');
  const city = long.replace(/ (cedex.*|\d+(er|e|eme)?( arrondissement)?|arrondissement)$/, '');
  const bare = city.replace(/^(le|la|les|l) /, '');
  return [...new Set([plain, long, city, bare, bare.replace(/ /g, '')])].filter((variant) => variant !== '');
}
