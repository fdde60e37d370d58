import type { RedactionKind, Replacement } from '../../../api/domain/redaction.ts';
import { LABEL_KINDS, type Label, type LabelKind, type Labelled } from './markup.ts';

const KIND: Readonly<Record<LabelKind, RedactionKind>> = {
  party: 'name',
  name: 'name',
  id: 'id_number',
  bank: 'bank_account',
  phone: 'phone',
  plate: 'plate',
  address: 'address',
  health: 'health',
  mail: 'email',
  chat: 'chat',
  passport: 'passport',
  deed: 'certificate',
  birth: 'birth_date',
};

export interface Figure {
  /** Labels, and those of which no character is left. */
  labels: number;
  found: number;
  /** Replacements, and those that take nothing but what is labelled so. */
  made: number;
  right: number;
  misses: string[];
  wrong: string[];
}

const around = (text: string, start: number, end: number): string =>
  `${text.slice(Math.max(0, start - 12), start)}【${text.slice(start, end)}】${text.slice(end, end + 12)}`.replaceAll(
    '\n',
    '⏎',
  );

const inside = (spans: readonly { start: number; end: number }[], at: number): boolean =>
  spans.some((span) => span.start <= at && at < span.end);
const every = (start: number, end: number, test: (at: number) => boolean): boolean =>
  Array.from({ length: end - start }, (_, i) => start + i).every(test);

/** Illnesses have no sharp edge: a replacement of one is right where it meets a label; all others must stay within. */
function isRight(labels: readonly Label[], replacement: Replacement): boolean {
  const same = labels.filter((label) => KIND[label.kind] === replacement.kind);
  return replacement.kind === 'health'
    ? same.some((label) => label.start < replacement.end && replacement.start < label.end)
    : every(replacement.start, replacement.end, (at) => inside(same, at));
}

/** A name's figure is that of the list of the parties up to the last label in it, then that of the body. */
function bucket(labels: readonly Label[], { kind, start }: Replacement): LabelKind {
  if (kind !== 'name') return LABEL_KINDS.find((label) => KIND[label] === kind)!;
  return start < Math.max(0, ...labels.filter((label) => label.kind === 'party').map((label) => label.end))
    ? 'party'
    : 'name';
}

export function score(
  texts: readonly Labelled[],
  replace: (text: string) => readonly Replacement[],
): Record<LabelKind, Figure> {
  const figures = Object.fromEntries(
    LABEL_KINDS.map((kind) => [kind, { labels: 0, found: 0, made: 0, right: 0, misses: [], wrong: [] } as Figure]),
  ) as Record<LabelKind, Figure>;
  for (const { title, text, labels } of texts) {
    const replacements = replace(text);
    for (const label of labels) {
      const figure = figures[label.kind];
      figure.labels++;
      if (every(label.start, label.end, (at) => inside(replacements, at))) figure.found++;
      else figure.misses.push(`${title}: ${around(text, label.start, label.end)}`);
    }
    for (const replacement of replacements) {
      const figure = figures[bucket(labels, replacement)];
      figure.made++;
      if (isRight(labels, replacement)) figure.right++;
      else figure.wrong.push(`${title}: ${around(text, replacement.start, replacement.end)} → ${replacement.to}`);
    }
  }
  return figures;
}

export const recall = ({ found, labels }: Figure): number => found / labels;
export const precision = ({ right, made }: Figure): number => right / made;

/** A table for the log: kind, recall, precision, with the counts that they are made of. */
export function table(figures: Record<LabelKind, Figure>): string {
  const share = (part: number, whole: number) =>
    whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
  return LABEL_KINDS.map(
    (kind) =>
      `${kind.padEnd(9)} recall ${share(figures[kind].found, figures[kind].labels).padEnd(20)} precision ${share(figures[kind].right, figures[kind].made)}`,
  ).join('\n');
}
