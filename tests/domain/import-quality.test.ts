import { describe, expect, it } from 'vitest';
import { emptyProfile, type ImportProfile, judgeQuality, noteRow } from '../../api/domain/import-quality.ts';

const profile = (changes: Partial<ImportProfile> = {}): ImportProfile => ({
  ...emptyProfile(),
  rows: 100,
  filled: { summary: 100, decidedOn: 90 },
  bodies: 40,
  ...changes,
});
const codes = (of: ImportProfile, last: ImportProfile | null = null) => judgeQuality(of, last).map((r) => r.code);

describe('the quality of a file', () => {
  it('holds nothing against a good one', () => {
    expect(codes(profile(), profile())).toEqual([]);
  });

  it.each<[string, Partial<ImportProfile>]>([
    ['refused_share', { refused: 21, filled: { summary: 79, decidedOn: 79 } }],
    ['future_dates', { futureDates: 3 }],
    ['duplicates_share', { twice: 11 }],
    ['unknown_bodies', { unknownBodies: 21 }],
    ['fill_drop', { filled: { summary: 100, decidedOn: 59 } }],
  ])('is stopped for %s just above what is allowed', (code, changes) => {
    expect(codes(profile(changes), profile())).toEqual([code]);
  });

  it.each<Partial<ImportProfile>>([
    { refused: 20, filled: { summary: 80, decidedOn: 72 } },
    { futureDates: 2 },
    { twice: 10 },
    { unknownBodies: 20 },
    { filled: { summary: 100, decidedOn: 60 } },
  ])('passes at what is allowed: %o', (changes) => {
    expect(codes(profile(changes), profile())).toEqual([]);
  });

  it('is stopped where most of the last list is gone, and only where that was long enough to say so', () => {
    const short = profile({ rows: 10, filled: {} });
    expect(codes(short, profile({ rows: 51, filled: {} }))).toEqual([]);
    expect(judgeQuality(short, profile({ rows: 100 }))).toEqual([{ code: 'count_drop', found: 10, allowed: 20 }]);
    expect(codes(profile({ rows: 20, filled: {}, bodies: 0 }), profile({ rows: 100, filled: {} }))).toEqual([]);
  });

  it('says nothing by shares of few rows', () => {
    expect(codes(profile({ rows: 6, refused: 3, filled: {} }))).toEqual([]);
    expect(codes(emptyProfile())).toEqual(['no_rows']);
  });

  it('names the column and both figures', () => {
    expect(judgeQuality(profile({ filled: { summary: 100 } }), profile())).toEqual([
      { code: 'fill_drop', field: 'decidedOn', found: 0.9, allowed: 0.3 },
    ]);
  });
});

it('a profile counts what each row has', () => {
  const counted = emptyProfile();
  noteRow(counted, { facts: { decidedOn: '2024-05-06', court: null } as never, bodyKind: null }, []);
  noteRow(counted, { facts: { decidedOn: '2023-01-01', court: '某法院' } as never, bodyKind: 'department' }, []);
  noteRow(counted, null, [{ code: 'date_future' }]);
  noteRow(counted, null, [{ code: 'twice_in_file' }]);
  expect(counted).toMatchObject({
    rows: 4,
    refused: 2,
    filled: { decidedOn: 2, court: 1 },
    futureDates: 1,
    twice: 1,
    anonymous: 1,
    newestOn: '2024-05-06',
    oldestOn: '2023-01-01',
  });
});
