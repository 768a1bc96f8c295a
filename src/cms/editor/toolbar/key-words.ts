/** A key as people read it: `Mod-Shift-7` is "Ctrl+Shift+7", or "⌘⇧7" on a Mac. */
export function keyWords(key: string, isMac: boolean): string {
  const parts = key.split('-');
  const last = parts.pop()!.toUpperCase();
  const words = parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : isMac ? (part === 'Alt' ? '⌥' : '⇧') : part));
  return [...words, last].join(isMac ? '' : '+');
}
