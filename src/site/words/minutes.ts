/** Writes minutes for people: 150 is "2 h 30 min". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Writes minutes since the start as a running clock: 80 is "1:20". */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Writes minutes as hours to the nearest half: 875 is "14½ hours". */
export function hours(minutes: number): string {
  const halves = Math.round(minutes / 30);
  const whole = Math.floor(halves / 2);
  const text = `${whole === 0 ? '' : whole}${halves % 2 ? '½' : ''}` || '0';
  return `${text} ${halves === 2 ? 'hour' : 'hours'}`;
}
