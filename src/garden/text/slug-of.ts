/** A title as a file name: lower case, letters without their marks, words joined by hyphens, at most 80 characters. Empty when it has no letter or digit. */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}
