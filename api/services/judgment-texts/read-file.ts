import { DomainError } from '../../domain/errors.ts';

const refused = () => new DomainError('request.invalid', { fields: [{ path: 'file', code: 'text_file' }] });

/**
 * The text of an uploaded .txt: UTF-8, UTF-16 with its mark, or GB 18030, in which older systems of courts save.
 * @throws DomainError request.invalid at `file` for what is no plain text (a Word or PDF file)
 */
export function readTextFile(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const mark = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  if (!mark && bytes.includes(0)) throw refused();
  for (const encoding of mark ? [mark] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this one.
    }
  }
  throw refused();
}
