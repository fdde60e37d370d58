/**
 * The list of erasures beside the backups: one line each, only ever added to, each line bound to the one before by a keyed
 * hash, so that a line can neither be invented nor taken out of the middle. It names things and keys by their ids, nobody.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ErasureSubject } from '../domain/retention.ts';
import type { ErasureEntry, Keyring } from './ports.ts';

export class ErasureListError extends Error {}

const START = 'jiannuo-erasures/1';

function line(
  keys: Keyring,
  entry: ErasureEntry,
  before: string,
  version = keys.version,
): { text: string; mac: string } {
  const { seq, subject, id, keyId, reason, code, at } = entry;
  // Lines of cases are as they were before there were others.
  const what = subject === 'case' ? { caseId: id } : { subject, id };
  const plain = JSON.stringify({ seq, ...what, keyId, reason, code, at, v: version });
  const mac = keys.mac('erasure-list', `${before}\n${plain}`, version).toString('base64url');
  return { text: `${JSON.stringify({ ...JSON.parse(plain), mac })}\n`, mac };
}

export interface ErasureList {
  entries: ErasureEntry[];
  last: number;
  mac: string;
  /** All lines are bound by the newest key. */
  current: boolean;
}

/** @returns null where there is no list. @throws ErasureListError where a line was changed, invented or taken out */
export async function readErasureList(file: string, keys: Keyring): Promise<ErasureList | null> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return null;
  await handle.close();
  const list: ErasureList = { entries: [], last: 0, mac: START, current: true };
  const input = createReadStream(file);
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text === '') continue;
    let read: Omit<ErasureEntry, 'subject'> & { subject?: ErasureSubject; caseId?: string; v: number; mac: string };
    let entry: ErasureEntry;
    let expected: string;
    try {
      read = JSON.parse(text);
      const { seq, caseId, keyId, reason, code, at } = read;
      entry = { seq, subject: read.subject ?? 'case', id: caseId ?? read.id, keyId, reason, code, at };
      expected = line(keys, entry, list.mac, read.v).mac;
    } catch (error) {
      throw new ErasureListError(
        `${file}: line ${list.entries.length + 1} cannot be read (${(error as Error).message})`,
      );
    }
    if (expected !== read.mac || read.seq <= list.last) {
      throw new ErasureListError(`${file}: line ${list.entries.length + 1} is not as it was written`);
    }
    const { v, mac } = read;
    list.entries.push(entry);
    list.last = entry.seq;
    list.mac = mac;
    list.current &&= v === keys.version;
  }
  return list;
}

/**
 * Adds what is missing. The file exists from the first call on, so that "no list" means that it was lost. After a change of the
 * master key the lines are bound anew.
 * @param after erasures of the database with a number above
 */
export async function addToErasureList(
  file: string,
  keys: Keyring,
  after: (seq: number) => Promise<ErasureEntry[]>,
): Promise<{ added: number; last: number }> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const list = await readErasureList(file, keys);
  const added = await after(list?.last ?? 0);
  const write = async (target: string, flag: string, entries: ErasureEntry[], before: string) => {
    let mac = before;
    const lines = entries.map((entry) => {
      const made = line(keys, entry, mac);
      mac = made.mac;
      return made.text;
    });
    const handle = await open(target, flag, 0o600);
    await handle.appendFile(lines.join(''));
    await handle.sync();
    await handle.close();
  };
  if (list?.current) {
    if (added.length > 0) await write(file, 'a', added, list.mac);
  } else {
    await write(`${file}.part`, 'w', [...(list?.entries ?? []), ...added], START);
    await rename(`${file}.part`, file);
  }
  return { added: added.length, last: added.at(-1)?.seq ?? list?.last ?? 0 };
}
