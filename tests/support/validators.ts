import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { validateXML } from 'xmllint-wasm';
import { ROOT } from './imports.ts';

/** Validators of the conventions that we follow. None of them fetches anything. */

const data = (name: string): string => fs.readFileSync(path.join(ROOT, 'tests/data', name), 'utf8');
const require = createRequire(import.meta.url);

async function lint(
  xml: string,
  schema: string,
  extension: 'schema' | 'relaxng',
  preload: { fileName: string; contents: string }[] = [],
) {
  const result = await validateXML({ xml, schema, extension, preload, maxMemoryPages: 4096 });
  return result.errors.map((error) => error.message);
}

/** Faults of a feed against RFC 4287 and RFC 5005 (tests/data/atom.rng). */
export async function atomFaults(xml: string): Promise<string[]> {
  const faults = await lint(xml, data('atom.rng'), 'relaxng');
  const head = xml.split('<entry>')[0] ?? '';
  for (const rel of ['alternate', 'self']) {
    if (head.split(`rel="${rel}"`).length !== 2) faults.push(`not one link rel="${rel}" in the feed`);
  }
  for (const rel of ['first', 'next', 'previous', 'last']) {
    if (head.split(`rel="${rel}"`).length > 2) faults.push(`more than one link rel="${rel}" in the feed`);
  }
  for (const entry of xml.split('<entry>').slice(1)) {
    if (!entry.includes('rel="alternate"')) faults.push('an entry without rel="alternate"');
  }
  return faults;
}

/** Faults of a sitemap against the schema of sitemaps.org, as the library `sitemap` ships it. */
export function sitemapFaults(xml: string): Promise<string[]> {
  const schema = fs.readFileSync(
    path.join(path.dirname(require.resolve('sitemap/package.json')), 'schema/sitemap.xsd'),
    'utf8',
  );
  const all = `<schema xmlns="http://www.w3.org/2001/XMLSchema">
    <import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
    <import namespace="http://www.w3.org/1999/xhtml" schemaLocation="xhtml-link.xsd"/></schema>`;
  return lint(xml, all, 'schema', [
    { fileName: 'sitemap.xsd', contents: schema },
    { fileName: 'xhtml-link.xsd', contents: data('xhtml-link.xsd') },
  ]);
}
export const sitemapIndexFaults = (xml: string): Promise<string[]> => lint(xml, data('sitemap-index.xsd'), 'schema');

const packageSchema = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(data('data-package.schema.json')) as object,
);
/** Faults of a description against Data Package 2.0 and Table Schema. */
export function packageFaults(value: unknown): string[] {
  packageSchema(value);
  return (packageSchema.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const DCAT = 'http://www.w3.org/ns/dcat#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
/** Terms that DCAT 3 (W3C Recommendation of 2024) added to the vocabulary of version 2, which is what the package holds. */
const DCAT_3 = ['DatasetSeries', 'inSeries', 'version', 'previousVersion', 'hasVersion', 'hasCurrentVersion'];
interface Quad {
  subject: string;
  predicate: string;
  object: string;
}
const quads = (nquads: string): Quad[] =>
  nquads.split('\n').flatMap((line) => {
    const found = /^(\S+) <([^>]+)> (.+?)( <[^>]*>)? \.$/.exec(line);
    return found ? [{ subject: bare(found[1] ?? ''), predicate: found[2] ?? '', object: bare(found[3] ?? '') }] : [];
  });
const bare = (term: string): string => (term.startsWith('<') && term.endsWith('>') ? term.slice(1, -1) : term);

/** Faults of a catalogue: terms that DCAT does not have, and things of another class than a property of DCAT leads to. */
export async function catalogueFaults(document: object): Promise<string[]> {
  const jsonld = require('jsonld') as { toRDF(input: object, options: object): Promise<string> };
  const refuse = (url: string) => Promise.reject(new Error(`wanted to fetch ${url}`));
  const found = quads(
    await jsonld.toRDF(document, { format: 'application/n-quads', safe: true, documentLoader: refuse }),
  );
  const vocabulary = quads(
    fs.readFileSync(require.resolve('@vocabulary/dcat').replace(/index\.js$/, 'dcat.nq'), 'utf8'),
  );
  const terms = new Set([...vocabulary.map((quad) => quad.subject), ...DCAT_3.map((name) => DCAT + name)]);
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
  const classes = new Map<string, Set<string>>();
  for (const { subject, predicate, object } of found) {
    if (predicate === type) classes.set(subject, (classes.get(subject) ?? new Set()).add(object));
  }
  const above = (name: string): string[] => [
    name,
    ...vocabulary.filter((q) => q.subject === name && q.predicate === `${RDFS}subClassOf`).map((q) => q.object),
    ...(name === `${DCAT}DatasetSeries` ? [`${DCAT}Dataset`, `${DCAT}Resource`] : []),
  ];
  const isA = (thing: string, wanted: string) => {
    const own = classes.get(thing);
    return !own || [...own].flatMap(above).flatMap(above).includes(wanted);
  };
  const faults: string[] = found.length < 20 ? [`only ${found.length} statements`] : [];
  for (const { subject, predicate, object } of found) {
    for (const term of [predicate, ...(predicate === type ? [object] : [])]) {
      if (term.startsWith(DCAT) && !terms.has(term)) faults.push(`${term} is no term of DCAT`);
    }
    for (const [end, thing] of [
      ['domain', subject],
      ['range', object],
    ] as const) {
      for (const rule of vocabulary.filter((q) => q.subject === predicate && q.predicate === `${RDFS}${end}`)) {
        if (rule.object.startsWith(DCAT) && !isA(thing, rule.object))
          faults.push(`${thing} is no ${rule.object} (${predicate})`);
      }
    }
  }
  return faults;
}

interface FtmProperty {
  type?: string;
  range?: string;
  stub?: boolean;
}
interface FtmSchema {
  extends: string[];
  required?: string[];
  abstract?: boolean;
  properties: Record<string, FtmProperty>;
}
/** Faults of entities against the model of FollowTheMoney that its package ships. */
export function entityFaults(
  entities: readonly { id: string; schema: string; properties: Record<string, string[]> }[],
): string[] {
  const folder = path.dirname(require.resolve('@alephdata/followthemoney'));
  const { schemata } = JSON.parse(fs.readFileSync(path.join(folder, 'defaultModel.json'), 'utf8')) as {
    schemata: Record<string, FtmSchema>;
  };
  const lineage = (name: string): string[] => [name, ...(schemata[name]?.extends ?? []).flatMap(lineage)];
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const faults: string[] = byId.size === entities.length ? [] : ['an id stands twice'];
  for (const { id, schema, properties } of entities) {
    const known = schemata[schema];
    if (!known || known.abstract) {
      faults.push(`${id}: ${schema} is no schema`);
      continue;
    }
    if (!/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(id)) faults.push(`${id} is no id`);
    const all: Record<string, FtmProperty> = Object.assign(
      {},
      ...lineage(schema).map((name) => schemata[name]?.properties),
    );
    const required = lineage(schema).flatMap((name) => schemata[name]?.required ?? []);
    for (const name of required) if (!properties[name]?.length) faults.push(`${id}: ${name} is missing`);
    for (const [name, values] of Object.entries(properties)) {
      const property = all[name];
      if (!property || property.stub) faults.push(`${id}: ${schema} has no property ${name}`);
      for (const value of values) {
        if (property?.type === 'date' && !/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z?)?)?)?$/.test(value))
          faults.push(`${id}: ${value} is no date`);
        if (property?.type === 'country' && !/^[a-z]{2}$/.test(value)) faults.push(`${id}: ${value} is no country`);
        if (property?.type === 'url' && !URL.canParse(value)) faults.push(`${id}: ${value} is no address`);
        if (property?.type === 'entity') {
          const other = byId.get(value);
          if (!other) faults.push(`${id}: ${name} leads to ${value}, which is not there`);
          else if (property.range && !lineage(other.schema).includes(property.range))
            faults.push(`${id}: ${name} leads to a ${other.schema}`);
        }
      }
    }
  }
  return faults;
}

const vocabulary = fs.readFileSync(
  path.join(path.dirname(require.resolve('schema-dts/package.json')), 'dist/schema.d.ts'),
  'utf8',
);
const schemaProperties = new Set([...vocabulary.matchAll(/"([a-z][A-Za-z0-9]*)"\??:/g)].map((match) => match[1]));
const schemaTypes = new Set([...vocabulary.matchAll(/"@type": "([A-Z]\w*)"/g)].map((match) => match[1]));
/** Faults of what a page says in schema.org's words: types and properties that schema.org does not have. */
export function structuredFaults(value: unknown, at = '$'): string[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => structuredFaults(one, `${at}[${i}]`));
  if (value === null || typeof value !== 'object') return value === '' || value === null ? [`${at} is empty`] : [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = `${at}.${name}`;
    if (name === '@type') return schemaTypes.has(String(inner)) ? [] : [`${here}: ${inner} is no type`];
    if (name === '@context') return inner === 'https://schema.org' ? [] : [`${here}: ${inner}`];
    if (name.startsWith('@')) return [];
    // "query-input" is an extension of search engines beside the vocabulary.
    return [
      ...(schemaProperties.has(name) || name === 'query-input' ? [] : [`${here} is no property`]),
      ...structuredFaults(inner, here),
    ];
  });
}
/** The blocks of structured data of a page. */
export const structuredData = (html: string): { '@type': string }[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    (match) => JSON.parse(match[1] ?? '') as { '@type': string },
  );
