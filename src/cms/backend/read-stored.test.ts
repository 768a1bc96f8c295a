import { expect, test } from 'vitest';
import { readStored, type Reader } from './read-stored.ts';

const path = 'content/guides/a.mdx';
const gone = Object.assign(new Error('content is not under editorial workflow'), { notUnderEditorialWorkflow: true });
const reader = (parts: Partial<Reader>): Reader => ({
  getEntry: async () => ({ data: 'published' }),
  unpublishedEntry: () => Promise.reject(gone),
  unpublishedEntryDataFile: async () => 'draft',
  base: async () => 'base',
  ...parts,
});
const read = (parts: Partial<Reader>) => readStored(reader(parts), 'guides', 'a', path);

test('a page without a draft is what readers see', async () => {
  expect(await read({})).toEqual({ published: 'published', draft: undefined, base: undefined, status: undefined });
});

test.each(['', null])('a backend that says %j of a file means that it is not there', async (data) => {
  expect((await read({ getEntry: async () => ({ data }) })).published).toBeUndefined();
});

test('a draft comes with its state and with what it set out from', async () => {
  const asked: string[] = [];
  const stored = await read({
    unpublishedEntry: async () => ({
      status: 'draft',
      diffs: [
        { path: 'content/media/x.jpg', id: '1' },
        { path, id: '2' },
      ],
    }),
    unpublishedEntryDataFile: async (...of) => (asked.push(of.join(' ')), 'draft'),
  });
  expect(stored).toEqual({ published: 'published', draft: 'draft', base: 'base', status: 'draft' });
  expect(asked).toEqual([`guides a ${path} 2`]);
});

test('no connection is not the same as not there: it stops the save', async () => {
  await expect(read({ unpublishedEntry: () => Promise.reject(new TypeError('Failed to fetch')) })).rejects.toThrow('Failed to fetch');
});
