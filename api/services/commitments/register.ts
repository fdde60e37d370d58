import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
  insertRegistration,
  nextRegistrationNumber,
  type RegistrationRow,
  registrationBySubmission,
} from '../../../db/queries/commitment-registrations.ts';
import { findKey, insertKey } from '../../../db/queries/disclosure-rights.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { RegisterPromise } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import type { CommitmentFacts } from '../../domain/commitment.ts';
import { COMMITMENT_RULES } from '../../domain/commitment-kinds.ts';
import { DomainError } from '../../domain/errors.ts';
import { disclosureRule, dueBy, placeChain } from '../../domain/publication.ts';
import { groupCode, queryCode } from '../../domain/query-code.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { requestPurpose } from '../disclosures/rights/file.ts';
import { owedBy, storeCommitment } from './draft.ts';
import { bodyNamed } from './form-facts.ts';

type Input = z.output<typeof RegisterPromise>;
/** Who the enterprise is; sealed with a key of its own. */
export interface Enterprise {
  name: string;
  uscc: string;
  contact: string | null;
  phone: string;
}
export const enterpriseContext = (id: string): string => `commitment-registration/${id}/enterprise`;
const codeOf = (ctx: Ctx, submission: string, version: number): string =>
  queryCode(ctx.keys.mac('commitment-registration', submission, version));

export interface Registered {
  created: boolean;
  id: string;
  number: string;
  /** In groups of four; only its hash is stored. */
  queryCode: string;
  dueOn: string; // legal date until which the body answers
  basis: string;
}

/**
 * An enterprise registers what it says it was promised: exactly once per submission id. Nobody but the body and those above it
 * sees it until the body confirms; the clock is a row of the table (default of this portal, a place may change it).
 * @throws DomainError request.invalid | request.rate_limited | resource.gone
 */
export async function registerPromise(ctx: Ctx, raw: unknown): Promise<Registered> {
  const input = parse(RegisterPromise, raw);
  const submissionHash = sha256(input.submissionId);
  const known = await registrationBySubmission(ctx.db, submissionHash);
  if (known) return again(ctx, known, input.submissionId);
  await takeLimit(ctx.sql, `filing/${ctx.source}`, ctx.limits.filings, 3600);
  const directory = await ctx.directory();
  const body = directory.bodies.get(await bodyNamed(ctx, input.bodyName));
  if (!body) throw new DomainError('request.invalid', { fields: [{ path: 'bodyName', code: 'respondent_unknown' }] });
  const { now, today } = await databaseTime(ctx.db);
  if (input.madeOn > today)
    throw new DomainError('request.invalid', { fields: [{ path: 'madeOn', code: 'date_future' }] });
  const check = await ctx.humanCheck.verify(input.humanCheck, requestPurpose(input.submissionId));
  const [rules, calendar] = await Promise.all([ctx.clockRules(), ctx.calendar()]);
  const rule = disclosureRule(rules, 'commitment_answer', today, placeChain(body.division));
  const dueOn = dueBy(rule, today, calendar) ?? today;
  const id = randomUUID();
  const keyId = randomUUID();
  const made = ctx.keys.createKey(keyId);
  const code = codeOf(ctx, input.submissionId, made.version);
  const owedById = owedBy(directory, body.id, today);
  const enterprise: Enterprise = {
    name: input.enterpriseName,
    uscc: input.uscc,
    contact: input.contactName ?? null,
    phone: input.phone,
  };
  const number = await ctx.db.transaction(async (tx) => {
    const drawn = await nextRegistrationNumber(tx, today.slice(0, 4));
    const facts = registeredFacts(input, { id: body.id, name: body.name, division: body.division }, drawn);
    await storeCommitment(tx, ctx.actor, facts, [], {
      id,
      owedById,
      state: 'registered',
      key: `registered:${id}`,
      event: 'registered',
    });
    await insertKey(tx, { id: keyId, ...made });
    await insertRegistration(tx, {
      commitmentId: id,
      number: drawn,
      submissionHash,
      codeHash: sha256(code),
      keyId,
      sealedEnterprise: ctx.keys.seal(made.key, JSON.stringify(enterprise), enterpriseContext(id)),
      named: input.named,
      dueOn,
      dueBasis: rule?.basis ?? '',
      certainty: rule?.certainty ?? 'local',
      filedAt: now,
    });
    // A flood that no person checked makes no notices; it lies in the list all the same.
    if (check === 'passed') await enqueue(tx, 'notice.body', { bodyId: owedById, template: 'commitment.registered' });
    return drawn;
  });
  return { created: true, id, number, queryCode: groupCode(code), dueOn, basis: rule?.basis ?? '' };
}

/** Department, post and beneficiary are the body's to say when it confirms. */
function registeredFacts(
  input: Input,
  body: { id: string; name: string; division: string },
  number: string,
): CommitmentFacts {
  return {
    kind: input.kind,
    bodyId: body.id,
    bodyName: body.name,
    division: body.division,
    matter: COMMITMENT_RULES[input.kind].matter,
    department: '',
    post: '',
    beneficiary: '',
    enterprise: null,
    title: input.title,
    text: input.text,
    documentNumber: input.documentNumber,
    madeOn: input.madeOn,
    dueKind: 'date',
    dueOn: input.dueOn,
    dueCondition: null,
    amount: input.amount ?? null,
    basis: null,
    conditions: input.conditions ?? null,
    source: number,
    facts: input.kind === 'investment_policy' ? {} : { contractNumber: input.documentNumber },
  };
}

/** The form was sent before: the same code again. */
async function again(ctx: Ctx, known: RegistrationRow, submission: string): Promise<Registered> {
  const code = ctx.keys.versions
    .map((version) => codeOf(ctx, submission, version))
    .find((one) => sha256(one).equals(known.codeHash));
  if (!code || !(await findKey(ctx.db, known.keyId))) throw new DomainError('resource.gone');
  const { commitmentId: id, number, dueOn, dueBasis: basis } = known;
  return { created: false, id, number, queryCode: groupCode(code), dueOn, basis };
}
