import { componentNamed, type Component } from '#garden/safe-mdx/components.ts';
import type { NewBlock } from '../commands/insert-block.ts';
import { newTag, type TagValues } from './write-tag.ts';

const WORDS = 'Words.';
const NUMBERED = /^\s*\d+[.)]\s/;
const TASK = /^\s*[-*+]\s+\[[ xX]\]\s/;
const ITEM = /^(\s*)(?:[-*+]\s+|\d+[.)]\s+)?/;

/** The text of a new component, around `content` or around the words of its example, which are then selected. */
export function componentBlock(component: Component, values: TagValues, { content = '', answer = false }: { content?: string; answer?: boolean } = {}): NewBlock {
  const opening = newTag(component.name, values, component.children === 'none');
  if (component.children === 'none') return { text: opening };
  const inside = content.trim() === '' ? exampleContent(component) : fitting(component, content);
  const more = answer ? `\n\n${componentNamed('Answer')?.example ?? ''}` : '';
  const from = opening.length + 2 + (content.trim() === '' ? (ITEM.exec(inside)?.[0].length ?? 0) + (/^\[.\] /.exec(inside.replace(ITEM, ''))?.[0].length ?? 0) : 0);
  const firstLine = opening.length + 2 + inside.split('\n')[0]!.length;
  return { text: `${opening}\n\n${inside}${more}\n\n</${component.name}>`, select: [from, content.trim() === '' ? firstLine : opening.length + 2 + inside.length] };
}

function exampleContent({ name, example }: Component): string {
  const inside = example.slice(example.indexOf('>') + 1, example.lastIndexOf(`</${name}>`)).trim();
  return inside === '' ? WORDS : inside;
}

/** Lines as the component needs them: a numbered list in steps, a task list in a checklist. */
function fitting({ needs }: Component, content: string): string {
  const lines = content.replace(/^\n+|\n+$/g, '').split('\n');
  const is = needs === 'numbered list' ? NUMBERED : TASK;
  if (!needs || lines.some((line) => is.test(line))) return lines.join('\n');
  let number = 0;
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      number += 1;
      return line.replace(ITEM, (_match, indent: string) => indent + (needs === 'numbered list' ? `${number}. ` : '- [ ] '));
    })
    .join('\n');
}
