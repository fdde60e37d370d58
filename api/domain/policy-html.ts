/** The plain text of a page as it was saved from a government's site, line by line, for splitPolicy. */

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  middot: '·',
  hellip: '…',
};
/** What stands in them is not the text of the page. */
const APART = /<(script|style|head|nav|header|footer|form|button|select|noscript|template)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const BREAKS = /<(?:br|hr)\b[^>]*>|<\/?(?:p|div|li|tr|h[1-6]|table|section|article|ul|ol|blockquote)\b[^>]*>/gi;

export const looksLikeHtml = (file: string): boolean => /^\s*(?:<!doctype html|<html\b|<(?:div|p|table)\b)/i.test(file);

/** Text only: nothing of it is ever put out as HTML again. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(APART, '')
    .replace(/\r?\n/g, ' ')
    .replace(BREAKS, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
      return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    })
    .split('\n')
    .map((line) => line.replace(/[ \t\u3000\u00a0]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
