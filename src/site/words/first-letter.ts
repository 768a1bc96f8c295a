/** The letter under which a title stands in an A to Z: macrons do not matter, and all that is no letter stands under "#". */
export function firstLetter(title: string): string {
  const letter = title.normalize('NFD').replace(/\p{M}/gu, '').charAt(0).toUpperCase();
  return /[A-Z]/.test(letter) ? letter : '#';
}
