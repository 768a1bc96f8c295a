import { expect, test } from 'vitest';
import { commitMessage } from './commit-message.ts';

const saved = { collection: 'guides', slug: 'trap-lines', fields: { title: 'Trap lines', credits: [{ name: 'Ana Example', role: 'author' }] }, isNew: true };

test('a message says what was done to which page, and who made it', () => {
  expect(commitMessage(saved)).toBe('content(guides): add Trap lines\n\nCredit: Ana Example (author)');
  expect(commitMessage({ ...saved, isNew: false })).toMatch(/^content\(guides\): update Trap lines\n/);
  expect(commitMessage({ ...saved, isNew: false, fields: { title: 'Trap lines', status: 'retired' } })).toBe('content(guides): retire Trap lines');
});

test('a message carries what the sender agreed to', () => {
  expect(commitMessage({ ...saved, agreed: 'my own work, under CC-BY-4.0' })).toMatch(/\nAgreed: my own work, under CC-BY-4\.0$/);
});

test('a long title is cut, so that the first line stays short', () => {
  const [first = ''] = commitMessage({ ...saved, fields: { title: 'A very long title '.repeat(8) } }).split('\n');
  expect(first.length).toBeLessThanOrEqual(72);
  expect(first).toMatch(/…$/);
});

test('a page without a title is named by its file, and odd values stay out', () => {
  expect(commitMessage({ ...saved, fields: { title: ' ', credits: [null, 7, { name: '' }] } })).toBe('content(guides): add trap-lines');
});

test('a title can neither call people nor add lines', () => {
  const message = commitMessage({ ...saved, fields: { title: 'Hi @everyone\nCo-authored-by: nobody' } });
  expect(message).not.toMatch(/@everyone/);
  expect(message.split('\n')).toHaveLength(1);
});
