import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { evidenceOfCase } from '../../db/queries/evidence.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, filingCtx } from '../support/filing.ts';

let database: TestDatabase;
let server: Server;
let base: string;
beforeAll(async () => {
  database = await testDatabase();
  const app = createApp(() => filingCtx(database));
  server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await database.end();
});

const PNG = Buffer.concat([
  Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000154a24f5d0000000049454e44ae426082',
    'hex',
  ),
]);

async function upload(submissionId: string, name: string, content: Buffer, type = 'application/octet-stream') {
  const form = new FormData();
  form.append('submissionId', submissionId);
  form.append('file', new Blob([new Uint8Array(content)], { type }), name);
  const response = await fetch(`${base}/api/v1/uploads`, { method: 'POST', body: form });
  return { status: response.status, body: await response.json() };
}

async function stored(): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(database.config.evidenceDir, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) names.push(entry.name);
  return names;
}

describe('POST /api/v1/uploads', () => {
  it('stores a file sealed, and the filing adopts it', async () => {
    const input = complaint();
    const text = Buffer.from('协议书正文：返还土地款。'.repeat(20_000));
    const first = await upload(String(input.submissionId), '协议 书.txt', text);
    expect(first).toMatchObject({
      status: 201,
      body: { name: '协议 书.txt', bytes: text.length, mediaType: 'text/plain; charset=utf-8' },
    });
    const second = await upload(String(input.submissionId), 'photo.png', PNG);
    expect(second).toMatchObject({ status: 201, body: { mediaType: 'image/png' } });
    const response = await fetch(`${base}/api/v1/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const { number } = await response.json();
    const [row] = await database.owner<{ id: string }[]>`select id from cases where number = ${number}`;
    const files = await evidenceOfCase(database.sql, row?.id ?? '');
    expect(files.map((f) => f.id)).toEqual([first.body.id, second.body.id]);
    const [file] = files;
    const key = database.deps.keys.unwrap(file!.keyId, file!.wrapped!, file!.version);
    const chunks: Buffer[] = [];
    for await (const chunk of await database.deps.evidence.get(file!.storageName, key)) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(text)).toBe(true);
    // A form that has been filed takes no more.
    expect(await upload(String(input.submissionId), 'late.png', PNG)).toMatchObject({ status: 409 });
  });

  it('judges by content: scripts, pages, drawings, programs and archives are refused, whatever they are called', async () => {
    const id = randomUUID();
    const before = (await stored()).length;
    const refused: [string, Buffer][] = [
      ['a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
      ['a.txt', Buffer.from(`${' '.repeat(9000)}<!DOCTYPE html><script>alert(1)</script>`)],
      ['a.pdf', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00'.padEnd(512, '\0'), 'latin1')],
      ['a.jpg', Buffer.concat([Buffer.from('504b0304', 'hex'), randomBytes(2000)])],
      ['a.jpg', Buffer.concat([Buffer.from('1f8b08', 'hex'), randomBytes(2000)])],
      ['a.txt', Buffer.from('#!/bin/sh\nrm -rf /\n')],
      ['run.bat', Buffer.from('dir\n')],
      ['page.html', Buffer.from('只是文字')],
      ['a.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(9000)])],
      ['a.bin', randomBytes(5000)],
    ];
    for (const [name, content] of refused)
      expect({ name, ...(await upload(id, name, content)) }).toMatchObject({
        name,
        status: 415,
        body: { code: 'upload.type_refused' },
      });
    expect((await stored()).length).toBe(before);
  });

  it('makes names harmless', async () => {
    const id = randomUUID();
    const tried = ['../../etc/passwd', 'C:\\windows\\a.PNG', '‮gnp.exe.txt', '\u0000..', `${'长'.repeat(400)}.txt`];
    const text = Buffer.from('文字');
    for (const name of tried) {
      const { status, body } = await upload(id, name, /png$/i.test(name) ? PNG : text);
      expect(status, name).toBe(201);
      expect(body.name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\./u);
      expect(body.name.length).toBeLessThan(120);
      expect(body.name).toMatch(/\.(?:txt|png)$/i);
    }
    for (const name of await stored()) expect(name).toMatch(/^[0-9a-f]{40}$/);
  });

  it('refuses a file above 20 MB and keeps nothing of it', async () => {
    const before = (await stored()).length;
    const { status, body } = await upload(randomUUID(), 'big.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'));
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'upload.too_large' });
    expect((await upload(randomUUID(), 'just.txt', Buffer.alloc(20 * 1024 * 1024, 'a'))).status).toBe(201);
    expect((await stored()).length).toBe(before + 1);
  });

  it('refuses the eleventh file, also when all come at once', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 14 }, (_, i) => upload(id, `${i}.png`, PNG)));
    const taken = answers.filter((a) => a.status === 201);
    expect(taken).toHaveLength(10);
    expect(await upload(id, 'eleventh.png', PNG)).toMatchObject({ status: 400, body: { code: 'upload.too_many' } });
  });

  it('keeps neither file nor row of an upload that is cut off half way', async () => {
    const id = randomUUID();
    const before = await stored();
    const { port } = server.address() as AddressInfo;
    const head = [
      '--x\r\ncontent-disposition: form-data; name="submissionId"\r\n\r\n',
      `${id}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n`,
    ].join('');
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `POST /api/v1/uploads HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 2000000\r\n\r\n${head}`,
    );
    await new Promise((resolve) => socket.write(Buffer.alloc(1_000_000, 'a'), resolve));
    // The file is on its way: wait until the store has begun, then cut.
    await expect.poll(stored, { timeout: 5000 }).not.toEqual(before);
    socket.destroy();
    await expect.poll(stored, { timeout: 5000 }).toEqual(before);
    const hash = createHash('sha256').update(id).digest();
    const rows =
      await database.owner`select 1 from evidence e join case_key k on k.id = e.key_id where k.submission_hash = ${hash}`;
    expect(rows).toHaveLength(0);
  });

  it('asks for the submission id before the file, and for a file', async () => {
    const form = new FormData();
    form.append('submissionId', randomUUID());
    const none = await fetch(`${base}/api/v1/uploads`, { method: 'POST', body: form });
    expect(none.status).toBe(400);
    const late = new FormData();
    late.append('file', new Blob(['文字']), 'a.txt');
    late.append('submissionId', randomUUID());
    const answer = await fetch(`${base}/api/v1/uploads`, { method: 'POST', body: late });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'submissionId', code: 'submission_id' }] },
    });
    const json = await fetch(`${base}/api/v1/uploads`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(json.status).toBe(400);
  });
});
