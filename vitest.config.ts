import { defineConfig } from 'vitest/config';

/** Tests that run the real build: two builds in one checkout would write over each other. */
const BUILDING = [
  'tests/addresses/**',
  'tests/bicycle.test.ts',
  'tests/browser/dev.test.ts',
  'tests/browser/hostile.test.ts',
  'tests/desk/start.test.ts',
  'tests/form/contributor.test.ts',
  'tests/form/github.test.ts',
  'tests/pull-request/**',
  'tests/refused-build.test.ts',
  'tests/reports.test.ts',
];
const ALL = ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'];

// `npm test` runs the building ones one by one, and beside them the others two at a time.
const group = process.env['TEST_GROUP'];

export default defineConfig({
  test: {
    include: group === 'building' ? BUILDING.map((name) => name.replace(/\*\*$/, '**/*.test.ts')) : ALL,
    exclude: ['**/node_modules/**', ...(group === 'others' ? BUILDING : [])],
    globalSetup: process.env['UNIT'] ? [] : ['tests/global-setup.ts'],
    fileParallelism: group === 'others',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
