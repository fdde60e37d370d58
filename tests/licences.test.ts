import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './support/imports.ts';

/** Licences under which what we ship may be passed on with the Apache-2.0 program, without duties on the whole. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
/** Looked at one by one: package and why it may stay. */
const EXCEPTIONS: Record<string, string> = {
  '@img/sharp-libvips-linux-x64':
    'LGPL-3.0 shared library, unchanged and replaceable; comes with astro, no page uses it',
  lightningcss: 'MPL-2.0 for its own files, unchanged; a tool of the build',
  'lightningcss-linux-x64-gnu': 'the same',
};

interface Lock {
  packages: Record<
    string,
    { version?: string; dev?: boolean; devOptional?: boolean; license?: string; optional?: boolean }
  >;
}

/** "(MIT OR GPL-3.0)" is fine by one side, "MIT AND ISC" only by both. */
function fine(licence: string): boolean {
  const bare = licence.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' AND ')) return bare.split(' AND ').every(fine);
  if (bare.includes(' OR ')) return bare.split(' OR ').some(fine);
  return ALLOWED.has(bare);
}

function licenceOf(folder: string, declared: string | undefined): string {
  const file = path.join(ROOT, folder, 'package.json');
  if (!existsSync(file)) return declared ?? 'not installed';
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
    license?: string | { type: string };
    licenses?: { type: string }[];
  };
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map((entry) => entry.type).join(' OR ') ?? declared ?? 'none';
}

it('ships only packages whose licences may be passed on', () => {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const shipped = Object.entries(packages).filter(([folder, entry]) => folder !== '' && !entry.dev);
  expect(shipped.length).toBeGreaterThan(50);
  const refused = shipped
    .map(([folder, entry]) => ({ name: folder.replace(/^.*node_modules\//, ''), folder, entry }))
    // Builds for other machines are never fetched here; their parents are looked at.
    .filter(({ folder, entry }) => existsSync(path.join(ROOT, folder)) || !entry.optional)
    .map(({ name, folder, entry }) => ({ name, licence: licenceOf(folder, entry.license) }))
    .filter(({ name, licence }) => !fine(licence) && !(name in EXCEPTIONS))
    .map(({ name, licence }) => `${name}: ${licence}`);
  expect(refused).toEqual([]);
});
