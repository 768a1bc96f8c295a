import { expect, test } from 'vitest';
import { issueAddress } from './issue-address.ts';

const issue = { title: 'Problem: Kererū & tūī #1', text: 'What is wrong?\n\nPage: https://garden.example/guides/a/?b=c&d=50%+1' };

test.each([
  ['https://github.com/example/garden', '/example/garden/issues/new', 'title', 'body'],
  ['https://codeberg.org/example/garden', '/example/garden/issues/new', 'title', 'body'],
  ['https://gitlab.com/example/garden.git', '/example/garden/-/issues/new', 'issue[title]', 'issue[description]'],
])('on %s an issue opens with its title and text as they were written', (repository, path, titleName, textName) => {
  const address = new URL(issueAddress({ repository }, issue) ?? '');
  expect(address.pathname).toBe(path);
  expect(address.searchParams.get(titleName)).toBe(issue.title);
  expect(address.searchParams.get(textName)).toBe(issue.text);
  expect(address.hash).toBe('');
});

test('where the host takes no issue that we know of, the contact of the garden opens', () => {
  const contact = 'https://garden.example/write-to-us/';
  expect(issueAddress({ repository: 'https://git.example.org/example/garden', contact }, issue)).toBe(contact);
  expect(issueAddress({ contact }, issue)).toBe(contact);
});

test('a garden with neither has nowhere to send it', () => {
  expect(issueAddress({}, issue)).toBeUndefined();
});
