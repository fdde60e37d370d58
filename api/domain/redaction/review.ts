import { REDACTION_KINDS, type RedactionKind, type RedactionRule, type Replacement } from './replacement.ts';

/** A stretch of one paragraph: unchanged, or a replacement by its number from 1 in the order of the text. */
export interface Stretch {
  text: string;
  number?: number;
}

/** One paragraph as it was and as it would be published. */
export interface Paragraph {
  before: Stretch[];
  after: Stretch[];
}

/** What was replaced alike, wherever it stands. */
export interface Change {
  from: string;
  to: string;
  rule: RedactionRule;
  /** Numbers of the replacements, in order. */
  numbers: number[];
}

export interface Review {
  paragraphs: Paragraph[];
  groups: { kind: RedactionKind; changes: Change[]; count: number }[];
}

/** A text and its replacements as the second person reads them: side by side, and by kind with equal ones together. */
export function reviewOf(text: string, replacements: readonly Replacement[]): Review {
  const paragraphs: Paragraph[] = [];
  let current: Paragraph = { before: [], after: [] };
  const close = () => {
    if (current.before.length > 0) paragraphs.push(current);
    current = { before: [], after: [] };
  };
  const plainly = (words: string) => {
    for (const [i, line] of words.split('\n').entries()) {
      if (i > 0) close();
      if (line === '') continue;
      current.before.push({ text: line });
      current.after.push({ text: line });
    }
  };
  let at = 0;
  for (const [i, { start, end, from, to }] of replacements.entries()) {
    plainly(text.slice(at, start));
    current.before.push({ text: from, number: i + 1 });
    current.after.push({ text: to, number: i + 1 });
    at = end;
  }
  plainly(text.slice(at));
  close();
  return { paragraphs, groups: groupsOf(replacements) };
}

function groupsOf(replacements: readonly Replacement[]): Review['groups'] {
  const byKind = new Map<RedactionKind, Map<string, Change>>();
  for (const [i, { kind, from, to, rule }] of replacements.entries()) {
    const changes = byKind.get(kind) ?? new Map<string, Change>();
    const key = JSON.stringify([from, to]);
    const change = changes.get(key) ?? { from, to, rule, numbers: [] };
    change.numbers.push(i + 1);
    changes.set(key, change);
    byKind.set(kind, changes);
  }
  return REDACTION_KINDS.flatMap((kind) => {
    const changes = [...(byKind.get(kind)?.values() ?? [])];
    return changes.length === 0
      ? []
      : [{ kind, changes, count: changes.reduce((sum, change) => sum + change.numbers.length, 0) }];
  });
}
