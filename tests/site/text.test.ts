import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASE_KINDS, CASE_STATES } from '../../api/domain/case.ts';
import { DISCLOSURE_KINDS, DISCLOSURE_STATES } from '../../api/domain/disclosure.ts';
import { ERROR_CODES } from '../../api/domain/errors.ts';
import { STATUS } from '../../api/routes/errors.ts';
import { errors, fieldErrors } from '../../site/text/errors.ts';
import { fill } from '../../site/text/locale.ts';
import { caseStates, disclosureKinds, disclosureStates } from '../../site/text/states.ts';

const folder = path.join(import.meta.dirname, '../../site/text');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));

/** The paths of all leaves, with their `{parameters}`. Lists of sentences may differ in length. */
function shape(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return [`${at} ${[...new Set(value.match(/\{\w+\}/g) ?? [])].sort().join('')}`.trim()];
  if (typeof value === 'function') return [`${at}()`];
  if (Array.isArray(value)) {
    return value.every((entry) => typeof entry === 'string')
      ? [`${at}[]`]
      : value.flatMap((entry, i) => shape(entry, `${at}.${i}`));
  }
  if (value === null || typeof value !== 'object') return [at];
  return Object.entries(value).flatMap(([key, entry]) => shape(entry, `${at}.${key}`));
}

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(sentences);
}

const texts = (
  await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(path.join(folder, file));
      return Object.entries(module)
        .filter(([, value]) => typeof value === 'object' && value !== null && 'zh-CN' in value && 'en' in value)
        .map(([name, value]) => ({ name: `${file} ${name}`, text: value as { 'zh-CN': unknown; en: unknown } }));
    }),
  )
).flat();

describe('the words', () => {
  it.each(texts)('are the same in both languages: $name', ({ text }) => {
    expect(shape(text.en).sort()).toEqual(shape(text['zh-CN']).sort());
  });

  it('hold no empty sentence', () => {
    const empty = texts.filter(({ text }) => sentences(text).some((sentence) => sentence.trim() === ''));
    expect(empty.map(({ name }) => name)).toEqual([]);
  });

  it('use Chinese punctuation in Chinese', () => {
    const wrong = texts.flatMap(({ name, text }) =>
      sentences(text['zh-CN'])
        .filter((sentence) => /[一-鿿][,;:?!](?!\/)|[一-鿿]\.(\s|$)|[一-鿿]\((?!\d)/.test(sentence))
        .map((sentence) => `${name}: ${sentence}`),
    );
    expect(wrong).toEqual([]);
  });

  it('say something for every error, and a status beside it', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(ERROR_CODES.filter((code) => !errors[locale][code])).toEqual([]);
    }
    expect(Object.keys(STATUS).sort()).toEqual([...ERROR_CODES].sort());
    expect(Object.keys(errors['zh-CN']).filter((code) => !ERROR_CODES.includes(code as never))).toEqual([]);
  });

  it('say something for every bad field that a contract names', async () => {
    const { readFileSync } = await import('node:fs');
    const contracts = path.join(import.meta.dirname, '../../api/contracts');
    const named = readdirSync(contracts).flatMap((file) => {
      const source = readFileSync(path.join(contracts, file), 'utf8');
      return [...source.matchAll(/(?:message|error): '([a-z][a-z_]+)'/g)].map((match) => match[1] ?? '');
    });
    expect(named.filter((code) => !fieldErrors['zh-CN'][code] || !fieldErrors.en[code])).toEqual([]);
  });

  it('name every state and kind', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(CASE_STATES.filter((state) => !caseStates[locale][state])).toEqual([]);
      expect(DISCLOSURE_STATES.filter((state) => !disclosureStates[locale][state])).toEqual([]);
      expect(DISCLOSURE_KINDS.filter((kind) => !disclosureKinds[locale][kind])).toEqual([]);
    }
    expect(CASE_KINDS.length).toBe(6);
  });

  it('fill parameters, and leave an unknown one visible', () => {
    expect(fill('{a} / {b}', { a: 1 })).toBe('1 / {b}');
  });
});
