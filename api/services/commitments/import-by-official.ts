import { Readable } from 'node:stream';
import { columnNames } from '../../../site/text/imports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireRole } from '../officials/authorise.ts';
import { type CommitmentImport, importCommitments } from './import.ts';
import { COMMITMENT_COLUMNS } from './import-row.ts';

/** A table of commitments is read while the page waits: so large at most. */
export const MOST_BYTES = 2 * 1024 * 1024;

/**
 * A table that a publisher uploads: bodies that the publisher reaches, and all rows or none. What was refused is told row by row.
 * @throws DomainError auth.* | upload.too_large
 */
export async function importByOfficial(ctx: Ctx, file: { name: string; source: Readable }): Promise<CommitmentImport> {
  try {
    const official = await requireRole(ctx, ['publisher'], null);
    const bodies = await bodiesOf(ctx, ['publisher']);
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of file.source as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > MOST_BYTES) throw new DomainError('upload.too_large');
      parts.push(part);
    }
    const bytes = Buffer.concat(parts);
    const source = { name: file.name, open: () => Readable.from([bytes]) };
    return await importCommitments(ctx, source, { by: official.id, reason: file.name, name: file.name, bodies });
  } finally {
    file.source.resume();
  }
}

/** An empty table with the names of the columns in Chinese: UTF-8 with a byte order mark, so that Excel reads it. */
export function commitmentTemplate(): string {
  const names = [...COMMITMENT_COLUMNS.required, ...COMMITMENT_COLUMNS.optional].map((column) => {
    const name = columnNames['zh-CN'][column] ?? column;
    return COMMITMENT_COLUMNS.required.includes(column) ? `${name}*` : name;
  });
  return `\ufeff${names.join(',')}\r\n`;
}
