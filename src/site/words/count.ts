/** A number with its noun: `count(1, 'place')` is "1 place", `count(2, 'study', 'studies')` is "2 studies". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-NZ')} ${number === 1 ? one : many}`;
}
