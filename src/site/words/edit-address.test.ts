import { expect, test } from 'vitest';
import { editAddress } from './edit-address.ts';

const file = 'content/guides/use-chew-cards.mdx';

test.each([
  ['https://github.com/example/garden', 'https://github.com/example/garden/edit/main/content/guides/use-chew-cards.mdx'],
  ['https://github.com/example/garden.git/', 'https://github.com/example/garden/edit/main/content/guides/use-chew-cards.mdx'],
  ['https://gitlab.com/group/sub/garden', 'https://gitlab.com/group/sub/garden/-/edit/main/content/guides/use-chew-cards.mdx'],
  ['https://codeberg.org/example/garden', 'https://codeberg.org/example/garden/_edit/main/content/guides/use-chew-cards.mdx'],
])('a file of %s is edited where that host edits files', (repository, address) => {
  expect(editAddress({ repository, branch: 'main' }, file)).toBe(address);
});

test('a host of one’s own is edited as what site.yaml says runs there', () => {
  const repository = 'https://git.example.org/example/garden';
  expect(editAddress({ repository, branch: 'main', form: { host: 'gitlab' } }, file)).toBe(`${repository}/-/edit/main/${file}`);
  expect(editAddress({ repository, branch: 'main', form: { host: 'gitea' } }, file)).toBe(`${repository}/_edit/main/${file}`);
});

test('where nobody knows what runs on the host, the repository itself opens', () => {
  expect(editAddress({ repository: 'https://git.example.org/example/garden', branch: 'main' }, file)).toBe('https://git.example.org/example/garden');
});

test('without a repository there is nothing to open', () => {
  expect(editAddress({ branch: 'main' }, file)).toBeUndefined();
});

test('a branch keeps its slash, and signs that mean something in an address are written so that they do not', () => {
  expect(editAddress({ repository: 'https://github.com/example/garden', branch: 'next/50%#1' }, file)).toBe(`https://github.com/example/garden/edit/next/50%25%231/${file}`);
});
