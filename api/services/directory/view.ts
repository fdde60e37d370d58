import type { Body, Division } from '../../domain/directory.ts';
import { divisionChain } from '../../domain/division-code.ts';
import type { Clause, Directory, MatterEntry } from '../../domain/duty.ts';

/** The allow-list of what the public sees of the directory: for pages and API alike. */

export const divisionView = (d: Division) => ({
  code: d.code,
  name: d.name,
  nameEn: d.nameEn,
  level: d.level,
  parent: d.parent,
});
export type DivisionView = ReturnType<typeof divisionView>;

export const matterView = (m: MatterEntry) => ({
  code: m.code,
  name: m.name,
  nameEn: m.nameEn,
  plain: m.plain,
  plainEn: m.plainEn,
  examples: m.examples.map((e) => ({ zh: e.zh, en: e.en })),
});
export type MatterView = ReturnType<typeof matterView>;

/** 江苏省 无锡市 滨湖区 */
export function placeWords(directory: Directory, code: string): string {
  return divisionChain(code)
    .reverse()
    .map((c) => directory.divisions.get(c)?.name)
    .filter((name) => name && name !== '市辖区' && name !== '县')
    .join(' ');
}

export const bodyRef = (b: Body) => ({ id: b.id, name: b.name, division: b.division });
export type BodyRef = ReturnType<typeof bodyRef>;

/** Former names: those recorded, and those of the bodies that it succeeded. */
export function formerNames(directory: Directory, body: Body): string[] {
  const names = directory.namesOf(body.id).filter((n) => n.kind === 'former');
  const before = directory.successionsTo(body.id).map((s) => directory.bodies.get(s.predecessor)?.name);
  return [...new Set([...before, ...names.map((n) => n.name)])].filter((n): n is string => Boolean(n));
}

export function bodyView(directory: Directory, b: Body, on: string) {
  const next = directory.successionsFrom(b.id).find((s) => s.on <= on);
  const successor = next && directory.bodies.get(next.successor);
  return {
    id: b.id,
    name: b.name,
    nameEn: b.nameEn,
    shortName: b.shortName,
    kind: b.kind,
    role: b.role,
    division: b.division,
    place: placeWords(directory, b.division),
    uscc: b.uscc,
    formerNames: formerNames(directory, b),
    validFrom: b.validFrom,
    validTo: b.validTo,
    exists: (b.validFrom === null || b.validFrom <= on) && (b.validTo === null || b.validTo > on),
    successor: successor ? bodyRef(successor) : null,
  };
}
export type BodyView = ReturnType<typeof bodyView>;

/** A clause as it is cited. */
export const clauseView = (c: Clause, locale: 'zh-CN' | 'en') => ({
  document: c.documentNumber ?? c.documentTitle,
  title: c.documentTitle,
  documentId: c.documentId,
  clause: c.place,
  digest: locale === 'en' ? (c.digestEn ?? c.digest) : c.digest,
  status: c.status,
});
export type ClauseView = ReturnType<typeof clauseView>;
