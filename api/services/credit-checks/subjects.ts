import { MOST_SUBJECTS, readSubjects } from '../../domain/credit-check.ts';
import { isCreditCode, normaliseCreditCode } from '../../domain/credit-code.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Directory } from '../../domain/routing.ts';
import { findBodies, foldName } from '../directory/find-bodies.ts';

/** A line that names one body, or a credit code that belongs to no body of the directory (an agency, an enterprise). */
export interface Subject {
  line: number;
  typed: string;
  bodyId: string | null;
  name: string | null;
  code: string | null;
}
/** A line that names none, or several, with what may be meant. */
export interface Unclear {
  line: number;
  typed: string;
  several: boolean;
  suggestions: string[];
}

const SUGGESTED = 5;

/**
 * Reads the list. A name must be one that exactly one body bears today (any of its names); where several do, the code of the place
 * stands behind it (城东街道办事处 320281). A credit code must have its check character.
 * @throws DomainError request.invalid: too many lines, or none
 */
export function matchSubjects(
  directory: Directory,
  text: string,
  at: { near: string; on: string },
): { subjects: Subject[]; unclear: Unclear[] } {
  const lines = readSubjects(text);
  const bad = (code: string, params = {}) => new DomainError('request.invalid', { fields: [{ path: 'subjects', code, params }] }); // biome-ignore format: one thought
  if (lines.length === 0) throw bad('required');
  if (lines.length > MOST_SUBJECTS) throw bad('too_big', { maximum: MOST_SUBJECTS });
  const subjects: Subject[] = [];
  const unclear: Unclear[] = [];
  const seen = new Set<string>();
  for (const { line, typed } of lines) {
    const code = normaliseCreditCode(typed);
    const [, name = typed, place] = /^(.*\D)\s+(\d{2}|\d{4}|\d{6}|\d{9})$/.exec(typed) ?? [];
    const all = findBodies(directory, { q: name, ...at });
    const found = place ? all.filter(({ body }) => body.division === place) : all;
    const folded = foldName(name);
    const exact = found.filter(({ body, matched }) => foldName(matched ?? body.name) === folded || body.uscc === code);
    // The body that bears the name now stands for those that bore it (优化营商环境条例 art. 31).
    const present = exact.filter(({ body }) => body.validTo === null || body.validTo > at.on);
    const [only, other] = present.length > 0 ? present : exact;
    if (only && !other) {
      if (!seen.has(only.body.id)) {
        seen.add(only.body.id);
        subjects.push({ line, typed, bodyId: only.body.id, name: only.body.name, code: only.body.uscc });
      }
    } else if (!only && isCreditCode(code)) subjects.push({ line, typed, bodyId: null, name: null, code });
    else {
      const meant = other ? (present.length > 0 ? present : exact) : found.length > 0 ? found : all;
      const suggestions = meant.slice(0, SUGGESTED).map(({ body }) => `${body.name} ${body.division}`);
      unclear.push({ line, typed, several: other !== undefined, suggestions });
    }
  }
  return { subjects, unclear };
}
