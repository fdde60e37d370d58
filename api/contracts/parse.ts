import type { z } from 'zod';
import { DomainError, type FieldError } from '../domain/errors.ts';

type Issue = z.core.$ZodIssue;

/** Messages that contracts give themselves are codes ("uscc", "amount"); everything else is named by zod's issue code. */
function fieldCode(issue: Issue, value: unknown): string {
  if (/^[a-z][a-z_]+$/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type' && at(value, issue.path) === undefined) return 'required';
  if (issue.code === 'too_small') return issue.origin === 'string' && issue.minimum === 1 ? 'required' : 'too_small';
  return issue.code;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path)
    here = here === null || here === undefined ? undefined : (here as Record<PropertyKey, unknown>)[key];
  return here;
}

function fieldParams(issue: Issue): Record<string, string | number> {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  return {};
}

/** Parses by a contract. @throws DomainError request.invalid with one entry per bad field */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DomainError('request.invalid', { fields: fieldErrors(result.error, value) });
}

export function fieldErrors(error: z.ZodError, value: unknown): FieldError[] {
  const seen = new Set<string>();
  const fields: FieldError[] = [];
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    if (seen.has(path)) continue;
    seen.add(path);
    fields.push({ path, code: fieldCode(issue, value), params: fieldParams(issue) });
  }
  return fields;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A form as an object: "demands.0.text" makes nested objects and arrays, empty strings are left out, files are skipped.
 * Depth and count are bounded; keys that reach the prototype are dropped.
 */
export function fromForm(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  let count = 0;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value === '' || ++count > 500) continue;
    const keys = name.split('.');
    if (keys.length > 4 || keys.some((k) => FORBIDDEN.has(k))) continue;
    let here: Record<string, unknown> = root;
    keys.forEach((key, i) => {
      if (i === keys.length - 1) {
        const old = here[key];
        here[key] = old === undefined ? value : Array.isArray(old) ? [...old, value] : [old, value];
      } else {
        if (typeof here[key] !== 'object' || here[key] === null) here[key] = Object.create(null);
        here = here[key] as Record<string, unknown>;
      }
    });
  }
  return arrays(root) as Record<string, unknown>;
}

function arrays(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([k, v]) => [k, arrays(v)] as const);
  if (entries.length > 0 && entries.every(([k]) => /^\d{1,3}$/.test(k))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, v]) => v);
  }
  return Object.fromEntries(entries);
}
