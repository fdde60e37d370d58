import type { FieldError } from '../../api/domain/errors.ts';
import { fieldErrors } from '../text/errors.ts';
import { fill, type Locale } from '../text/locale.ts';

/** What a page may hand to a control: a sentence of its own, or the error as the domain gave it. */
export type ControlError = string | FieldError | null | undefined;

/** The sentence for one bad field. */
export function fieldMessage(locale: Locale, error: ControlError): string | undefined {
  if (!error) return undefined;
  if (typeof error === 'string') return error;
  return fill(fieldErrors[locale][error.code] ?? fieldErrors[locale].custom ?? error.code, error.params ?? {});
}

/** The error of a field by its path, for `error={errorOf(fields, 'story')}`. */
export function errorOf(fields: readonly FieldError[] | undefined, path: string): FieldError | undefined {
  return fields?.find((field) => field.path === path);
}

/** Ids that a control is described by: its hint and its error. */
export function describedBy(name: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
