const NAMES = String.raw`(?:[\w$]+|\*\s+as\s+[\w$]+|(?:[\w$]+\s*,\s*)?\{[^{}]*\})`;
const IMPORT = new RegExp(String.raw`^import\s+(?:type\s+)?(?:${NAMES}\s+from\s+)?["'][^"'\n]*["']`);
const EXPORT =
  /^export\s+(?:(?:const|let|var)\s+(?:[\w$]+|\{[^}]*\}|\[[^\]]*\])\s*(?::[^=\n]+)?=|(?:default\s+)?(?:async\s+)?function\b\s*\*?\s*[\w$]*\s*\(|(?:default\s+)?class\s+[\w$]*\s*(?:extends\s[^{]*)?\{|default\s+(?:[[({`'"]|[\w$.]+\s*(?:;|$|\())|\{[^}]*\}\s*(?:from\b|;|$)|\*\s+(?:as\s+[\w$]+\s+)?from\s*["'])/;

/** Whether a paragraph starts with a whole statement that brings code in or gives it out. Prose that starts with those words does not. */
export function looksLikeCode(paragraph: string): boolean {
  // Runs of white space would make the patterns slow.
  const start = paragraph.slice(0, 2000).replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '));
  return (start.startsWith('import') && IMPORT.test(start)) || (start.startsWith('export') && EXPORT.test(start));
}
