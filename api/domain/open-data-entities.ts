import type { Row } from './open-data.ts';

/**
 * Bodies and records as entities of FollowTheMoney, the model that investigators' tools read: a body is a PublicBody, a
 * judgment a CourtCase with its party, a breach a Sanction in the sense of that model (a measure by an authority against
 * the body), everything else an Event. An id ends with the id of the body or record that it was made of.
 */
export interface Entity {
  id: string;
  schema: 'PublicBody' | 'Company' | 'Succession' | 'CourtCase' | 'CourtCaseParty' | 'Sanction' | 'Event';
  properties: Record<string, string[]>;
}

/** Kinds that say that a body has broken faith by itself, besides what a court decided between two parties. */
const BREACHES: ReadonlySet<unknown> = new Set(['dishonesty_record', 'unperformed_judgment']);
const UNDER_OBJECTION = '异议处理中 under objection';

const text = (value: unknown): string[] =>
  value === null || value === undefined || value === ''
    ? []
    : Array.isArray(value)
      ? value.map(String)
      : [String(value)];

function entity(id: string, schema: Entity['schema'], values: Record<string, unknown>): Entity {
  const properties = Object.entries(values)
    .map(([name, value]) => [name, text(value)] as const)
    .filter(([, value]) => value.length > 0);
  return { id, schema, properties: Object.fromEntries(properties) };
}

export function entitiesOfBody(body: Row): Entity[] {
  const id = `jn-body-${body.id}`;
  const entities = [
    entity(id, body.kind === 'company' ? 'Company' : 'PublicBody', {
      name: [...text(body.name), ...text(body.nameEn)],
      alias: body.shortName,
      previousName: body.formerNames,
      country: 'cn',
      jurisdiction: 'cn',
      address: body.place,
      classification: body.kind,
      registrationNumber: body.uscc,
      incorporationDate: body.validFrom,
      dissolutionDate: body.validTo,
      sourceUrl: body.url,
    }),
  ];
  if (body.successorId) {
    const succession = { predecessor: id, successor: `jn-body-${body.successorId}`, date: body.validTo };
    entities.push(entity(`jn-succession-${body.id}`, 'Succession', succession));
  }
  return entities;
}

export function entitiesOfRecord(record: Row): Entity[] {
  const { id } = record;
  const party = record.bodyId ? `jn-body-${record.bodyId}` : `jn-named-${id}`;
  // A body that the directory does not know stands beside each of its records: only its name is known.
  const named = record.bodyId ? [] : [entity(party, 'PublicBody', { name: record.bodyName, country: 'cn' })];
  const flag = record.objection && record.objection !== 'none' ? UNDER_OBJECTION : null;
  const common = { summary: record.summary, sourceUrl: record.url, modifiedAt: record.publishedAt };
  if (BREACHES.has(record.kind)) {
    return [
      ...named,
      entity(`jn-sanction-${id}`, 'Sanction', {
        ...common,
        entity: party,
        country: 'cn',
        authority: record.decidingBody ?? record.court,
        authorityId: record.documentNumber ?? record.caseNumber,
        program: record.kind,
        reason: record.conduct ?? record.title,
        provisions: record.requiredAction,
        status: flag ?? 'published',
        startDate: record.decidedOn,
        endDate: record.publishUntil,
        listingDate: record.publishedAt,
      }),
    ];
  }
  if (record.caseNumber || record.court) {
    const role = record.kind;
    return [
      ...named,
      entity(`jn-case-${id}`, 'CourtCase', {
        ...common,
        name: record.title,
        country: 'cn',
        caseNumber: record.caseNumber,
        court: record.court,
        category: record.kind,
        status: record.outcome,
        closeDate: record.decidedOn,
        notes: flag,
      }),
      entity(`jn-party-${id}`, 'CourtCaseParty', {
        case: `jn-case-${id}`,
        party,
        role,
        date: record.decidedOn,
        status: flag,
      }),
    ];
  }
  return [
    ...named,
    entity(`jn-event-${id}`, 'Event', {
      ...common,
      name: record.title,
      country: 'cn',
      involved: party,
      date: record.decidedOn,
      important: record.kind,
      notes: flag,
    }),
  ];
}

/** The body or record that an entity was made of. */
export const originOf = (entityId: string): string => entityId.slice(-36);
