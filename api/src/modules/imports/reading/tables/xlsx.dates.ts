const DAY_MS = 86_400_000;
/** Excel believes that 1900 was a leap year: its day 60 never was. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);

/** Whether a number format shows a day (ECMA-376, 18.8.30: built-in formats 14 to 22 and 45 to 47). */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[dmyj]/i.test(bare) && !/[0#?]/.test(bare.replace(/0+$/, ''));
}

/** Serial number → ISO day. Out of the calendar: the number as it is. */
export function dateOfSerial(serial: number, from1904: boolean): string {
  const at = new Date((from1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + Math.floor(serial) * DAY_MS);
  return serial < 1 || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 2500 ? String(serial) : at.toISOString().slice(0, 10);
}
