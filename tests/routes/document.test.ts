import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { describeApi } from '../../api/routes/document.ts';
import { EXAMPLES } from '../../api/routes/examples.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ROOT } from '../support/imports.ts';

interface MediaType {
  schema?: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, MediaType> };
  responses: Record<string, unknown>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

let database: TestDatabase;
let app: ReturnType<typeof createApp>;
let document: Document;

beforeAll(async () => {
  database = await testDatabase();
  app = createApp(() => database.ctx());
  document = (await (await app.request('/api/v1/openapi.json')).json()) as Document;
});
afterAll(() => database?.end());

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and names this portal as its server', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document).toEqual(JSON.parse(JSON.stringify(describeApi(app, database.deps.publicUrl))));
  });

  it('answers 304 to who has it', async () => {
    const first = await app.request('/api/v1/openapi.json');
    const again = await app.request('/api/v1/openapi.json', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it("passes Redocly's recommended rules", () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-openapi-'));
    try {
      writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(document));
      const result = spawnSync(
        process.execPath,
        [
          path.join(ROOT, 'node_modules/@redocly/cli/bin/cli.js'),
          'lint',
          '--extends=recommended',
          '--format=json',
          'openapi.json',
        ],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
        },
      );
      const report = JSON.parse(result.stdout) as {
        problems: { ruleId: string; message: string; severity: string; location: { pointer?: string }[] }[];
      };
      expect(
        report.problems.map((p) => `${p.severity} ${p.ruleId}: ${p.message} (${p.location[0]?.pointer ?? ''})`),
      ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('shows an answer of each open address, which its schema takes', () => {
    const named = operations().filter(({ operation }) => operation.operationId in EXAMPLES);
    expect(named.map(({ operation }) => operation.operationId).toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://example.org/openapi', ...document });
    const wrong = named.flatMap(({ name, path: address, operation }) => {
      const answer = operation.responses['200'] as { content: Record<string, MediaType> };
      const [type = ''] = Object.keys(answer.content);
      const pointer = ['paths', address, 'get', 'responses', '200', 'content', type, 'schema']
        .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/');
      const check = ajv.compile({ $ref: `https://example.org/openapi#/${pointer}` });
      return check(answer.content[type]?.example) ? [] : [`${name}: ${ajv.errorsText(check.errors)}`];
    });
    expect(wrong).toEqual([]);
  });

  it('carries a full example for every JSON body', () => {
    const without = operations()
      .filter(({ operation }) => {
        const json = operation.requestBody?.content['application/json'];
        return json && examplesOf(json).length === 0;
      })
      .map(({ name }) => name);
    expect(without).toEqual([]);
  });

  it('gives examples that its own routes do not call invalid', async () => {
    const refused: string[] = [];
    for (const { name, method, path: address, operation } of operations()) {
      const json = operation.requestBody?.content['application/json'];
      for (const body of json ? examplesOf(json) : []) {
        const response = await app.request(address.replace(/\{\w+\}/g, 'JN26-000000-0'), {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        // A case or a counter of an example does not exist here: 403 or 404 may be the answer, 400 may not.
        const text = response.status >= 400 ? await response.text() : '';
        if (response.status === 400 || response.status >= 500) refused.push(`${name}: ${response.status} ${text}`);
        expect(Object.keys(operation.responses)).toContain(String(response.status));
      }
    }
    expect(refused).toEqual([]);
  });
});

function operations() {
  return Object.entries(document.paths).flatMap(([address, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${address}`,
      method: method.toUpperCase(),
      path: address,
      operation,
    })),
  );
}

function examplesOf(media: MediaType): unknown[] {
  if (media.examples) return Object.values(media.examples).map((example) => example.value);
  if (media.example !== undefined) return [media.example];
  const schema = media.schema as { $ref?: string; example?: unknown; examples?: unknown[] } | undefined;
  const resolved = schema?.$ref
    ? ((document as unknown as { components: { schemas: Record<string, typeof schema> } }).components.schemas[
        schema.$ref.split('/').at(-1) ?? ''
      ] ?? schema)
    : schema;
  return resolved?.examples ?? (resolved?.example === undefined ? [] : [resolved.example]);
}
