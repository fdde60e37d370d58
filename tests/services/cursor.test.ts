import { describe, expect, test } from 'vitest';
import { createKeyring } from '../../api/adapters/vault.ts';
import { DomainError } from '../../api/domain/errors.ts';
import { hashQuery, readCursor, signCursor } from '../../api/services/cursor.ts';

const ctx = { keys: createKeyring(new Map([[1, Buffer.alloc(32, 1)]])) };
const query = hashQuery('disclosures', { q: '招商', kind: undefined });

function code(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : 'other';
  }
}

describe('a cursor', () => {
  test('gives back the values that were signed', () => {
    const values = ['2020-01-02', 'a-b-c', 7, null];
    expect(readCursor(ctx, query, signCursor(ctx, query, values))).toEqual(values);
  });

  test('is still read after the master key was rotated', () => {
    const cursor = signCursor(ctx, query, ['x']);
    const rotated = {
      keys: createKeyring(
        new Map([
          [1, Buffer.alloc(32, 1)],
          [2, Buffer.alloc(32, 2)],
        ]),
      ),
    };
    expect(readCursor(rotated, query, cursor)).toEqual(['x']);
  });

  test('of another selection is refused', () => {
    const cursor = signCursor(ctx, query, ['x']);
    expect(code(() => readCursor(ctx, hashQuery('disclosures', { q: '政务' }), cursor))).toBe('cursor.invalid');
  });

  test('with any bit changed is refused', () => {
    const bytes = Buffer.from(signCursor(ctx, query, ['2020-01-02', 'id']), 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const forged = Buffer.from(bytes);
      forged[i] = (forged[i] as number) ^ 1;
      expect(code(() => readCursor(ctx, query, forged.toString('base64url')))).toBe('cursor.invalid');
    }
  });

  test('that is rubbish is refused as such', () => {
    for (const rubbish of ['', 'x', '<script>', 'A'.repeat(5000), 'ICAgICAgICAgICAgICAgICAgICAg']) {
      expect(code(() => readCursor(ctx, query, rubbish))).toBe('cursor.invalid');
    }
  });

  test('does not depend on the order of the filters', () => {
    expect(hashQuery('x', { a: 1, b: 2 })).toBe(hashQuery('x', { b: 2, a: 1 }));
  });
});
