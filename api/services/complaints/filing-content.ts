import type { ClockAnswer, Complaint } from '../../contracts/complaint.ts';
import type { Routing } from '../../domain/routing.ts';

/** A filing in the three parts that are sealed apart: story, person, and how to reach the person. */
export function contentOf(complaint: Omit<Complaint, 'humanCheck'>): {
  narrative: Record<string, unknown>;
  identity: Record<string, unknown>;
  contact: Record<string, unknown>;
} {
  const narrative = present({
    story: complaint.story,
    promised: 'promised' in complaint ? complaint.promised : undefined,
    promiseDocument: 'promiseDocument' in complaint ? complaint.promiseDocument : undefined,
    promisedOn: 'promisedOn' in complaint ? complaint.promisedOn : undefined,
    bodySays: complaint.bodySays,
    changeReason: 'changeReason' in complaint ? complaint.changeReason : undefined,
    declaration: 'declaration' in complaint ? complaint.declaration : undefined,
  });
  const { kind: _, ...identity } = complaint.complainant;
  return { narrative, identity: present(identity), contact: present(complaint.contact ?? {}) };
}

const present = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** The routing as it was given to the complainant: ids and coded steps. */
export const routingRecord = (routing: Routing) => ({
  respondent: routing.respondent.id,
  respondentNow: routing.respondentNow.id,
  handler: routing.handler?.id ?? null,
  accepting: routing.accepting?.id ?? null,
  watching: routing.watching?.id ?? null,
  supporting: routing.supporting.map((body) => body.id),
  basis: routing.basis.map((clause) => clause.id),
  steps: routing.steps.map((step) => ({ code: step.code, params: step.params })),
});

export function assignmentsOf(routing: Routing, handlerId: string): { bodyId: string; role: string }[] {
  return [
    { bodyId: handlerId, role: 'lead' },
    ...(routing.accepting ? [{ bodyId: routing.accepting.id, role: 'accepting' }] : []),
    ...(routing.watching ? [{ bodyId: routing.watching.id, role: 'watching' }] : []),
    ...routing.supporting.map((body) => ({ bodyId: body.id, role: 'supporting' })),
  ];
}

/** Running clocks first, by date; then those that start later. */
export const inOrder = (clocks: ClockAnswer[]): ClockAnswer[] =>
  clocks
    // One order of keys, so that a retry is answered byte for byte alike.
    .map(({ step, length, unit, starts, due, basis }) => ({ step, length, unit, starts, due, basis }))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.step.localeCompare(b.step));
