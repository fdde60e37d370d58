import type { BodyNameKind } from '../../../api/domain/directory.ts';
import { countyKind } from '../../../api/domain/division-code.ts';
import { bodyId } from '../body-id.ts';
import { allPlaces, type Place } from '../divisions/load.ts';
import type { Row } from '../set.ts';
import {
  DATA_BUREAU_BASIS,
  DATA_BUREAU_ON,
  DATA_BUREAU_REPORTED,
  EXTRA_BODIES,
  FORMER,
  type Former,
  NAMED_OTHERWISE,
} from './exceptions.ts';
import { bodyName, ownWord, PATTERNS, prefixOf, type Tier, townshipBody } from './rule.ts';

/** Provinces whose bodies are made: Jiangsu, and the fictional place. */
const AREAS = ['32', '99'];

export interface Built {
  bodies: Row[];
  names: Row[];
  successions: Row[];
}

interface Draft {
  name: string;
  division: string;
  kind: string;
  role: string;
  short?: string | null;
  english?: string | null;
  parent?: string | null;
  validTo?: string | null;
}

let built: Built | undefined;
/** All reference bodies with their names and successions. */
export function buildBodies(): Built {
  built ??= build(
    allPlaces().filter((p) => AREAS.some((a) => p.code.startsWith(a))),
    true,
  );
  return built;
}

/** The bodies of some places by the rule alone; the places above a township must be among them. */
export const buildBodiesOf = (places: readonly Place[]): Built => build(places, false);

/** @param known with what the seeds name otherwise, and what was before */
function build(places: readonly Place[], known: boolean): Built {
  const bodies = new Map<string, Row>();
  const names = new Map<string, Row>();
  const successions: Row[] = [];
  const nameOf = new Map(places.map((p) => [p.code, p.name]));

  const add = (d: Draft, others: [string, BodyNameKind][]): string => {
    const id = bodyId(d.name, d.division);
    if (bodies.has(id)) return id;
    bodies.set(id, {
      id,
      name: d.name,
      name_en: d.english ?? null,
      short_name: d.short ?? null,
      kind: d.kind,
      role: d.role,
      division: d.division,
      parent: d.parent ?? null,
      valid_from: null,
      valid_to: d.validTo ?? null,
    });
    for (const [name, kind] of [[d.name, 'official'], ...(d.short ? [[d.short, 'short']] : []), ...others] as [
      string,
      BodyNameKind,
    ][]) {
      const key = `${id}|${name}`;
      if (!names.has(key)) names.set(key, { body_id: id, name, kind });
    }
    return id;
  };

  for (const place of places) {
    const prefix = prefixOf(place.code, place.name, nameOf.get(place.code.slice(0, 4)) ?? null);
    if (place.level === 'township') township(place);
    else if (place.level === 'county' && countyKind(place.code) === 'zone') zone(place);
    else departments(place, place.level as Tier, prefix);
  }

  function departments(place: Place, tier: Tier, prefix: string): void {
    const own = ownWord(place.name);
    for (const p of PATTERNS) {
      const pattern = p.name[tier];
      if (!pattern) continue;
      const other = NAMED_OTHERWISE.find((n) => n.division === place.code && n.role === p.role);
      const byRule = bodyName(pattern, prefix);
      const short = p.short[tier] ?? '';
      const aliases: [string, BodyNameKind][] = [[`${own}${short}`, 'alias']];
      if (prefix !== place.name) {
        aliases.push([`${place.name}${short}`, 'alias'], [bodyName(pattern, place.name), 'alias']);
        if (p.role === 'government') aliases.push([`${prefix}政府`, 'alias']);
      }
      if (other) aliases.push([byRule, 'alias'], [bodyName(short, prefix), 'alias']);
      for (const a of [...(p.alias ?? []), ...(other?.alias ?? [])]) {
        const full = a.startsWith(own) ? a : `${own}${a}`;
        aliases.push([full, 'alias'], [`${place.name}${full.slice(own.length)}`, 'alias']);
      }
      if (p.former?.[tier]) aliases.push([bodyName(p.former[tier], prefix), 'former']);
      // 无锡市滨湖区人民政府 is mostly called 滨湖区政府; departments keep the city: 无锡市滨湖区发改委.
      const shortName = other?.short ?? (p.role === 'government' ? `${place.name}政府` : `${prefix}${short}`);
      add(
        {
          name: other?.name ?? byRule,
          division: place.code,
          kind: p.kind,
          role: p.role,
          short: shortName,
          english: place.nameEn ? `${place.nameEn} ${p.english}` : null,
        },
        aliases,
      );
    }
  }

  /** 开发区 that the statistics count like a county: its committee stands in for a government. */
  function zone(place: Place): void {
    add(
      {
        name: `${place.name}管理委员会`,
        division: place.code,
        kind: 'zone_committee',
        role: 'government',
        short: `${place.name}管委会`,
      },
      [],
    );
  }

  function township(place: Place): void {
    const t = townshipBody(place.name);
    const county = place.code.slice(0, 6);
    const countyName = nameOf.get(county);
    if (!t || !countyName) return;
    const prefix =
      countyKind(county) === 'zone' ? countyName : prefixOf(county, countyName, nameOf.get(county.slice(0, 4)) ?? null);
    add(
      {
        name: `${prefix}${t.name}`,
        division: place.code,
        kind: t.kind,
        role: 'government',
        short: `${countyName}${t.short}`,
        english: place.nameEn,
      },
      [
        [t.name, 'alias'],
        [t.short, 'alias'],
        [t.place, 'alias'],
        [`${countyName}${t.name}`, 'alias'],
      ],
    );
  }

  if (known) exceptions();
  return { bodies: [...bodies.values()], names: [...names.values()], successions };

  function exceptions(): void {
    for (const e of EXTRA_BODIES) {
      add(
        {
          ...e,
          parent: e.parent ? bodyId(...e.parent) : null,
          english: e.english ?? null,
        },
        (e.alias ?? []).map((a) => [a, 'alias']),
      );
    }

    const cities = places.filter((p) => p.level === 'city' && p.code.startsWith('32') && p.code !== '3202');
    const dataBureaus = cities.map((p): Former => {
      const certainty = DATA_BUREAU_REPORTED.has(p.code) ? 'report' : 'local';
      return {
        name: `${p.name}政务服务管理办公室`,
        division: p.code,
        kind: 'department',
        role: 'government_services',
        short: `${p.name}政务办`,
        alias: ['市政务办'],
        successor: `${p.name}数据局`,
        how: 'renamed',
        on: DATA_BUREAU_ON,
        certainty,
        basis: DATA_BUREAU_BASIS[certainty],
      };
    });
    for (const f of [...FORMER, ...dataBureaus]) {
      const predecessor = add(
        { ...f, short: f.short ?? null, validTo: f.on },
        (f.alias ?? []).map((a) => [a, 'alias'] as [string, BodyNameKind]),
      );
      const successor = bodyId(f.successor, f.division);
      if (!bodies.has(successor)) throw new Error(`no body ${f.successor} in ${f.division}`);
      successions.push({
        predecessor,
        successor,
        kind: f.how,
        effective_on: f.on,
        certainty: f.certainty,
        basis: f.basis,
      });
    }
  }
}
