import { expect, test } from 'vitest';
import { readLiteral } from './read-literal.ts';

test.each<[string, unknown]>([
  ['10', 10],
  ['-1.5', -1.5],
  ['"a{b"', 'a{b'],
  ["'it\\'s'", "it's"],
  ['`a`', 'a'],
  ['true', true],
  ['["a", \'b\', 3]', ['a', 'b', 3]],
  ['[]', []],
  ['["a",]', ['a']],
])('%s is data', (text, value) => expect(readLiteral(text)).toEqual({ value }));

test.each(['a', 'a()', '1+1', '"a" + b', '`${a}`', '{a: 1}', '[a]', '["a", b()]', '["a"', '"a\\u0041"', '() => 1', '', 'null', '[["a"]]', '"a" "b"', '/a/'])('%s is not data', (text) => {
  expect(readLiteral(text)).toBeUndefined();
});
