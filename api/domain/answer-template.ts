/**
 * Templates of answers: general words with placeholders from a closed list. Nothing personal is among them, so that no
 * template can carry a name or a number of a person into an answer.
 */
export const PLACEHOLDERS = [
  '案号',
  '类型',
  '领域',
  '被反映单位',
  '承办单位',
  '提交日期',
  '受理日期',
  '办理期限',
  '今日',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What stands where the case has no such value yet: to be seen and filled in by hand. */
export const BLANK = '＿＿＿＿';

/** Where a template is wrong: line and column count from 1, in characters. */
export interface TemplateFault {
  name: string;
  line: number;
  column: number;
  code: 'placeholder_unknown' | 'placeholder_open';
}

const KNOWN: ReadonlySet<string> = new Set(PLACEHOLDERS);
// A brace, full width or not, with what follows up to its end, the next brace or the end of the line.
const BRACES = /[{｛]([^{}｛｝\n]*)([}｝]?)|[}｝]/gu;

/** Every brace that is no placeholder of the list, with its place. */
export function templateFaults(text: string): TemplateFault[] {
  const faults: TemplateFault[] = [];
  for (const found of text.matchAll(BRACES)) {
    const [whole, name, end] = found;
    const closed = name !== undefined && end !== '';
    if (closed && KNOWN.has(name.trim())) continue;
    const before = text.slice(0, found.index);
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    const shown = [...whole].slice(0, 20).join('');
    faults.push({ name: shown, line, column, code: closed ? 'placeholder_unknown' : 'placeholder_open' });
  }
  return faults;
}

/** The template with the values of a case; a missing value becomes a blank. Values are put in as they are, once. */
export const fillTemplate = (text: string, values: Readonly<Partial<Record<Placeholder, string | null>>>): string =>
  text.replace(BRACES, (whole, name: string | undefined) => {
    const key = name?.trim() ?? '';
    return KNOWN.has(key) ? values[key as Placeholder] || BLANK : whole;
  });
