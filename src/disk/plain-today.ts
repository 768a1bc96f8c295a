/** Today's date in the zone of the garden's readers, `YYYY-MM-DD`. `GARDEN_TODAY` sets another day. */
export function plainToday(now: Date = new Date()): string {
  const given = process.env['GARDEN_TODAY'];
  if (given) return given;
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland', year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
