import { describe, expect, it } from 'vitest';
import { CASE_ACTIONS, CASE_STATES, type CaseAction } from '../../api/domain/case.ts';
import {
  allowedActions,
  type CaseFacts,
  refusal,
  stateAfter,
  TRANSITIONS,
  type Who,
} from '../../api/domain/case-life.ts';
import { OFFICIAL_ROLES } from '../../api/domain/official.ts';

const facts = (changes: Partial<CaseFacts> = {}): CaseFacts => ({
  state: 'filed',
  screening: 'passed',
  accepted: false,
  returnUsed: false,
  designated: false,
  sender: false,
  reopened: false,
  verdict: null,
  kind: 'promise',
  instance: 'first',
  ...changes,
});
const official = (...roles: (typeof OFFICIAL_ROLES)[number][]): Who => ({ side: 'official', roles: new Set(roles) });
const everybody = official(...OFFICIAL_ROLES);
const complainant: Who = { side: 'complainant' };
const possible = (f: CaseFacts, who: Who): CaseAction[] =>
  allowedActions(f, who)
    .filter((p) => p.refusal === null)
    .map((p) => p.action);

describe('the life of a case', () => {
  it('has one row for every action', () => {
    expect(TRANSITIONS.map((t) => t.action).sort()).toEqual([...CASE_ACTIONS].sort());
  });

  it('lets officials do this in each state, and nothing else', () => {
    const table = Object.fromEntries(
      CASE_STATES.map((state) => [state, possible(facts({ state, accepted: state !== 'filed' }), everybody)]),
    );
    expect(table).toEqual({
      filed: ['accept', 'refuse', 'ask', 'transfer', 'dispute', 'note', 'message'],
      accepted: ['ask', 'answer', 'transfer', 'dispute', 'note', 'message', 'ask_opinion', 'ask_explanation'],
      waiting: ['answer', 'transfer', 'dispute', 'note', 'message', 'ask_opinion', 'ask_explanation'],
      answered: ['close', 'note', 'message'],
      closed: ['note'],
      refused: ['note'],
      withdrawn: ['note'],
      merged: ['note'],
    });
  });

  it('lets complainants do this in each state, and nothing else', () => {
    const table = Object.fromEntries(CASE_STATES.map((state) => [state, possible(facts({ state }), complainant)]));
    expect(table).toEqual({
      filed: ['message', 'evidence', 'withdraw'],
      accepted: ['message', 'evidence', 'withdraw'],
      waiting: ['supply', 'message', 'evidence', 'withdraw'],
      answered: ['message', 'withdraw', 'verdict', 'reopen'],
      closed: ['verdict', 'reopen', 'ask_erasure'],
      refused: ['ask_erasure'],
      withdrawn: ['ask_erasure'],
      merged: ['ask_erasure'],
    });
  });

  it('leads nowhere from an end but to reopening, and never back to filed', () => {
    for (const { action, from, next } of TRANSITIONS) {
      if (next !== 'same')
        for (const end of ['refused', 'withdrawn', 'merged'] as const) expect(from).not.toContain(end);
      if (from.includes('closed') && next !== 'same') expect(action).toBe('reopen');
      expect(next).not.toBe('filed');
    }
  });

  it('goes back to where it was once the material has come', () => {
    expect(stateAfter('supply', { state: 'waiting', accepted: false })).toBe('filed');
    expect(stateAfter('supply', { state: 'waiting', accepted: true })).toBe('accepted');
    expect(stateAfter('transfer', { state: 'accepted', accepted: true })).toBe('accepted');
  });

  it('names the first reason against an action: who, then screening, then state, then what happened before', () => {
    expect(refusal('accept', facts(), complainant)).toBe('not_yours');
    expect(refusal('accept', facts(), official('auditor'))).toBe('role');
    expect(refusal('answer', facts({ state: 'accepted', accepted: true }), official('intake'))).toBe('role');
    expect(refusal('accept', facts({ screening: 'held' }), everybody)).toBe('held');
    expect(refusal('accept', facts({ screening: 'rejected' }), everybody)).toBe('rejected');
    expect(refusal('screen', facts(), everybody)).toBe('state');
    expect(refusal('close', facts(), everybody)).toBe('state');
    expect(refusal('refuse', facts({ state: 'waiting', accepted: true }), everybody)).toBe('accepted_before');
    expect(refusal('return', facts(), everybody)).toBe('no_sender');
    expect(refusal('return', facts({ sender: true }), everybody)).toBeNull();
    expect(refusal('return', facts({ sender: true, designated: true }), everybody)).toBe('designated');
    expect(refusal('return', facts({ sender: true, returnUsed: true }), everybody)).toBe('return_used');
    expect(refusal('transfer', facts({ disputed: true }), everybody)).toBe('disputed');
    expect(refusal('return', facts({ sender: true, disputed: true }), everybody)).toBe('disputed');
    expect(refusal('dispute', facts({ disputed: true }), everybody)).toBe('disputed');
    expect(refusal('dispute', facts({ contestLate: true }), everybody)).toBe('contest_late');
    for (const action of ['transfer', 'return', 'dispute'] as const)
      expect(refusal(action, facts({ sender: true, designated: true }), everybody)).toBe('designated');
    expect(refusal('designate', facts(), everybody)).toBe('not_disputed');
    expect(refusal('designate', facts({ disputed: true }), everybody)).toBeNull();
    expect(refusal('designate', facts({ designated: true }), everybody)).toBeNull();
    expect(refusal('verdict', facts({ state: 'closed', verdict: 'solved' }), complainant)).toBe('verdict_given');
    expect(refusal('reopen', facts({ state: 'closed', reopened: true }), complainant)).toBe('reopened_before');
  });
});
