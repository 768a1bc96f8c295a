/** The `content/media/…` path that an image address in `file` names, or undefined when it names something else. */
export function mediaPath(file: string, src: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|[?#\\]/i.test(src)) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(src);
  } catch {
    return undefined;
  }
  const parts = decoded.startsWith('/') ? [] : file.split('/').slice(0, -1);
  if (decoded.startsWith('/media/')) parts.push('content');
  for (const part of decoded.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/').normalize('NFC');
  return path.startsWith('content/media/') ? path : undefined;
}
