import { Transform, type TransformCallback } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../domain/errors.ts';

/**
 * What a file is, by its content and never by its name: pictures, PDF, office documents, sound, video and plain text pass.
 * SVG, HTML, scripts, programs and archives do not.
 */
const ACCEPTED = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/heif',
  'image/bmp',
  'image/tiff',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/amr',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
  'video/mp4',
  'video/x-m4v',
  'video/quicktime',
  'video/webm',
  'video/3gpp',
  'video/x-msvideo',
  'video/mpeg',
]);
const HEAD = 8 * 1024;
const ZIP_HEAD = 1024 * 1024; // an office document is a zip: its first entries tell which
const MARKUP = /<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php|\?xml|%)|^#!|^@echo\b/i;

/** Compound files hold old Office documents, but installers too: one of these names must occur in its directory. */
const COMPOUND = ['WordDocument', 'Workbook', 'PowerPoint Document'].map((name) => Buffer.from(name, 'utf16le'));

const refused = () => new DomainError('upload.type_refused');

/** Passes bytes on once the beginning is known to be of an accepted kind; `mediaType` stands when the stream has ended. */
export class KindCheck extends Transform {
  mediaType = '';
  #held: Buffer[] = [];
  #size = 0;
  #decided = false;
  #tail: Buffer = Buffer.alloc(0);
  #named = false;
  #text: { decoder: TextDecoder; alive: boolean; tail: string; type: string }[] = [];

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#take(chunk, false).then(
      () => done(),
      (error: Error) => done(error),
    );
  }

  override _flush(done: TransformCallback): void {
    this.#take(Buffer.alloc(0), true).then(
      () => done(),
      (error: Error) => done(error),
    );
  }

  async #take(chunk: Buffer, last: boolean): Promise<void> {
    if (this.#decided) {
      this.#watch(chunk, last);
      this.push(chunk);
      return;
    }
    this.#held.push(chunk);
    this.#size += chunk.length;
    const zip = this.#held[0]?.[0] === 0x50 && this.#held[0]?.[1] === 0x4b;
    if (!last && this.#size < (zip ? ZIP_HEAD : HEAD)) return;
    if (this.#size === 0) throw new DomainError('upload.incomplete');
    const head = Buffer.concat(this.#held);
    this.#held = [];
    this.#decided = true;
    await this.#decide(head);
    this.#watch(head, last);
    this.push(head);
  }

  async #decide(head: Buffer): Promise<void> {
    const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
    if (found === 'application/x-cfb') this.mediaType = 'application/msword';
    else if (found === 'application/zip' && isOfd(head)) this.mediaType = 'application/ofd';
    else if (found && ACCEPTED.has(found)) this.mediaType = found;
    else if (found) throw refused();
    else {
      this.mediaType = 'text/plain';
      this.#text = ['utf-8', 'gb18030'].map((type) => ({
        decoder: new TextDecoder(type, { fatal: true }),
        alive: true,
        tail: '',
        type,
      }));
    }
  }

  #watch(chunk: Buffer, last: boolean): void {
    if (this.mediaType === 'application/msword') {
      const seen = Buffer.concat([this.#tail, chunk]);
      this.#named ||= COMPOUND.some((name) => seen.includes(name));
      this.#tail = seen.subarray(-64);
      if (last && !this.#named) throw refused();
    } else if (this.mediaType.startsWith('text/plain')) this.#readText(chunk, last);
  }

  #readText(chunk: Buffer, last: boolean): void {
    if (chunk.includes(0)) throw refused();
    for (const reading of this.#text) {
      if (!reading.alive) continue;
      try {
        const text = reading.tail + reading.decoder.decode(chunk, { stream: !last });
        if (MARKUP.test(text)) throw refused();
        reading.tail = text.slice(-32).replace(/^[#@]/, ' ');
      } catch (error) {
        if (error instanceof DomainError) throw error;
        reading.alive = false;
      }
    }
    const alive = this.#text.find((reading) => reading.alive);
    if (!alive) throw refused();
    if (last) this.mediaType = `text/plain; charset=${alive.type}`;
  }
}

/** OFD (GB/T 33190), the national format of electronic invoices and official documents. */
const isOfd = (head: Buffer): boolean => head.includes('OFD.xml') && !head.includes('META-INF/MANIFEST.MF');
