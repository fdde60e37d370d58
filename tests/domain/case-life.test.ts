import { describe, expect, it } from 'vitest';
import { CASE_ACTIONS, CASE_STATES, type CaseAction } from '../../api/domain/case.ts';
import { allowedActions, type CaseFacts, refusal, stateAfter, type Who } from '../../api/domain/case-life.ts';
import { TRANSITIONS } from '../../api/domain/case-transitions.ts';
import { OFFICIAL_ROLES } from '../../api/domain/official.ts';
import { NOTHING_STANDING, type Standing } from '../../api/domain/standing.ts';

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
    const superior = ['order', 'criticise'];
    expect(table).toEqual({
      filed: ['accept', 'refuse', 'ask', 'transfer', 'dispute', 'link', 'unlink', 'note', 'message', ...superior],
      accepted: [
        ...[
          'ask',
          'answer',
          'transfer',
          'dispute',
          'merge',
          'link',
          'unlink',
          'reply_group',
          'note',
          'message',
          'ask_opinion',
          'ask_explanation',
        ],
        ...superior,
        ...['mediate', 'settle', 'court', 'establish'],
      ],
      waiting: [
        ...[
          'answer',
          'transfer',
          'dispute',
          'merge',
          'link',
          'unlink',
          'reply_group',
          'note',
          'message',
          'ask_opinion',
          'ask_explanation',
        ],
        ...superior,
        ...['mediate', 'court', 'establish'],
      ],
      answered: [
        'link',
        'unlink',
        'reply_group',
        'close',
        'note',
        'message',
        ...superior,
        'mediate',
        'settle',
        'court',
        'establish',
      ],
      closed: ['link', 'unlink', 'reply_group', 'note', ...superior, 'court'],
      refused: ['note', ...superior],
      withdrawn: ['note'],
      merged: ['answer', 'split', 'link', 'unlink', 'note', 'message'],
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
      merged: ['message', 'withdraw'],
    });
  });

  it('leads nowhere from an end but to reopening, and never back to filed', () => {
    for (const { action, from, next } of TRANSITIONS) {
      if (next !== 'same') for (const end of ['refused', 'withdrawn'] as const) expect(from).not.toContain(end);
      if (from.includes('closed') && next !== 'same') expect(['reopen', 'ask_review', 'ask_recheck']).toContain(action);
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

  it('adds to a state what stands in the case: an order, a settlement, a determination', () => {
    const standing = (changes: Partial<Standing>) =>
      facts({ state: 'answered', accepted: true, standing: { ...NOTHING_STANDING, ...changes } });
    const adds = (changes: Partial<Standing>, who = everybody) => {
      const before = possible(standing({}), who);
      return possible(standing(changes), who).filter((action) => !before.includes(action));
    };
    expect(adds({ order: 'open' })).toEqual(['press', 'report', 'close_order']);
    expect(adds({ order: 'reported' })).toEqual(['press', 'close_order']);
    expect(adds({ proposed: true })).toEqual([]);
    expect(adds({ proposed: true }, complainant)).toEqual(['agree']);
    expect(adds({ unpaid: true })).toEqual(['pay']);
    expect(adds({ unconfirmed: true }, complainant)).toEqual(['confirm']);
    expect(adds({ established: true })).toEqual(['determine', 'perform']);
    expect(adds({ established: true, determination: 'proposed' })).toEqual(['decide_determination', 'perform']);
    expect(adds({ established: true, determination: 'approved' })).toEqual(['perform']);
    expect(refusal('order', standing({ order: 'open' }), everybody)).toBe('order_running');
    expect(refusal('settle', standing({ proposed: true }), everybody)).toBe('settlement_waiting');
    expect(refusal('establish', facts({ state: 'accepted', accepted: true, kind: 'arrears' }), everybody)).toBe(
      'other_kind',
    );
  });

  it('goes up twice at most, after a verdict that is not “solved”, and never down again', () => {
    const answered = (changes: Partial<CaseFacts>) => facts({ state: 'answered', accepted: true, ...changes });
    expect(refusal('ask_review', answered({}), complainant)).toBe('verdict_first');
    expect(refusal('ask_review', answered({ verdict: 'solved' }), complainant)).toBe('verdict_solved');
    expect(refusal('ask_review', answered({ verdict: 'not_solved' }), complainant)).toBeNull();
    expect(refusal('ask_recheck', answered({ verdict: 'not_solved' }), complainant)).toBe('instance');
    const reviewed = answered({ verdict: 'not_solved', instance: 'review' });
    expect(possible(reviewed, complainant)).toContain('ask_recheck');
    expect(refusal('reopen', reviewed, complainant)).toBe('instance');
    expect(refusal('transfer', { ...reviewed, state: 'accepted' }, everybody)).toBe('instance');
    const rechecked = answered({ verdict: 'not_solved', instance: 'recheck' });
    expect(refusal('ask_review', rechecked, complainant)).toBe('instance');
    expect(refusal('ask_recheck', rechecked, complainant)).toBe('instance');
  });
});
