import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { analyseBody } from '#garden/entry/body.ts';
import { componentNamed, components } from '#garden/safe-mdx/components.ts';
import { gardenMarkdown } from '../markdown/garden-markdown.ts';
import { componentBlock } from './component-block.ts';
import { componentFields } from './component-fields.ts';
import { componentWords } from './component-name.ts';
import { openComponents, tagAtCursor } from './tag-at.ts';
import { changeTag, newTag, tagValues } from './write-tag.ts';

describe('tags', () => {
  test('a value that changes leaves the others as they were written', () => {
    expect(changeTag(`<Callout  type='tip'   title="Before" >`, { type: 'tip', title: 'After' })).toBe(`<Callout  type='tip'   title="After" >`);
  });

  test('an attribute that is emptied is taken out, and a new one goes to the end', () => {
    expect(changeTag('<Callout type="tip" title="Before">', { type: '', title: 'Before' })).toBe('<Callout title="Before">');
    expect(changeTag('<Cite source="a" />', { source: 'a', page: '3' })).toBe('<Cite source="a" page="3" />');
    expect(changeTag('<Cite source="a"/>', { source: 'a', page: '3' })).toBe('<Cite source="a" page="3"/>');
  });

  test('the same values change nothing, whatever the tag looks like', () => {
    const raw = '<Figure\n  src="../media/a.svg"\n  alt={"A &amp; b"}\n  unknown\n/>';
    expect(changeTag(raw, tagValues(raw))).toBe(raw);
  });

  test.each(['a "quoted" word', 'R&D', '&amp; as written', 'Tom & Jerry', 'more > less'])('the words %s come back from a tag as they were', (words) => {
    expect(tagValues(newTag('Callout', { title: words }, false))).toEqual({ title: words });
  });
});

describe('dialogs of components', () => {
  test('every component has a label and a hint for each attribute', () => {
    for (const component of components)
      for (const field of componentFields(component)) expect([component.name, field.name, field.label === '' || field.hint === '']).toEqual([component.name, field.name, false]);
  });

  test('what a hint gives as an example does', () => {
    for (const component of components) for (const field of componentFields(component)) expect([field.name, field.example && field.problem(field.example)]).toEqual([field.name, undefined]);
  });

  test('what a component needs is required, and choices are listed', () => {
    const fields = componentFields(componentNamed('Evidence')!);
    expect(fields.map(({ name, required, kind }) => [name, required, kind])).toEqual([
      ['strength', true, 'choice'],
      ['sources', true, 'sources'],
    ]);
    expect(fields[0]!.choices).toEqual(['strong', 'moderate', 'weak', 'contested']);
  });

  test('long words get a large field', () => {
    const kinds = Object.fromEntries(componentFields(componentNamed('Figure')!).map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({ alt: 'words', credit: 'line', description: 'words' });
  });

  test('a value that does not do says what would', () => {
    const minutes = componentFields(componentNamed('Exercise')!).find(({ name }) => name === 'minutes')!;
    expect(minutes.problem('10')).toBeUndefined();
    expect(minutes.problem('0')).toBe('Minutes must be 1 or more.');
  });

  test('names are shown as words', () => {
    expect(componentWords('FieldNote')).toBe('Field note');
  });
});

describe('new components', () => {
  const values: Record<string, Record<string, string>> = {
    Figure: { src: '../media/a.svg', alt: 'A map' },
    Evidence: { strength: 'weak', sources: 'doc-spacing' },
    Exercise: { title: 'Try it' },
    Cite: { source: 'doc-spacing' },
  };

  test.each(components.filter(({ inside }) => !inside))('$name is written so that the check has nothing to say', (component) => {
    const { text } = componentBlock(component, values[component.name] ?? {});
    expect(analyseBody(`Words.\n\n${text}\n\nMore.\n`, 1).facts.problems).toEqual([]);
  });

  test('an exercise takes an answer along', () => {
    const { text } = componentBlock(componentNamed('Exercise')!, { title: 'Try it' }, { answer: true });
    expect(text).toBe('<Exercise title="Try it">\n\nWords.\n\n<Answer>\n\nWords.\n\n</Answer>\n\n</Exercise>');
    expect(analyseBody(text, 1).facts.problems).toEqual([]);
  });

  test('the words to replace are selected', () => {
    for (const [name, words] of [
      ['Callout', 'Words.'],
      ['Steps', 'First.'],
      ['Checklist', 'Gloves'],
    ] as const) {
      const { text, select } = componentBlock(componentNamed(name)!, {});
      expect(text.slice(...select!)).toBe(words);
    }
  });

  test('chosen lines become the steps', () => {
    expect(componentBlock(componentNamed('Steps')!, {}, { content: 'Walk.\n- Look.' }).text).toBe('<Steps>\n\n1. Walk.\n2. Look.\n\n</Steps>');
    expect(componentBlock(componentNamed('Steps')!, {}, { content: '1. Walk.\n1. Look.' }).text).toBe('<Steps>\n\n1. Walk.\n1. Look.\n\n</Steps>');
  });
});

describe('the cursor', () => {
  const text = '<Exercise title="A">\n\nWords `<Cite />`.\n\n<Figure\n  src="../media/a.svg"\n  alt="b" />\n\n</Exercise>\n';
  const at = (words: string) => EditorState.create({ doc: text, selection: { anchor: text.indexOf(words) + 1 }, extensions: gardenMarkdown() });

  test('finds the opening tag it stands in, over several lines', () => {
    expect(tagAtCursor(at('title'))?.raw).toBe('<Exercise title="A">');
    expect(tagAtCursor(at('alt='))?.component.name).toBe('Figure');
  });

  test('finds a citation when it stands in it, not beside it', () => {
    const cited = (anchor: number) => EditorState.create({ doc: 'So <Cite source="a" />.', selection: { anchor }, extensions: gardenMarkdown() });
    expect(tagAtCursor(cited(8))?.component.name).toBe('Cite');
    expect(tagAtCursor(cited(3))).toBeUndefined();
    expect(tagAtCursor(cited(22))).toBeUndefined();
  });

  test('finds none in words, code or a closing tag', () => {
    expect(tagAtCursor(at('Words'))).toBeUndefined();
    expect(tagAtCursor(at('Cite'))).toBeUndefined();
    expect(tagAtCursor(at('/Exercise'))).toBeUndefined();
  });

  test('knows the components around it', () => {
    expect(openComponents(at('Words'), text.indexOf('Words'))).toEqual(['Exercise']);
    expect(openComponents(at('Words'), text.length)).toEqual([]);
  });
});
