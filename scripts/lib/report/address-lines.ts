/** Every address that a text names, read as text, with its first line. */
export function addressLines(text: string): Map<string, number> {
  const found = new Map<string, number>();
  text.split('\n').forEach((line, at) => {
    for (const [url] of line.matchAll(/\b(?:https?:|mailto:|tel:)[^\s"'<>]+/gi)) if (!found.has(url)) found.set(url, at + 1);
  });
  return found;
}
