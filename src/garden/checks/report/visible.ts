/** Control and direction characters as dots, so that a hostile text cannot repaint the terminal. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '·');
}
