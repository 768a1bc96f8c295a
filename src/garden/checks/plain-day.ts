const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day as people say it: "3 May 2026". */
export function plainDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
