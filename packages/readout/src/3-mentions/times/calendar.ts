/** A day as the number of days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The day of a year, month (1 to 12) and day of the month; undefined when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const found = firstOf(year, month) + day - 1;
  return dateOf(found).month === month ? found : undefined;
}

/** The first day of a month; months below 1 and above 12 run over into the years beside. */
export function firstOf(year: number, month: number): Day {
  const date = new Date(Date.UTC(2000, month - 1, 1));
  date.setUTCFullYear(year + date.getUTCFullYear() - 2000);
  return Math.round(date.getTime() / MS_PER_DAY);
}

/** Year, month (1 to 12) and day of the month of a day. */
export function dateOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Year and number of the ISO week a day lies in. */
export function isoWeekOf(day: Day): { readonly year: number; readonly week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = dateOf(thursday);
  return { year, week: Math.floor((thursday - firstOf(year, 1)) / 7) + 1 };
}

/** The Monday of an ISO week. */
export function mondayOf(year: number, week: number): Day {
  const fourth = firstOf(year, 1) + 3;
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** `2024-11-15`. */
export function isoDay(day: Day): string {
  const date = dateOf(day);
  return `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}`;
}

/** The day of an ISO date that may go on with a time of day; undefined when it is none. */
export function readIsoDay(text: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** A number with leading noughts. */
export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

/** Western Easter Sunday (the anonymous Gregorian computus, Nature 13, 1876). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return firstOf(year, month) + ((h + l - 7 * m + 33 * month + 19) % 32) - 1;
}
