export interface Device {
  readonly system: string | null;
  readonly browser: string | null;
  readonly isPhone: boolean;
}

type Sign = readonly [name: string, sign: RegExp];
/** In this order: many browsers also say the names of those they descend from. */
const BROWSERS: readonly Sign[] = [
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
];
const SYSTEMS: readonly Sign[] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['ChromeOS', /CrOS/],
  ['macOS', /Macintosh|Mac OS X/],
  ['Linux', /Linux|X11/],
];

/** A browser's own long description of itself, in two words that people recognise. */
export function deviceOf(userAgent: string | null): Device {
  const named = (signs: readonly Sign[]) => signs.find(([, sign]) => sign.test(userAgent ?? ''))?.[0] ?? null;
  const system = named(SYSTEMS);
  return { system, browser: named(BROWSERS), isPhone: system === 'iPhone' || system === 'Android' };
}
