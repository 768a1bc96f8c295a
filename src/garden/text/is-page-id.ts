/** Whether a text can be the file name and the address of a page: at most 80 lower case letters, digits and single hyphens between them. */
export function isPageId(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}
