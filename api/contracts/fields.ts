import { z } from 'zod';

/** `fields=title,caseNumber`: only these of each item, and its id. An unknown name is refused. */
export const fieldsOf = (names: readonly string[]) =>
  z
    .string()
    .max(1000)
    .transform((text, issues) => {
      const asked = [
        ...new Set(
          text
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean),
        ),
      ];
      if (asked.length === 0 || asked.some((name) => !names.includes(name))) {
        issues.addIssue({ code: 'custom', message: 'invalid_value' });
      }
      return asked;
    })
    .optional();

/** The item with what was asked for, in its own order. */
export function only<T extends object>(item: T, fields: readonly string[] | undefined): Partial<T> {
  if (!fields) return item;
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => name === 'id' || fields.includes(name)),
  ) as Partial<T>;
}
