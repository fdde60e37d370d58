import { describe, expect, it } from 'vitest';
import { loopFigures, reviewRefusal } from '../../api/domain/rating-loop.ts';

const WHO = { proposer: false, ofRatedBody: false, above: true, hasSuperior: true, approver: false };

describe('who may set a bad rating aside', () => {
  it('is a superior who did not ask for it', () => {
    expect(reviewRefusal(WHO)).toBeNull();
    expect(reviewRefusal({ ...WHO, proposer: true })).toBe('own_proposal');
    expect(reviewRefusal({ ...WHO, above: false })).toBe('role');
  });

  it('is nobody of the rated body while a body stands above it, not even one who also supervises', () => {
    expect(reviewRefusal({ ...WHO, ofRatedBody: true })).toBe('own_body');
    expect(reviewRefusal({ ...WHO, ofRatedBody: true, above: false, approver: true })).toBe('own_body');
  });

  it('is another approver of the same body only where nobody stands above', () => {
    const top = { ...WHO, above: false, hasSuperior: false, ofRatedBody: true };
    expect(reviewRefusal({ ...top, approver: true })).toBeNull();
    expect(reviewRefusal(top)).toBe('role');
    expect(reviewRefusal({ ...top, approver: true, proposer: true })).toBe('own_proposal');
  });
});

describe('the figures of the loop', () => {
  const counts = {
    bad: 12,
    setAside: 2,
    realName: 5,
    realNameAnswered: 4,
    realNameLate: 1,
    rectified: 7,
    rectifyLate: 1,
  };

  it('carry numerator and denominator, and count what is unchecked as valid', () => {
    const { answered, putRight, valid } = loopFigures(counts);
    expect(valid).toBe(10);
    expect([answered.part, answered.total, answered.value]).toEqual([4, 5, 0.8]);
    expect([putRight.part, putRight.total, putRight.value]).toEqual([7, 10, 0.7]);
  });

  it('say nothing where there is nothing to divide by', () => {
    const none = {
      bad: 1,
      setAside: 1,
      realName: 0,
      realNameAnswered: 0,
      realNameLate: 0,
      rectified: 0,
      rectifyLate: 0,
    };
    expect(loopFigures(none).answered.value).toBeNull();
    expect(loopFigures(none).putRight.value).toBeNull();
  });
});
