import { parseEntities } from 'parse-entities';

/**
 * Says for each index of the value of a text node where it stands in the source: escapes and entities make the value
 * shorter, and line starts in quotes and lists are not in it. The last number is the end.
 */
export function alignText(value: string, source: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  let at = start;
  for (let index = 0; index < value.length;) {
    const sign = value[index];
    if (source[at] === '\\' && source[at + 1] === sign && /[!-/:-@[-`{-~]/.test(sign ?? '')) {
      offsets.push(at + 1);
      at += 2;
      index += 1;
    } else if (source[at] === sign && !(sign === '&' && /^&(?:amp|#0*38|#x0*26);/i.test(source.slice(at, at + 12)))) {
      offsets.push(at);
      at += 1;
      index += 1;
      if (sign === '\n') while (at < end && /[\t >]/.test(source[at] ?? '') && source[at] !== value[index]) at += 1;
    } else if (source[at] === '&') {
      const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/i.exec(source.slice(at, at + 40))?.[0] ?? '&';
      const length = Math.max(1, parseEntities(entity).length);
      for (let part = 0; part < length && index < value.length; part += 1) {
        offsets.push(at);
        index += 1;
      }
      at += entity.length;
    } else if (at < end) {
      // White space at the end of a line, or a sign that was replaced.
      if (/[\t ]/.test(source[at] ?? '')) at += 1;
      else {
        offsets.push(at);
        at += 1;
        index += 1;
      }
    } else {
      offsets.push(end);
      index += 1;
    }
  }
  offsets.push(Math.min(at, end));
  return offsets;
}
