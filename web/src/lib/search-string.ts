/**
 * Addresses people can read and share, in the API's own form: `?kind=workshop,shop&q=Langres`, no JSON in the address.
 * Every value is text here; each page's `validateSearch` gives it its type.
 */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(values: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value.join(',') : asText(value);
    if (text) params.set(key, text);
  }
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
  return text ? `?${text}` : '';
}

export function asText(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function asList(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value.map(String) : (asText(value)?.split(',') ?? []);
  const kept = list.map((item) => item.trim()).filter((item) => item !== '');
  return kept.length > 0 ? kept : undefined;
}

export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : Number(asText(value) ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}

/** Keeps the listed words only: an old or hand-written address never breaks a page. */
export function asChoice<V extends string>(value: unknown, choices: readonly V[]): V | undefined {
  return choices.find((choice) => choice === value);
}

export function asChoices<V extends string>(value: unknown, choices: readonly V[]): V[] | undefined {
  const kept = choices.filter((choice) => asList(value)?.includes(choice));
  return kept.length > 0 ? kept : undefined;
}

/** Without the keys that hold nothing, so that an empty filter leaves no trace in the address. */
export function withoutBlanks<T extends object>(values: T): T {
  const kept = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as T;
}
