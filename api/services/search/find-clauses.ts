import { foldPlain } from '../../domain/chinese-text.ts';
import { within } from '../../domain/division-code.ts';
import type { Clause, Directory, Responsibility } from '../../domain/duty.ts';
import type { SearchQuery } from '../../domain/search-query.ts';
import type { Locale } from '../context.ts';
import { type Entry, findEntries, type Group } from './find-entries.ts';

/** A clause of a policy that the words are in. */
export interface FoundClause {
  documentId: string;
  document: string;
  title: string;
  place: string;
  heading: string;
  digest: string;
  status: Clause['status'];
}

/** 责任分工: who answers for what in a place, and by which clause. */
export interface FoundDuty {
  topic: string;
  matter: Responsibility['matter'];
  division: string;
  place: string;
  lead: string[];
  supporting: string[];
  documentId: string;
  document: string;
  clause: string;
  status: Clause['status'];
}

interface Index {
  clauses: Entry<Clause>[];
  duties: Entry<{ duty: Responsibility; clause: Clause }>[];
}
/** Folded once, dropped with the directory. */
const indexes = new WeakMap<Directory, Index>();

function indexOf(directory: Directory): Index {
  let index = indexes.get(directory);
  if (index) return index;
  const matters = new Map(directory.matters.map((matter) => [matter.code, matter]));
  const join = (...parts: (string | null | undefined)[]) => foldPlain(parts.filter(Boolean).join(' | '));
  index = {
    clauses: [...directory.clauses.values()].map((clause) => ({
      item: clause,
      heads: join(
        clause.heading,
        clause.headingEn,
        clause.documentTitle,
        clause.documentTitleEn,
        clause.documentNumber,
        clause.place,
      ),
      text: join(clause.digest, clause.digestEn, clause.fullText),
    })),
    duties: directory.duties.flatMap((duty) => {
      const clause = directory.clauses.get(duty.clauseId);
      const matter = duty.matter ? matters.get(duty.matter) : undefined;
      if (!clause) return [];
      const place = directory.divisions.get(duty.division);
      return {
        item: { duty, clause },
        heads: join(duty.topic, clause.headingEn, matter?.name, matter?.nameEn, place?.name),
        text: join(
          clause.digest,
          clause.digestEn,
          matter?.plain,
          matter?.plainEn,
          ...duty.bodies.flatMap(({ named, bodyId }) => [named, bodyId ? directory.bodies.get(bodyId)?.name : null]),
        ),
      };
    }),
  };
  indexes.set(directory, index);
  return index;
}

export function findClauses(
  directory: Directory,
  query: SearchQuery,
  limit: number,
  locale: Locale,
): Group<FoundClause> {
  const english = locale === 'en';
  const found = findEntries(indexOf(directory).clauses, query, limit, (clause) =>
    clause.status === 'in_force' ? 0.4 : 0,
  );
  return {
    ...found,
    items: found.items.map((clause) => ({
      documentId: clause.documentId,
      document:
        clause.documentNumber ?? (english ? (clause.documentTitleEn ?? clause.documentTitle) : clause.documentTitle),
      title: clause.documentTitle,
      place: clause.place,
      heading: english ? (clause.headingEn ?? clause.heading) : clause.heading,
      digest: english ? (clause.digestEn ?? clause.digest) : clause.digest,
      status: clause.status,
    })),
  };
}

/** @param near the place of the portal: its duties, and those of the places above it, come first */
export function findDuties(
  directory: Directory,
  query: SearchQuery,
  limit: number,
  near: string,
  locale: Locale,
): Group<FoundDuty> {
  const own = ({ duty }: { duty: Responsibility }) =>
    within(near, duty.division) || within(duty.division, near) ? 0.6 : 0;
  const found = findEntries(
    indexOf(directory).duties,
    query,
    limit,
    (one) => own(one) + (one.duty.matter ? 0.2 : 0) + (one.clause.status === 'in_force' ? 0.3 : 0),
  );
  return {
    ...found,
    items: found.items.map(({ duty, clause }) => ({
      topic: locale === 'en' ? (clause.headingEn ?? duty.topic) : duty.topic,
      matter: duty.matter,
      division: duty.division,
      place: directory.divisions.get(duty.division)?.name ?? duty.division,
      lead: duty.bodies.filter(({ part }) => part === 'lead').map(({ named }) => named),
      supporting: duty.bodies.filter(({ part }) => part === 'supporting').map(({ named }) => named),
      documentId: clause.documentId,
      document: clause.documentNumber ?? clause.documentTitle,
      clause: clause.place,
      status: clause.status,
    })),
  };
}
