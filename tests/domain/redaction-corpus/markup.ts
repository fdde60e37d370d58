/**
 * The markup of the labelled corpus: `[[kind|what must go]]`, without nesting. Every text is fictional and ours; the labels
 * are written by hand (hard/) or by the generator that made up the values, never by the rules that they measure.
 */
export const LABEL_KINDS = [
  'party', // a natural person's name in the list of the parties
  'name', // the same anywhere else, short forms included
  'id',
  'bank',
  'phone',
  'plate',
  'address',
  'health',
  'mail',
  'chat',
  'passport',
  'deed',
  'birth',
] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export interface Label {
  kind: LabelKind;
  /** UTF-16 offsets in the text without markup; end is exclusive. */
  start: number;
  end: number;
}

export interface Labelled {
  title: string;
  text: string;
  labels: Label[];
}

const isKind = (kind: string): kind is LabelKind => (LABEL_KINDS as readonly string[]).includes(kind);

/** @throws Error where a label has no known kind */
export function readMarkup(title: string, marked: string): Labelled {
  const labels: Label[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/\[\[(\w+)\|([^\]]+)\]\]/g)) {
    const [whole, kind = '', words = ''] = match;
    if (!isKind(kind)) throw new Error(`${title}: no kind ${kind}`);
    text += marked.slice(at, match.index);
    labels.push({ kind, start: text.length, end: text.length + words.length });
    text += words;
    at = match.index + whole.length;
  }
  return { title, text: text + marked.slice(at), labels };
}

export const label = (kind: LabelKind, words: string): string => `[[${kind}|${words}]]`;
