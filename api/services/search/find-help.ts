import { about } from '../../../site/text/about.ts';
import { accessibility } from '../../../site/text/accessibility.ts';
import { help } from '../../../site/text/help.ts';
import { helpTasks } from '../../../site/text/help-pages.ts';
import type { HelpTask } from '../../../site/text/help-task.ts';
import { privacy } from '../../../site/text/privacy.ts';
import type { Section } from '../../../site/text/prose.ts';
import { foldPlain } from '../../domain/chinese-text.ts';
import type { SearchQuery } from '../../domain/search-query.ts';
import type { Locale } from '../context.ts';
import { type Entry, findEntries, type Group } from './find-entries.ts';

/** A page of help, or one section of a page of plain words. */
export interface FoundHelp {
  title: string;
  text: string;
  path: string;
}

interface HelpEntry extends Entry<FoundHelp> {
  /** Folded words and names of the task: one of them inside a longer question finds it too. */
  words: string[];
}

const indexes = new Map<Locale, HelpEntry[]>();

function indexOf(locale: Locale): HelpEntry[] {
  let index = indexes.get(locale);
  if (!index) {
    index = [
      ...helpTasks(locale).flat().map(ofTask),
      ...(
        [
          ['/help', help],
          ['/privacy', privacy],
          ['/about', about],
          ['/accessibility', accessibility],
        ] as const
      ).flatMap(([path, page]) => page[locale].sections.map((section) => ofSection(path, section))),
    ];
    indexes.set(locale, index);
  }
  return index;
}

const ofTask = (task: HelpTask): HelpEntry => ({
  item: { title: task.title, text: task.lead, path: `/help/${task.id}` },
  heads: foldPlain([task.title, ...task.words].join(' | ')),
  text: foldPlain([task.lead, ...task.steps, task.time, task.sees].join(' | ')),
  words: task.words.map(foldPlain),
});

function ofSection(path: string, section: Section): HelpEntry {
  const lines = [...(section.paragraphs ?? []), ...(section.list ?? []), ...(section.facts ?? []).flat()];
  return {
    item: { title: section.title, text: lines[0] ?? '', path: `${path}#${section.id}` },
    heads: foldPlain(section.title),
    text: foldPlain(lines.join(' | ')),
    words: [],
  };
}

/** Help in which all words stand; and tasks of whose words one stands in the question (老板拖欠我工程款怎么办). */
export function findHelp(asked: string, query: SearchQuery, limit: number, locale: Locale): Group<FoundHelp> {
  const index = indexOf(locale);
  const found = findEntries(index, query, index.length);
  const question = foldPlain(asked);
  const said = index
    .map((entry) => ({ entry, weight: speaks(question, entry.words) }))
    .filter(({ entry, weight }) => weight > 0 && !found.items.includes(entry.item))
    .sort((a, b) => b.weight - a.weight)
    .map(({ entry }) => entry.item);
  const all = [...found.items, ...said];
  return { items: all.slice(0, limit), total: all.length, capped: false };
}

/** How much of the question the words cover; Latin words count whole only. */
function speaks(question: string, words: readonly string[]): number {
  return words
    .filter((word) =>
      /^[\x20-\x7e]+$/.test(word)
        ? new RegExp(`(?<![a-z0-9])${word.replace(/[^a-z0-9 ]/g, '\\$&')}(?![a-z0-9])`).test(question)
        : question.includes(word),
    )
    .reduce((sum, word) => sum + word.length, 0);
}
