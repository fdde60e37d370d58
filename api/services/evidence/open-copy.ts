import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DomainError } from '../../domain/errors.ts';
import type { ScanState } from '../../domain/evidence-scan.ts';
import type { Ctx } from '../context.ts';

export interface OpenedFile {
  name: string;
  mediaType: string;
  bytes: number;
  stream: Readable;
}

/**
 * A stored file as an official gets it: pictures as a new copy without what camera and place wrote into them, all else as it
 * is. @throws DomainError evidence.infected | evidence.unscanned (without `confirmed`) | evidence.no_copy
 */
export async function copyOf(
  ctx: Pick<Ctx, 'evidence' | 'imageCopy'>,
  file: { name: string; mediaType: string; bytes: number; scan: ScanState; storageName: string },
  key: Buffer,
  how: { confirmed: boolean; asItIs: boolean },
): Promise<OpenedFile> {
  if (file.scan === 'infected') throw new DomainError('evidence.infected');
  if (file.scan === 'unscanned' && !how.confirmed) throw new DomainError('evidence.unscanned');
  const { name, mediaType, bytes } = file;
  const stored = () => ctx.evidence.get(file.storageName, key);
  if (how.asItIs || !ctx.imageCopy.copies(mediaType)) return { name, mediaType, bytes, stream: await stored() };
  const copy = await ctx.imageCopy.copy(await buffer(await stored()), mediaType);
  if (!copy) throw new DomainError('evidence.no_copy');
  const stem = name.replace(/\.[^.]{1,5}$/, '');
  return {
    name: `${stem}.${copy.ending}`,
    mediaType: copy.mediaType,
    bytes: copy.bytes.length,
    stream: Readable.from([copy.bytes]),
  };
}
