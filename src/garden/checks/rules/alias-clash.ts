import { isKindName } from '../../schema/index.ts';
import { page } from '../example-page.ts';
import { isReserved } from '../reserved-addresses.ts';
import { defineRule, type Finding, type GardenContext } from '../rule.ts';

export const aliasClash = defineRule({
  id: 'alias-clash',
  severity: 'error',
  summary: 'An old address belongs to one page, and no living page stands there.',
  why: 'Links to an old address can lead to one place only.',
  examples: [
    { title: 'an old address that two pages claim', found: true, files: { 'pages/a.mdx': page('Text.', 'aliases: [old]'), 'pages/b.mdx': page('Text.', 'aliases: [pages/old]') } },
    { title: 'an old address where a page stands', found: true, files: { 'pages/a.mdx': page('Text.', 'aliases: [b]'), 'pages/b.mdx': page('Text.') } },
    { title: 'its own address', found: true, files: { 'pages/a.mdx': page('Text.', 'aliases: [a]') } },
    { title: 'an address of the site itself', found: true, files: { 'pages/a.mdx': page('Text.', 'aliases: [search]') } },
    { title: 'an old address of its own', found: false, files: { 'pages/a.mdx': page('Text.', 'aliases: [old]'), 'pages/b.mdx': page('See [[old]].') } },
  ],
  checkGarden(context): Finding[] {
    return [...context.index.entries.values()].flatMap((entry) => {
      const { aliases } = entry;
      if (!aliases) return [];
      const own = `${entry.kind}/${entry.id}`;
      return aliases.flatMap((alias, at): Finding[] => {
        const [kind = '', id = ''] = alias.split('/');
        const say = (message: string, suggestion: string) => [{ file: `content/${own}.mdx`, ...placeOf(context, own), path: ['aliases', at], message, suggestion }];
        const out = 'Take it out of "aliases".';
        if (!isKindName(kind)) return say(`There is no kind of entry called "${kind}".`, 'Write a kind and an old file name, such as guides/trap-lines.');
        if (kind === 'pages' && isReserved(id)) return say(`The address /${id}/ belongs to the site itself.`, out);
        if (alias === own) return say(`"${alias}" is this page itself.`, out);
        if (aliases.indexOf(alias) < at) return say(`"${alias}" stands here twice.`, 'Keep one of the two.');
        const living = context.index.entries.get(alias);
        // Two living pages that claim each other are a circle, which another rule names.
        if (living) return living.aliases?.includes(own) ? [] : say(`"${alias}" is a page of its own, "${living.title}", and keeps its address.`, out);
        const others = (context.index.old.get(alias) ?? []).filter((other) => other !== entry).map((other) => `${other.kind}/${other.id}`);
        return others.length === 0 ? [] : say(`The old address "${alias}" is also claimed by ${others.join(' and ')}.`, 'Keep it in the page that took its place.');
      });
    });
  },
});

function placeOf({ entries }: GardenContext, address: string) {
  return entries.find(({ header }) => `${header.kind}/${header.id}` === address)?.header.places['aliases'] ?? { line: 1, column: 1 };
}
