import { fold } from './chinese-text.ts';

/**
 * Texts that say nearly the same. What every judgment says is taken out first; the rest is cut into overlapping runs of four
 * characters; a text is known by the smallest hash of the runs in each of 64 bins (one-permutation MinHash), and two texts
 * meet where a band of four bins is equal. Who meets is compared run by run, so that the bins decide nothing by themselves.
 */
const RUN = 4;
const BINS = 64;
const PER_BAND = 4;
/** Below so many runs a text is too short to be told from another. */
const LEAST_RUNS = 24;

/** What courts write into every judgment (in folded text): says nothing about the dispute. */
const BOILERPLATE: readonly RegExp[] = [
  /依照\(?中华人民共和国[^,。;]{2,30}法\)?[^。;]{0,80}?(规定|判决如下|裁定如下)/gu,
  /(判决|裁定)如下/gu,
  /本(判决|裁定)(为终审(判决|裁定)|自[^,。]{1,12}发生法律效力)/gu,
  /如不服本(判决|裁定)[^。]{0,120}。/gu,
  /案件受理费[^。]{0,60}。/gu,
  /(本院|法院)(经审查|经审理)?(认为|查明|审理查明)/gu,
  /(综上所述|综上|据此|现已审理终结|依法组成合议庭|公开开庭(进行了)?审理)/gu,
  /(审判长|审判员|人民陪审员|书记员|法官助理)[\p{Script=Han}×某]{0,4}/gu,
  /\([12]\d{3}\)[\p{Script=Han}\d]{2,20}?号/gu, // case numbers: told apart elsewhere
  /\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}/gu,
];

/** The text without what stands everywhere, punctuation and digits. */
export function plainText(text: string): string {
  let plain = fold(text);
  for (const phrase of BOILERPLATE) plain = plain.replace(phrase, '');
  return plain.replace(/[^\p{L}]+/gu, '');
}

/** Hashes (FNV-1a, 32 bits) of all runs of four characters. */
export function runsOf(text: string): Set<number> {
  const plain = plainText(text);
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= plain.length; at++) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < RUN; i++) {
      const unit = plain.charCodeAt(at + i);
      hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
      hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
    }
    runs.add(hash >>> 0);
  }
  return runs;
}

/** Share of the runs of both that both have: 1 for the same text, 0 for nothing in common. */
export function similarity(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let both = 0;
  for (const run of small) if (large.has(run)) both += 1;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

/**
 * Sixteen marks (signed 32 bits): texts of which half is the same share one with near certainty, strangers hardly ever.
 * Empty where the text is too short.
 */
export function bandsOf(runs: ReadonlySet<number>): number[] {
  if (runs.size < LEAST_RUNS) return [];
  const bins = new Array<number>(BINS).fill(-1);
  for (const run of runs) {
    const mixed = Math.imul(run ^ (run >>> 15), 0x2c1b3c6d) >>> 0;
    const bin = mixed & (BINS - 1);
    const rest = mixed >>> 6;
    if (bins[bin] === -1 || rest < (bins[bin] ?? 0)) bins[bin] = rest;
  }
  // A bin that got nothing borrows from the next one that did, with the distance mixed in (Shrivastava and Li, 2014).
  const dense = bins.map((value, i) => {
    let step = 0;
    let found = value;
    while (found === -1) {
      step += 1;
      found = bins[(i + step) % BINS] ?? -1;
    }
    return found + step * 0x9e3779b1;
  });
  return Array.from({ length: BINS / PER_BAND }, (_, band) => {
    let hash = Math.imul(band + 1, 0x9e3779b1);
    for (let i = 0; i < PER_BAND; i++) {
      hash = Math.imul(hash ^ (dense[band * PER_BAND + i] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    return hash | 0;
  });
}
