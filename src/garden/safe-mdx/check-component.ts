import { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import type { BodySource } from './body-source.ts';
import { componentNamed, components, type Component } from './components.ts';
import { htmlAdvice, isActiveTag, isHtmlTag } from './html-advice.ts';
import type { ComponentNode, TagAttribute } from './nodes.ts';
import { imageProblem } from './urls.ts';

const FORBIDDEN =
  /^(?:on.*|style|class|classname|id|srcdoc|srcset|xlink:.*|xmlns.*|dangerouslysetinnerhtml|ref|key|is|slot|(?:set|client|server|define|is|transition|bind|v-[a-z]+|x-[a-z]+):.*|@.*|__proto__|constructor|prototype)$/i;

/** Checks one component: its name, its attributes and where it stands. Sets its props when all is right. */
export function checkComponent(node: ComponentNode, ancestors: readonly string[], source: BodySource): void {
  const offset = node.position?.start.offset ?? 0;
  const length = node.data?.raw?.length ?? node.name.length + 1;
  const component = componentNamed(node.name);
  const harmful = node.attributes.find((attribute) => attribute.trouble === 'expression' || FORBIDDEN.test(attribute.name));
  if (!component) reportUnknown(node, offset, length, harmful !== undefined, source);
  const fine = checkAttributes(node, offset, component, source);
  if (!component) return;
  if (fine) readProps(node, component, offset, length, source);
  if (component.inside && !ancestors.includes(component.inside)) {
    source.error('broken-markup', offset, length, `${node.name} stands outside of <${component.inside}>.`, `Move it between <${component.inside} …> and </${component.inside}>.`);
  }
  if (component.children === 'blocks') checkChildren(node, component, offset, length, source);
}

function reportUnknown(node: ComponentNode, offset: number, length: number, harmful: boolean, source: BodySource): void {
  const { name } = node;
  if (/[.:]/.test(name)) {
    source.error('unsafe-mdx', offset, length, `The tag <${name}> has a "${name.includes('.') ? '.' : ':'}" in its name, which only code may have.`, 'Leave it out, or use a component of the garden.');
    return;
  }
  const close = nearest(
    name,
    components.map((component) => component.name),
  );
  const sameName = components.find((component) => component.name.toLowerCase() === name.toLowerCase());
  if (sameName && !isActiveTag(name)) {
    source.error('unknown-component', offset, length, `There is no component called "${name}".`, `Write <${sameName.name}>, with the same capital letters.`);
  } else if (isHtmlTag(name) && (name === name.toLowerCase() || isActiveTag(name))) {
    source.error(isActiveTag(name) || harmful ? 'unsafe-mdx' : 'unknown-component', offset, length, `Pages cannot use the HTML tag <${name}>.`, htmlAdvice(name));
  } else {
    source.error(
      'unknown-component',
      offset,
      length,
      `There is no component called "${name}".`,
      close ? `Did you mean <${close}>?` : `Use one of ${components.map((component) => component.name).join(', ')}, or write "\\<" if you mean the sign.`,
    );
  }
}

/** Reports attributes that are no plain data or that no component has. Returns whether there were none. */
function checkAttributes(node: ComponentNode, offset: number, component: Component | undefined, source: BodySource): boolean {
  let fine = true;
  const seen = new Set<string>();
  const known = component ? Object.keys(component.props.shape) : [];
  for (const attribute of node.attributes) {
    const report = (rule: string, message: string, suggestion: string): void => {
      fine = false;
      source.error(rule, offset + attribute.offset, attribute.length, message, suggestion);
    };
    const { name } = attribute;
    if (name === '...') report('unsafe-mdx', `The tag <${node.name}> has braces in place of attributes, which is code.`, 'Write attributes as name="words".');
    else if (attribute.trouble === 'expression') report('unsafe-mdx', `The value of "${name}" is code.`, `Write ${name}="words" with plain words.`);
    else if (!known.includes(name) && FORBIDDEN.test(name)) report('unsafe-mdx', `The attribute "${name}" is not allowed, because it can change how the page works.`, 'Leave it out.');
    else if (!component) continue;
    else if (attribute.trouble === 'bare')
      report('wrong-attribute', `The tag <${node.name}> has something in it that is no attribute.`, 'Write each attribute as name="words", with straight double quotes.');
    else if (!known.includes(name)) report('wrong-attribute', `${node.name} has no attribute called "${name.slice(0, 40)}".`, suggestName(name, known));
    else if (seen.has(name)) report('wrong-attribute', `The attribute "${name}" stands here twice.`, 'Leave one of them out.');
    seen.add(name);
  }
  return fine;
}

function suggestName(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'Leave it out: this component has no attributes.';
  const close = nearest(name, known);
  return close ? `Did you mean "${close}"?` : `It can have ${known.map((key) => `"${key}"`).join(', ')}.`;
}

function readProps(node: ComponentNode, component: Component, offset: number, length: number, source: BodySource): void {
  const given = new Map(node.attributes.map((attribute) => [attribute.name, attribute]));
  const result = component.props.safeParse(Object.fromEntries(node.attributes.map(({ name, value }) => [name, value])));
  if (!result.success) {
    const told = new Set<string>();
    for (const issue of result.error.issues) {
      const name = String(issue.path[0] ?? '');
      if (told.has(name)) continue;
      told.add(name);
      reportValue(node, component, name, given.get(name), 'values' in issue ? (issue.values as unknown[]).map(String) : [], issue.message, [offset, length], source);
    }
    return;
  }
  if (node.name === 'Cite' && !result.data['source'] === !result.data['sources']) {
    source.error('wrong-attribute', offset, length, 'Cite needs to say its source, once.', 'Write <Cite source="file-name-of-the-source" />, or sources="a, b" for several.');
    return;
  }
  if (node.name === 'Figure') {
    const src = given.get('src');
    const problem = imageProblem(String(result.data['src']));
    if (problem && src) {
      source.error('unsafe-address', offset + src.offset, src.length, problem.message, problem.suggestion);
      return;
    }
  }
  node.props = result.data;
}

function reportValue(
  node: ComponentNode,
  component: Component,
  name: string,
  attribute: TagAttribute | undefined,
  allowed: string[],
  message: string,
  [offset, length]: [number, number],
  source: BodySource,
): void {
  const example = exampleOf(component.props.shape[name]) ?? 'words';
  const write = `Write ${name}="${example}".`;
  if (name === 'alt' && (!attribute || attribute.value === true || String(attribute.value).trim() === '')) {
    source.error('missing-alt-text', attribute ? offset + attribute.offset : offset, attribute?.length ?? length, 'This figure needs a description for people who do not see it.', write);
  } else if (!attribute) {
    source.error('wrong-attribute', offset, length, `${node.name} needs "${name}".`, write);
  } else {
    const value = Array.isArray(attribute.value) ? attribute.value.join(', ') : String(attribute.value);
    const close = allowed.length > 0 ? nearest(value, allowed) : undefined;
    const rule = allowed.length > 0 ? `it can be ${allowed.map((word) => `"${word}"`).join(', ')}` : message.startsWith('must') ? `it ${message}` : undefined;
    source.error(
      'wrong-attribute',
      offset + attribute.offset,
      attribute.length,
      attribute.value === true ? `"${name}" has no value.` : `"${value.slice(0, 60)}" does not work as "${name}" of ${node.name}${rule ? `: ${rule}` : ''}.`,
      close ? `Did you mean "${close}"?` : write,
    );
  }
}

function exampleOf(schema: z.core.$ZodType | undefined): string | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return exampleOf(schema.unwrap());
  const examples = schema instanceof z.ZodType ? schema.meta()?.['examples'] : undefined;
  return Array.isArray(examples) ? String(examples[0]) : undefined;
}

function checkChildren(node: ComponentNode, component: Component, offset: number, length: number, source: BodySource): void {
  const report = (message: string, suggestion: string): void => source.error('broken-markup', offset, length, message, suggestion);
  if (node.children.length === 0) {
    report(`${node.name} has nothing in it.`, `Put the words between <${node.name}> and </${node.name}>, or leave it out.`);
  } else if (component.needs === 'numbered list' && !node.children.some((child) => child.type === 'list' && child.ordered)) {
    report(`${node.name} has no numbered list in it.`, 'Start each step on its own line with "1. ".');
  } else if (component.needs === 'task list' && !node.children.some((child) => child.type === 'list' && child.children.some((item) => typeof item.checked === 'boolean'))) {
    report(`${node.name} has no task list in it.`, 'Start each line with "- [ ] ".');
  }
}
