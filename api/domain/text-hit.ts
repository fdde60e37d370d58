import { foldPlain } from './chinese-text.ts';
import { judgmentParts } from './judgment-parts.ts';

/** Where in the full text of a judgment the words of a question are. */
export interface TextHit {
  /** Of the page of the record: its anchor is #p and the number. */
  paragraph: number;
  text: string;
}

/** Words (folded) that none of the texts holds, folded alike. */
export function missingWords(words: readonly string[], texts: readonly (string | null)[]): string[] {
  const shown = texts.map((text) => foldPlain(text ?? ''));
  return words.filter((word) => !shown.some((text) => text.includes(word)));
}

/** The paragraph that holds most of the words, the first of those; null where none holds any. */
export function textHit(content: string, words: readonly string[]): TextHit | null {
  let best: TextHit | null = null;
  let most = 0;
  for (const { number, text } of judgmentParts(content)) {
    const folded = foldPlain(text);
    const held = words.filter((word) => folded.includes(word)).length;
    if (held <= most) continue;
    most = held;
    best = { paragraph: number, text };
  }
  return best;
}
