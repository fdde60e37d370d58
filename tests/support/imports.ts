import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.join(import.meta.dirname, '../..');

export interface Import {
  from: string; // file, relative to the repository
  to: string; // file relative to the repository, or the name of a package, or "node:…"
  kind: 'file' | 'package' | 'node' | 'asset';
  typeOnly: boolean;
}

const SKIP = new Set(['node_modules', '.git', '.data', '.dist', '.bench', '.astro', 'coverage']);

export function sourceFiles(folder: string): string[] {
  const absolute = path.join(ROOT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    if (SKIP.has(entry.name)) return [];
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(file);
    return /\.(ts|tsx|astro|mjs)$/.test(entry.name) ? [file] : [];
  });
}

/** The TypeScript of a file: of an Astro component, its frontmatter. */
function script(file: string): string {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return file.endsWith('.astro') ? (/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') : text;
}

/** Every import, export … from and import() of a file, with whether it disappears at run time. */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, script(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ from: file, ...resolve(file, specifier), typeOnly });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const eachType =
        !!named && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((e) => e.isTypeOnly);
      add(
        node.moduleSpecifier.text,
        clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (eachType && !clause?.name),
      );
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function resolve(file: string, specifier: string): Pick<Import, 'to' | 'kind'> {
  if (specifier.startsWith('.')) {
    const to = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, '')));
    return { to, kind: /\.(ts|tsx|astro|mjs)$/.test(to) ? 'file' : 'asset' };
  }
  if (specifier.startsWith('node:')) return { to: specifier, kind: 'node' };
  return { to: specifier, kind: 'package' };
}

/** The first cycle found among files, as the path that closes it; imports that disappear at run time do not count. */
export function findCycle(imports: readonly Import[]): string[] | null {
  const edges = new Map<string, string[]>();
  for (const { from, to, kind, typeOnly } of imports) {
    if (kind === 'file' && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of edges.get(file) ?? []) {
      const cycle = walk(next, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return null;
}
