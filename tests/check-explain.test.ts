import { expect, it, test } from 'vitest';
import { RULES } from '#garden/checks/rules/index.ts';
import { runScript } from './lib/check-gardens.ts';

const explain = (...args: string[]) => runScript('explain', '/nowhere', ...args);

test.each(['broken-link', 'camera-data', 'symlink', 'overdue-review', 'lost-address'])('explain %s prints the sentence, the reason, each example and what the check says there', async (id) => {
  const rule = RULES.find((item) => item.id === id);
  const { code, out } = await explain(id);
  expect(code).toBe(0);
  expect(out).toContain(rule?.summary);
  expect(out).toContain(`Why: ${rule?.why}`);
  for (const { title, found } of rule?.examples ?? []) expect(out).toContain(`${found ? 'Wrong' : 'Right'}: ${title}\n`);
  expect(out).toMatch(/^ {2}content\/\S+:\d+:\d+ {2}\S/m);
});

it('repaints no terminal', async () => {
  expect((await explain('broken-markup')).out).not.toMatch(/[\u202e]/);
});

it('lists every rule without a name', async () => {
  const { code, out } = await explain();
  expect(code).toBe(0);
  for (const { id, summary } of RULES) expect(out).toMatch(new RegExp(`^ {2}${id} +${summary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm'));
});

it('says the nearest name of one that does not exist', async () => {
  const { code, err } = await explain('brokn-link');
  expect({ code, err }).toEqual({ code: 2, err: 'There is no rule called "brokn-link". Did you mean "broken-link"?\n' });
});
