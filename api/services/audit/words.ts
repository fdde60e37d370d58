import { roleNames } from '../../../site/text/administration.ts';
import { auditText } from '../../../site/text/audit.ts';
import { casePage } from '../../../site/text/case-page.ts';
import { creditCheckText } from '../../../site/text/credit-check.ts';
import { legalDateText } from '../../../site/text/dates.ts';
import { caseKinds, matterNames } from '../../../site/text/field.ts';
import { caseStates, disclosureKinds, disclosureStates } from '../../../site/text/states.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Locale } from '../context.ts';
import { bodyName } from '../officials/inbox.ts';
import { UUID } from '../uuid.ts';

export interface Detail {
  name: string;
  value: string;
}

/** Of use to a machine only: commitments to words that stand elsewhere, hashes, ids of rows. */
const SILENT = new Set(['commitment', 'sha256', 'message', 'salt', 'seq']);

/** Ids of a payload that may be those of officials. */
export function idsIn(payload: string | null): string[] {
  return payload ? (payload.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []) : [];
}

/** The same code means another thing under another key: a state accepted is not an answer accepted. */
function coded(key: string, locale: Locale): Record<string, string> | undefined {
  if (key === 'state') return { ...disclosureStates[locale], ...caseStates[locale] };
  if (key === 'kind') return { ...disclosureKinds[locale], ...caseKinds[locale] };
  if (key === 'purpose') return creditCheckText[locale].purposes;
  if (key === 'use') return creditCheckText[locale].uses;
  if (key === 'matter') return matterNames[locale];
  if (key === 'channel') return casePage[locale].channels;
  return undefined;
}

/** What an event says, in words: old and new values by name, bodies and officials by theirs, dates as they are written. */
export function detailsOf(
  payload: string | null,
  known: { directory: Directory; officials: ReadonlyMap<string, string> },
  locale: Locale,
): Detail[] {
  if (!payload) return [];
  const t = auditText[locale];
  const one = (value: unknown, of = ''): string => {
    if (value === null || value === undefined) return t.nothing;
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (Array.isArray(value))
      return value.length === 0 ? t.nothing : value.map((inner) => one(inner, of)).join(t.comma);
    if (typeof value === 'object')
      return Object.entries(value)
        .filter(([key, inner]) => !SILENT.has(key) && inner !== null)
        .map(([key, inner]) => `${t.keys[key] ?? key}${t.colon}${one(inner, key)}`)
        .join(t.comma);
    const text = String(value);
    if (UUID.test(text)) {
      if (known.directory.bodies.has(text)) return bodyName(known.directory, text, locale);
      return known.officials.get(text) ?? `#${text.slice(0, 8)}`;
    }
    const grant = /^([a-z_]+)\/([0-9a-f-]{36})$/.exec(text);
    if (grant) return `${roleNames[locale][grant[1] ?? ''] ?? grant[1]} · ${one(grant[2])}`;
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return legalDateText(text, locale);
    return coded(of, locale)?.[text] ?? roleNames[locale][text] ?? t.codes[text] ?? text;
  };
  return Object.entries(JSON.parse(payload) as Record<string, unknown>)
    .filter(([key]) => !SILENT.has(key))
    .map(([key, value]) => ({ name: t.keys[key] ?? key, value: one(value, key) }));
}
