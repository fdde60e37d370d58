import { plain, seen } from './plain.ts';
import { COMPOUND } from './surnames.ts';

/**
 * A text as the rules read it: signs in half width, and letter-spaced words closed up (审　判　长 → 审判长, 张　三 → 张三),
 * as courts set short names to the width of long ones; without signs that nobody sees.
 */
export interface Reading {
  text: string;
  /** Where each character of the reading stands in the original (UTF-16). */
  at: readonly number[];
}

const DOUBLE = new Set(COMPOUND.split('|'));
const HAN = /[一-龥]/;
/** A space of the row at most: what stands farther apart is not one word. */
const WIDEST_GAP = 4;

export function read(original: string): Reading {
  // Line ends of other systems, tabs: one for one.
  const shown = seen(original);
  const signs = plain(shown.text)
    .replace(/\r/g, '\n')
    .replace(/\t/g, ' ')
    // A text typed in half width ends its sentences with a point.
    .replace(/(?<=[一-龥)])\.(?=[一-龥\s]|$)/g, '。');
  const spaced = (i: number): boolean => i < 0 || i >= signs.length || !/[一-龥0-9A-Za-z]/.test(signs.charAt(i));
  const alone = (i: number): boolean => HAN.test(signs.charAt(i)) && spaced(i - 1) && spaced(i + 1);
  const at: number[] = [];
  let text = '';
  for (let i = 0; i < signs.length; i++) {
    text += signs.charAt(i);
    at.push(shown.at[i] ?? i);
    // 欧阳　峰: a family name of two characters is set apart from a single one too.
    const family = i > 0 && DOUBLE.has(signs.slice(i - 1, i + 1)) && spaced(i - 2) && spaced(i + 1);
    if (!alone(i) && !family) continue;
    let next = i + 1;
    while (signs.charAt(next) === ' ' && next - i <= WIDEST_GAP) next++;
    if (next > i + 1 && alone(next)) i = next - 1;
  }
  return { text, at };
}

/** The original's offsets of a piece of the reading. */
export function original(reading: Reading, start: number, end: number): [number, number] {
  return [reading.at[start] ?? 0, (reading.at[end - 1] ?? 0) + 1];
}
