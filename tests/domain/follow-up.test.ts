import { describe, expect, it } from 'vitest';
import { followUpState } from '../../api/domain/follow-up.ts';

const of = (endedOn: string | null, cancelledOn: string | null, today: string) =>
  followUpState({ dueOn: '2026-12-01', endedOn, cancelledOn }, today);

describe('a follow-up', () => {
  it('is open up to its day and overdue from the day after', () => {
    expect(of(null, null, '2026-12-01')).toBe('open');
    expect(of(null, null, '2026-12-02')).toBe('overdue');
  });
  it('is kept when done by its day, broken when done later, whatever today is', () => {
    expect(of('2026-12-01', null, '2027-01-01')).toBe('kept');
    expect(of('2026-12-02', null, '2027-01-01')).toBe('broken');
  });
  it('is neither once it fell away', () => {
    expect(of(null, '2026-12-05', '2027-01-01')).toBe('cancelled');
  });
});
