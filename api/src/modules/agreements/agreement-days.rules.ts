/** Calendar days as `2027-03-31`: they compare as text. */
const DAY_MS = 24 * 3_600_000;

/** The same day so many months later (or earlier, when negative); the last of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole months from the first day to the last, both included: from 1 January to 31 December is twelve. */
export function monthsBetween(first: string, last: string): number {
  const after = addDays(last, 1);
  const [year = 0, month = 0] = first.split('-').map(Number);
  const [yearAfter = 0, monthAfter = 0] = after.split('-').map(Number);
  const whole = (yearAfter - year) * 12 + monthAfter - month;
  return addMonths(first, whole) <= after ? whole : whole - 1;
}

/** Months begun from the first day to the last, both included. */
export function monthsCovering(first: string, last: string): number {
  const whole = monthsBetween(first, last);
  return addDays(addMonths(first, whole), -1) < last ? whole + 1 : whole;
}
