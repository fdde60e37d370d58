import { SuggestText } from '../../contracts/directory.ts';
import { parse } from '../../contracts/parse.ts';
import { foldPlain } from '../../domain/chinese-text.ts';
import type { MatterEntry } from '../../domain/duty.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Ctx } from '../context.ts';

export interface SuggestedMatter {
  code: Matter;
  name: string;
  nameEn: string;
  plain: string;
  plainEn: string;
  score: number;
  /** The words of the text that spoke for it, strongest first. */
  words: string[];
}

/**
 * Ranks matters by the weighted words that occur in a person's own words. A word inside a longer one that was found
 * already (采购 in 政府采购) does not speak twice. A suggestion only: the person confirms it.
 */
export function rankMatters(matters: readonly MatterEntry[], text: string): SuggestedMatter[] {
  const folded = foldPlain(text);
  const ranked = matters
    .map((matter) => {
      const found: { word: string; weight: number }[] = [];
      let rest = folded;
      for (const [word, weight] of Object.entries(matter.words).sort(([a], [b]) => b.length - a.length)) {
        const parts = splitAt(rest, foldPlain(word));
        if (parts.length < 2) continue;
        rest = parts.join('\u0000');
        // Said more than once it weighs a little more.
        found.push({ word, weight: weight * (1 + 0.2 * Math.min(parts.length - 2, 3)) });
      }
      found.sort((a, b) => b.weight - a.weight);
      return {
        code: matter.code,
        name: matter.name,
        nameEn: matter.nameEn,
        plain: matter.plain,
        plainEn: matter.plainEn,
        score: Math.round(found.reduce((sum, f) => sum + f.weight, 0) * 10) / 10,
        words: found.map((f) => f.word),
      };
    })
    .filter((m) => m.score > 0 || m.code === 'other');
  // "Other" is offered at the end, and alone where no word spoke.
  return ranked.sort((a, b) => Number(a.code === 'other') - Number(b.code === 'other') || b.score - a.score);
}

/** Latin words only count whole: "bid" does not speak in "forbidden". */
function splitAt(text: string, word: string): string[] {
  if (!/^[a-z0-9 -]+$/.test(word)) return text.split(word);
  return text.split(new RegExp(`(?<![a-z0-9])${word}s?(?![a-z0-9])`));
}

export async function suggestMatters(
  ctx: Ctx,
  input: unknown,
): Promise<{ items: SuggestedMatter[]; nextCursor: string | null }> {
  const { text } = parse(SuggestText, input);
  return { items: rankMatters((await ctx.directory()).matters, text), nextCursor: null };
}
