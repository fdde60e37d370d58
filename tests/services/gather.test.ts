import { describe, expect, it } from 'vitest';
import { createGathering, type Outcome } from '../../api/services/ratings/gather.ts';

/** A writer that waits until it is let go, and remembers what it was given. */
function heldWriter() {
  const groups: number[][] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const write = async (entries: readonly number[]): Promise<Outcome<number>[]> => {
    groups.push([...entries]);
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    return entries.map((n) => (n < 0 ? { error: new Error('negative') } : { value: n * 2 }));
  };
  return { groups, gates, write };
}

describe('what arrives at about the same time', () => {
  it('is written together, and each hears its own outcome', async () => {
    const { groups, gates, write } = heldWriter();
    const gathering = createGathering({ write, linger: 1 });
    const results = Promise.allSettled([1, -1, 3].map((n) => gathering.add(n)));
    await expect.poll(() => gates.length).toBe(1);
    gates[0]?.resolve();
    expect((await results).map((r) => (r.status === 'fulfilled' ? r.value : String(r.reason)))).toEqual([
      2,
      'Error: negative',
      6,
    ]);
    expect(groups).toEqual([[1, -1, 3]]);
  });

  it('goes in groups of a bounded size, in so many lanes and no more', async () => {
    const { groups, gates, write } = heldWriter();
    const gathering = createGathering({ write, linger: 1, largest: 2, lanes: 2 });
    const all = Promise.all([1, 2, 3, 4, 5].map((n) => gathering.add(n)));
    await expect.poll(() => gates.length).toBe(2);
    expect(groups).toEqual([
      [1, 2],
      [3, 4],
    ]);
    gates[1]?.resolve();
    await expect.poll(() => gates.length).toBe(3);
    for (const gate of gates) gate.resolve();
    expect(await all).toEqual([2, 4, 6, 8, 10]);
  });

  it('is refused at once where too many wait, with when to come back, and taken again afterwards', async () => {
    const { gates, write } = heldWriter();
    const gathering = createGathering({ write, linger: 1, largest: 1, lanes: 1, capacity: 2 });
    const first = gathering.add(1);
    await expect.poll(() => gates.length).toBe(1);
    const waiting = [gathering.add(2), gathering.add(3)];
    await expect(gathering.add(4)).rejects.toMatchObject({ code: 'service.unavailable', params: { retryAfter: 2 } });
    gates[0]?.resolve();
    expect(await first).toBe(2);
    await expect.poll(() => gates.length).toBe(2);
    const later = gathering.add(5);
    gates[1]?.resolve();
    await expect.poll(() => gates.length).toBe(3);
    gates[2]?.resolve();
    await expect.poll(() => gates.length).toBe(4);
    gates[3]?.resolve();
    expect(await Promise.all([...waiting, later])).toEqual([4, 6, 10]);
  });

  it('hears of a failure of the whole group, and the next one is written', async () => {
    let calls = 0;
    const gathering = createGathering<number, number>({
      write: async (entries) => {
        calls += 1;
        if (calls === 1) throw new Error('no disk');
        return entries.map((value) => ({ value }));
      },
      linger: 1,
    });
    await expect(Promise.all([gathering.add(1), gathering.add(2)])).rejects.toThrow('no disk');
    expect(await gathering.add(3)).toBe(3);
  });
});
