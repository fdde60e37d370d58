import type { CaseEvent } from '../../../db/queries/case-file.ts';

/** An old and a new value of a case, as codes, dates and names. Null: there was none. */
export interface Change {
  what: 'state' | 'due' | 'handler' | 'assignee';
  from: string | null;
  to: string | null;
}

type Standing = Partial<Record<Change['what'], string | null>>;

const WHAT = ['state', 'due', 'handler', 'assignee'] as const;

/** How the case stood after an event; what the event does not say is left out. */
function standing(kind: string, payload: Record<string, unknown>): Standing {
  if (typeof payload.now === 'object' && payload.now !== null) return payload.now as Standing;
  if (kind !== 'filed') return {};
  const { handler, due } = payload as { handler?: string; due?: string | null };
  return { state: 'filed', assignee: null, ...(handler && { handler }), ...(due !== undefined && { due }) };
}

/** Events, newest first, each with what it changed: its standing compared with that of the one before it. */
export function withChanges(events: readonly CaseEvent[], body: (id: string | null) => string | null) {
  const known: Standing = {};
  let desk: string | null = null;
  return events
    .toReversed()
    .map(({ payload: raw, bodyId, desk: name, ...event }) => {
      const payload = JSON.parse(raw) as Record<string, unknown>;
      const now = standing(event.kind, payload);
      const changes = WHAT.flatMap((what): Change[] => {
        const to = now[what];
        const from = known[what];
        if (to === undefined) return [];
        known[what] = to;
        if (from === undefined || from === to) return [];
        if (what === 'handler') return [{ what, from: body(from), to: body(to) }];
        if (what === 'assignee') return [{ what, from: desk, to: name }];
        return [{ what, from, to }];
      });
      if (now.assignee !== undefined) desk = name;
      return { ...event, body: body(bodyId), payload, changes };
    })
    .toReversed();
}
