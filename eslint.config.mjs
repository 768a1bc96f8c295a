import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pure = 'This layer is pure: no Astro, Node or browser. Pass the value in as an argument. See docs/ARCHITECTURE.md.';
const ban = (message, group) => ({ 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] });

export default defineConfig(
  { ignores: ['dist', '.astro', '.cache', '.garden', 'node_modules', 'tests/gardens', 'content'] },
  ...tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  { files: ['src/garden/**/*.ts'], ignores: ['**/*.test.ts'], rules: ban(pure, ['node:*', 'astro', 'astro:*', '#disk/*', '#site/*', 'fs', 'path', 'virtual:*']) },
  { files: ['src/garden/model/**/*.ts'], ignores: ['**/*.test.ts'], rules: ban('The model knows nothing of checks or outputs.', ['node:*', 'astro', 'astro:*', '#disk/*', '#site/*', '**/outputs/*']) },
  { files: ['src/disk/**/*.ts'], rules: ban('disk is used by scripts and site alike, so it may import only garden.', ['astro', 'astro:*', '#site/*', '**/scripts/*']) },
  { files: ['src/site/**/*.ts'], ignores: ['**/*.test.ts'], rules: ban('The site may not lean on scripts.', ['**/scripts/*']) },
  {
    files: ['src/cms/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: ban('The form runs in a browser: it may import only garden and libraries for browsers.', ['node:*', 'astro', 'astro:*', '#disk/*', '#site/*', '#desk/*', '**/scripts/*']),
  },
  {
    files: ['src/oauth/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: ban('The sign-in runs on any host by itself: it imports nothing but its own files; only its server for Node may use node:http.', ['astro', 'astro:*', '#*', '**/scripts/*', 'zod', 'yaml']),
  },
  { files: ['src/desk/**/*.ts'], ignores: ['**/*.test.ts'], rules: ban('The desk runs in Node and may import only garden and disk.', ['astro', 'astro:*', '#site/*', '#cms/*', '**/scripts/*']) },
  { files: ['**/*.test.ts', 'tests/**'], rules: { 'max-lines': 'off' } },
);
