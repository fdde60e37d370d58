import { type CaseHead, caseHead } from '../../../db/queries/case-file.ts';
import { holdCase } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { grantFields, partsOf, readingsOf, releasedTo, revokeFields } from '../../../db/queries/releases.ts';
import { parse } from '../../contracts/parse.ts';
import { type OwnSharing, SetRelease } from '../../contracts/privacy.ts';
import { DomainError } from '../../domain/errors.ts';
import { byDuty, mayRead, RELEASE_FIELDS, type ReleaseField } from '../../domain/release.ts';
import type { Ctx } from '../context.ts';
import { bodyName } from '../officials/inbox.ts';
import type { OwnCase } from './open-case.ts';

type Role = OwnSharing['bodies'][number]['role'];

/** The bodies to which a complainant can give something: those that deal with the case now, and the one complained of. */
function recipients(head: CaseHead): Map<string, Role> {
  const found = new Map<string, Role>();
  const add = (id: string | null, role: Role) => {
    if (id && !found.has(id)) found.set(id, role);
  };
  add(head.handlerId, 'handler');
  add(head.acceptingId, 'accepting');
  for (const row of head.assignments) if (row.role === 'supporting' && row.to === null) add(row.bodyId, 'supporting');
  add(head.respondentNowId, 'respondent');
  return found;
}

/** What each body may read of a case, and who has read what: for its complainant. */
export async function ownSharing(ctx: Ctx, own: OwnCase): Promise<OwnSharing> {
  const [head, parts, readings, directory] = await Promise.all([
    caseHead(ctx.sql, own.number, ''),
    partsOf(ctx.sql, own.caseId),
    readingsOf(ctx.sql, own.caseId),
    ctx.directory(),
  ]);
  if (!head) throw new DomainError('case.code_refused');
  const there = RELEASE_FIELDS.filter((field) => (field === 'identity' || field === 'contact' ? parts[field] : true));
  return {
    number: head.number,
    bodies: [...recipients(head)].map(([id, role]) => ({
      id,
      name: bodyName(directory, id, ctx.locale),
      role,
      fields: there.map((field) => ({
        field,
        released: mayRead(field, id, head.released, head),
        byDuty: byDuty(field, id, head),
      })),
    })),
    readings: readings.map((row) => ({
      at: row.at.toISOString(),
      body: row.bodyId ? bodyName(directory, row.bodyId, ctx.locale) : null,
      field: row.field === 'file' ? 'evidence' : row.field,
      reason: row.category,
    })),
  };
}

/**
 * Sets what one body may read from now on. What was read before cannot be unread; it stands in the history.
 * @throws DomainError request.invalid
 */
export async function setRelease(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const input = parse(SetRelease, raw);
  const head = await caseHead(ctx.sql, own.number, '');
  if (!head) throw new DomainError('case.code_refused');
  const { bodyId } = input;
  if (!recipients(head).has(bodyId))
    throw new DomainError('request.invalid', { fields: [{ path: 'bodyId', code: 'invalid_value' }] });
  const given = (field: ReleaseField) => !byDuty(field, bodyId, head);
  const wanted = new Set(input.fields.filter(given));
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, own.caseId);
    if (!held) throw new DomainError('case.code_refused');
    const released = new Set(await releasedTo(tx, own.caseId, bodyId));
    const change = { caseId: own.caseId, bodyId, at: held.now };
    const granted = [...wanted].filter((field) => !released.has(field));
    const revoked = [...released].filter((field) => given(field) && !wanted.has(field));
    await grantFields(tx, change, granted);
    await revokeFields(tx, change, revoked);
    for (const [kind, fields] of [
      ['released', granted],
      ['revoked', revoked],
    ] as const) {
      if (fields.length === 0) continue;
      await appendEvent(tx, {
        subjectKind: 'case',
        subjectId: own.caseId,
        kind,
        actor: { kind: 'complainant', caseId: own.caseId },
        at: held.now,
        payload: { to: bodyId, fields },
      });
    }
  });
  return { number: own.number };
}
