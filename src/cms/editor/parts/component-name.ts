/** The name of a component in words: `FieldNote` is a "Field note". */
export function componentWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
