/** How most lines of a text end; LF when it has one line only. */
export function lineEnd(text: string): '\n' | '\r\n' | '\r' {
  const crlf = text.split('\r\n').length - 1;
  const cr = text.split('\r').length - 1 - crlf;
  const lf = text.split('\n').length - 1 - crlf;
  return crlf > lf && crlf >= cr ? '\r\n' : cr > lf ? '\r' : '\n';
}

/** A text whose lines all end in LF. */
export function plainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
