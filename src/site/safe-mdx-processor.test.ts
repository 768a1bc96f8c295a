import { expect, test } from 'vitest';
import { garden } from './safe-mdx-processor.ts';

async function compile(content: string, frontmatter: Record<string, unknown> = {}) {
  const renderer = await garden().createMdxRenderer?.({}, { optimize: false });
  if (!renderer) throw new Error('no renderer');
  return renderer.process(content, '/a/b.mdx', frontmatter);
}

test('the module of a file holds its HTML as a string and no field that gives orders', async () => {
  const { code } = await compile('   \n         \n   \n## Hi\n\nimport.meta.env and `${x}` {process.exit(1)}\n', { title: 'T', layout: 'data:text/javascript,1' });
  expect(
    code
      .split('\n')
      .filter((line) => /import|export/.test(line))
      .map((line) => line.slice(0, 40)),
  ).toEqual(["import { Fragment, jsx } from 'astro/jsx", 'export default function MDXContent() { r', 'export const frontmatter = JSON.parse("{', 'export function getHeadings() { return J']);
  expect(code).not.toContain('layout');
});

test('all problems of a file stand in one error, at their lines', async () => {
  const failure = compile('   \n         \n   \n<script>1</script>\n\n![a](a.png)\n');
  await expect(failure).rejects.toMatchObject({ file: '/a/b.mdx', line: 4, column: 1 });
  await expect(failure).rejects.toThrow(/4:1 unsafe-mdx: [^]*6:1 unsafe-address: /);
});
