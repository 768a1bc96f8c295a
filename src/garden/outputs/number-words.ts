/** A number as people write it. */
export function numberWords(value: number): string {
  return value.toLocaleString('en-NZ');
}
