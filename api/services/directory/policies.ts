import { clausesOf, policyDocuments } from '../../../db/queries/directory.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { shownPolicyText } from '../../../db/queries/policy-texts.ts';
import type { NamedBody } from '../../domain/duty.ts';
import { DomainError } from '../../domain/errors.ts';
import { successorOn } from '../../domain/routing-place.ts';
import type { Ctx } from '../context.ts';
import { type Reliance, reliances } from './relies.ts';
import { type BodyRef, bodyRef } from './view.ts';

export interface PolicyView {
  id: string;
  number: string | null;
  title: string;
  issuer: string;
  division: string | null;
  place: string | null;
  issuedOn: string | null;
  weight: string;
  status: string;
  statusOn: string;
  statusNote: string | null;
}
export interface NamedView extends Pick<NamedBody, 'part' | 'named'> {
  body: BodyRef | null;
  /** What that body is today, where it is another. */
  now: BodyRef | null;
}
export interface PolicyClauseView {
  id: string;
  place: string;
  heading: string;
  digest: string;
  /** Only where the operator loaded it (npm run import -- policy FILE) and a second person checked it. */
  fullText: string | null;
  relies: Reliance[];
  duty: { topic: string; matter: string | null; bodies: NamedView[] } | null;
}

const ORDER = ['national', 'provincial', 'city', 'plan', 'draft'];

/** All policy documents, the highest first. */
export async function listPolicies(ctx: Ctx): Promise<PolicyView[]> {
  const directory = await ctx.directory();
  const rows = await policyDocuments(ctx.db);
  return rows
    .sort(
      (a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight) || ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1),
    )
    .map((d) => ({
      id: d.id,
      number: d.number,
      title: ctx.locale === 'en' ? (d.titleEn ?? d.title) : d.title,
      issuer: d.issuer,
      division: d.division,
      place: d.division ? (directory.divisions.get(d.division)?.name ?? d.division) : null,
      issuedOn: d.issuedOn,
      weight: d.weight,
      status: d.status,
      statusOn: d.statusOn,
      statusNote: ctx.locale === 'en' ? (d.statusNoteEn ?? d.statusNote) : d.statusNote,
    }));
}

export interface PolicyPage {
  policy: PolicyView;
  clauses: PolicyClauseView[];
  /** Where the full texts were taken from, and the hash of that file; null where none shows. */
  text: { source: string; sha256: string; checkedAt: Date | null } | null;
}

/** One document, clause by clause, with who is named and what rests on it. @throws DomainError resource.not_found */
export async function getPolicy(ctx: Ctx, id: string): Promise<PolicyPage> {
  const policy = (await listPolicies(ctx)).find((d) => d.id === id);
  if (!policy) throw new DomainError('resource.not_found');
  const [directory, { today }, relies, clauses, text] = await Promise.all([
    ctx.directory(),
    databaseTime(ctx.db),
    reliances(ctx, id),
    clausesOf(ctx.db, id),
    shownPolicyText(ctx.db, id),
  ]);
  const named = ({ part, named, bodyId }: NamedBody): NamedView => {
    const body = bodyId ? directory.bodies.get(bodyId) : undefined;
    const now = body && successorOn(directory, body, today);
    return { part, named, body: body ? bodyRef(body) : null, now: now && now.id !== body?.id ? bodyRef(now) : null };
  };
  const english = ctx.locale === 'en';
  return {
    policy,
    text: text && { source: text.source, sha256: text.sha256, checkedAt: text.decidedAt },
    clauses: clauses.map((c) => {
      const duty = directory.dutyOf(c.id);
      return {
        id: c.id,
        place: c.place,
        heading: english ? (c.headingEn ?? c.heading) : c.heading,
        digest: english ? (c.digestEn ?? c.digest) : c.digest,
        fullText: c.fullText,
        relies: relies.get(c.id) ?? [],
        duty: duty ? { topic: duty.topic, matter: duty.matter, bodies: duty.bodies.map(named) } : null,
      };
    }),
  };
}
