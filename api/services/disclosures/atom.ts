/** Atom (RFC 4287) with the links of paged feeds (RFC 5005), written by hand: the library that we had knows no pages. */
export interface AtomEntry {
  /** An IRI that never changes. */
  id: string;
  title: string;
  link: string;
  /** Instants, ISO 8601. */
  published: string;
  updated: string;
  summary: string;
  categories: { term: string; label: string }[];
}
export interface AtomFeed {
  id: string;
  title: string;
  subtitle: string;
  language: string;
  author: string;
  rights: string;
  updated: string;
  /** The page for people, this very document, and the other documents of the feed. */
  links: { rel: 'alternate' | 'self' | 'first' | 'next'; href: string; type: string }[];
  entries: AtomEntry[];
}

// What XML 1.0 does not allow at all goes; what would be markup is written as text.
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (c) => MARKUP[c] ?? '');

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;
const empty = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}/>`;

export function atomText(feed: AtomFeed): string {
  const head = [
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feed.updated),
    ...feed.links.map((link) => empty('link', link)),
    `<author>${element('name', feed.author)}</author>`,
    element('generator', 'Jiannuo'),
    element('rights', feed.rights),
  ];
  const entries = feed.entries.map((entry) =>
    [
      '<entry>',
      element('id', entry.id),
      element('title', entry.title),
      empty('link', { rel: 'alternate', type: 'text/html', href: entry.link }),
      element('published', entry.published),
      element('updated', entry.updated),
      element('summary', entry.summary),
      ...entry.categories.map((category) => empty('category', category)),
      '</entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    ...head,
    ...entries,
    '</feed>\n',
  ].join('\n');
}
