/** A full text that was handed in: `replaced` by a later one, or `refused` by the second person. */
export const POLICY_TEXT_STATES = ['proposed', 'shown', 'refused', 'replaced'] as const;
export type PolicyTextState = (typeof POLICY_TEXT_STATES)[number];

/** Cuts the plain text of a policy document into its clauses, by the ways in which such documents count. */

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const SECTION = new RegExp(`^(${NUMERAL})、`);
const PARAGRAPH = new RegExp(`^（(${NUMERAL})）`);
const ITEM = /^(\d{1,2})、/;
/** 第五条 of a regulation; 第二章 and 第一节 are headings only. */
const ARTICLE = /^(第[一二三四五六七八九十百零〇]{1,7}条)(?=[\s\u3000]|$)/;
const CHAPTER = /^第[一二三四五六七八九十]{1,3}[章节][\s\u3000]/;
const ROW = /^(\d{1,2})\s*(?=$|\S)/;
const ANNEX = /任务分工表/;
/** A watermark that a scan has put over the text: one character many times. */
const WATERMARK = /^(.)\1{5,}/u;
/** The head of a table, again on each page. */
const TABLE_HEAD = /序号.*(任务|单位)/;
const PAGE_NUMBER = /^[—－\-–\s]*\d{1,3}[—－\-–\s]*$/;
const HEADING_MARKS = /^[#*\s]+/;

/**
 * Place (三（四）, 附件12, 10, 第五条) → text. Lines that a scan has broken are joined; what stands before the first clause is
 * left out. A section without paragraphs of its own is a clause (一).
 */
export function splitPolicy(text: string): Map<string, string> {
  const clauses = new Map<string, string[]>();
  /** Sections that have clauses of their own: their heading alone is none. */
  const parted = new Set<string>();
  let section = '';
  let place: string | null = null;
  let annex = false;
  let articles = false;
  let row = 0;
  const open = (name: string, line: string): void => {
    place = name;
    // The same number again is no new clause but a word in the text.
    const known = clauses.get(name);
    if (known) known.push(line);
    else clauses.set(name, [line]);
  };
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(HEADING_MARKS, '').replace(/\*+/g, '').trim();
    if (line === '' || WATERMARK.test(line) || TABLE_HEAD.test(line)) continue;
    if (ANNEX.test(line) && clauses.size > 0 && place !== null && !line.includes('附件：')) {
      annex = true;
      place = null;
      continue;
    }
    if (annex) {
      const number = Number(ROW.exec(line)?.[1]);
      if (number === row + 1) {
        row = number;
        open(`附件${row}`, line.replace(ROW, ''));
      } else if (place && !PAGE_NUMBER.test(line)) clauses.get(place)?.push(line);
      continue;
    }
    if (PAGE_NUMBER.test(line) || CHAPTER.test(line)) continue;
    const article = ARTICLE.exec(line)?.[1];
    if (article) {
      articles = true;
      open(article, line);
      continue;
    }
    // Inside a regulation （一） is an item of its article, not a clause.
    if (articles) {
      if (place) clauses.get(place)?.push(line);
      continue;
    }
    const heading = SECTION.exec(line)?.[1];
    const paragraph = PARAGRAPH.exec(line)?.[1];
    const item = ITEM.exec(line)?.[1];
    if (heading) {
      section = heading;
      open(section, line);
    } else if (paragraph && section) {
      open(`${section}（${paragraph}）`, line);
      parted.add(section);
    } else if (item) {
      open(item, line);
      if (section) parted.add(section);
    } else if (place) clauses.get(place)?.push(line);
  }
  return new Map([...clauses].filter(([p]) => !parted.has(p)).map(([p, lines]) => [p, lines.filter(Boolean).join('')]));
}
