/** Full-width letters, digits and signs as plain ones, one for one: offsets stay. */
export function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2002-\u200a\u202f]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u3007\u25cb]/g, '0');
}

/**
 * Signs that take no room and that nobody sees (joiners, marks of direction, soft hyphens, selectors of a form): they come with
 * what is copied out of web pages and scans, and stand within names and numbers.
 */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** The text without them, and where each character of it stands in the original (UTF-16). */
export function seen(text: string): { text: string; at: number[] } {
  const hidden = new Set<number>();
  for (const match of text.matchAll(UNSEEN)) for (let i = 0; i < match[0].length; i++) hidden.add(match.index + i);
  const at: number[] = [];
  let shown = '';
  for (let i = 0; i < text.length; i++) {
    if (hidden.has(i)) continue;
    at.push(i);
    shown += text.charAt(i);
  }
  return { text: shown, at };
}
