const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Writes a plain date, month or year for people: `2026-03-01` is "1 March 2026". No clock and no time zone take part. */
export function plainDate(value: string): string {
  const [year, month, day] = value.split('-');
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (!name) return value;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** Writes a span of two dates; without an end it goes on. */
export function dateSpan(start: string, end?: string): string {
  if (!end) return `Since ${plainDate(start)}`;
  return start === end ? plainDate(start) : `${plainDate(start)} to ${plainDate(end)}`;
}
