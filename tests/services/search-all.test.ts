import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeFigures } from '../../api/services/home/figures.ts';
import { searchAll } from '../../api/services/search/search-all.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

describe('the search over everything', () => {
  it('finds a body by its present name', async () => {
    const found = await searchAll(database.ctx(), '无锡市商务局');
    expect(found.bodies.items[0]?.name).toBe('无锡市商务局');
  });

  it('finds a body by the name that it had before', async () => {
    const found = await searchAll(database.ctx(), '南京市国土资源局');
    expect(found.bodies.items.map((body) => body.matched ?? body.name)).toContain('南京市国土资源局');
  });

  it('finds a document by its number', async () => {
    const found = await searchAll(database.ctx(), '宁政传〔2018〕96号');
    expect(found.policies).toHaveLength(1);
  });

  it('finds the matter that everyday words speak of', async () => {
    const found = await searchAll(database.ctx(), '招商引资的奖励没有兑现');
    expect(found.matters[0]?.code).toBe('investment_promotion');
  });

  it('finds nothing for punctuation, and does not fail', async () => {
    const found = await searchAll(database.ctx(), '？！……');
    expect([found.records.items, found.bodies.items, found.matters, found.policies]).toEqual([[], [], [], []]);
  });
});

describe('the figures of the home page', () => {
  it('are counts, and none where nothing has happened', async () => {
    const figures = await homeFigures(database.ctx());
    expect(figures).toMatchObject({ due: 0, inTime: 0, closed: 0, solved: 0, badRatings: 0, overdue: 0 });
  });
});
