import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../src/disk/content-folder.ts';

interface Lockfile {
  readonly packages: Record<string, { readonly optionalDependencies?: Record<string, string> }>;
}

const text = readFileSync(path.join(PROJECT, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as Lockfile;

test('the lockfile names every optional package of every package, so that npm ci accepts it on every system', () => {
  const names = new Set(Object.keys(packages).map((key) => key.replace(/^.*node_modules\//, '')));
  const missing = Object.values(packages).flatMap((item) => Object.keys(item.optionalDependencies ?? {}).filter((name) => !names.has(name)));
  expect(missing).toEqual([]);
});

test('the lockfile holds no address of a registry', () => {
  expect(text).not.toMatch(/"resolved": "https?:/);
});

test('every version in package.json is exact', () => {
  const manifest = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((key) => Object.entries(manifest[key] ?? {}));
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
