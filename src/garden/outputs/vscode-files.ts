import { KIND_NAMES, KINDS } from '../schema/index.ts';
import { kindWords } from '../schema/kind-words.ts';
import { siteSchema, type Site } from '../schema/site.ts';
import { vocabularySchema, type Vocabularies } from '../schema/vocabularies.ts';
import { GENERATED } from './generated-note.ts';
import { fileSchema, jsonSchema, type JsonSchema } from './json-schema.ts';
import { vscodeSnippets } from './vscode-snippets.ts';

/** The settings of VS Code for this garden, by path below `.vscode`. They hold on the desktop and in the browser; tasks run on the desktop only. */
export function vscodeFiles(site: Site, vocabularies: Vocabularies): Readonly<Record<string, string>> {
  const schemas = [
    ...KIND_NAMES.map((kind) => [kind, `content/${kind}/*.mdx`, jsonSchema(kindWords(KINDS[kind], site), vocabularies)] as const),
    ['site', 'content/site.yaml', { ...fileSchema(siteSchema, vocabularies), title: 'The facts of the garden' }] as const,
    ['vocabulary', 'content/vocabularies/*.yaml', { ...fileSchema(vocabularySchema, vocabularies), title: 'A list' }] as const,
  ];
  return {
    ...Object.fromEntries(schemas.map(([name, , schema]) => [`schemas/${name}.json`, json({ $comment: GENERATED, ...(schema as JsonSchema) })])),
    'settings.json': noted(settings(Object.fromEntries(schemas.map(([name, files]) => [`.vscode/schemas/${name}.json`, files])))),
    'extensions.json': noted({ recommendations: ['redhat.vscode-yaml', 'editorconfig.editorconfig'] }),
    'tasks.json': noted(TASKS),
    'garden.code-snippets': noted(vscodeSnippets(vocabularies)),
  };
}

function settings(schemas: Readonly<Record<string, string>>) {
  return {
    // Markdown is built in everywhere: it colours the header, shows the outline and knows the snippets.
    'files.associations': { '*.mdx': 'markdown' },
    'files.eol': '\n',
    'files.insertFinalNewline': true,
    'files.readonlyInclude': {
      'content/*/README.md': true,
      '.vscode/schemas/**': true,
      '.vscode/garden.code-snippets': true,
      '.github/ISSUE_TEMPLATE/**': true,
      '.github/PULL_REQUEST_TEMPLATE.md': true,
      '.github/CODEOWNERS': true,
    },
    '[markdown]': {
      // Two spaces at the end of a line are a line break.
      'files.trimTrailingWhitespace': false,
      'editor.wordWrap': 'on',
      'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'off' },
      'editor.wordBasedSuggestions': 'off',
      'editor.snippetSuggestions': 'top',
      'editor.formatOnSave': false,
    },
    'yaml.schemas': schemas,
    'yaml.schemaStore.enable': false,
    'redhat.telemetry.enabled': false,
  };
}

const TASKS = {
  version: '2.0.0',
  tasks: [
    {
      label: 'Check the garden',
      detail: 'Shows every problem of the content at its place.',
      type: 'shell',
      command: 'npm run check',
      group: { kind: 'test', isDefault: true },
      presentation: { reveal: 'silent' },
      problemMatcher: {
        owner: 'garden',
        fileLocation: ['relative', '${workspaceFolder}'],
        pattern: [
          { regexp: '^(content/.+):(\\d+):(\\d+) {2}(error|warning) {2}(\\S+)$', file: 1, line: 2, column: 3, severity: 4, code: 5 },
          { regexp: '^ {2}(.+)$', message: 1 },
        ],
      },
    },
    { label: 'Show the garden', detail: 'The site on this machine, as you write.', type: 'shell', command: 'npm run dev', isBackground: true, problemMatcher: [] },
  ],
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function noted(value: unknown): string {
  return `// ${GENERATED}\n${json(value)}`;
}
