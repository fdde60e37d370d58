/** What the reference page shows of an OpenAPI document: plain values, so that the page itself only sets type. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  format?: string;
  anyOf?: Schema[];
  example?: unknown;
  description?: string;
}
interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  'x-access'?: 'public' | 'code' | 'official' | 'key';
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: {
    content: Record<string, { schema?: Schema; example?: unknown; examples?: Record<string, { value: unknown }> }>;
  };
  responses: Record<string, { description?: string }>;
}
interface Document {
  info: { description?: string };
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

export interface Outline {
  paragraphs: string[];
  groups: { name: string; description: string; entries: Entry[] }[];
}
export interface Entry {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  access: 'public' | 'code' | 'official' | 'key';
  parameters: { name: string; place: string; kind: string; required: boolean; meaning: string }[];
  body: { type: string; example: string } | null;
  answers: { status: string; description: string }[];
}

function kindOf(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' | ');
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? '');
  return schema.format ? `${type} (${schema.format})` : type;
}

function bodyOf(operation: Operation, document: Document): Entry['body'] {
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!type || !media) return null;
  const named = media.schema?.$ref && document.components?.schemas?.[media.schema.$ref.split('/').at(-1) ?? ''];
  const example =
    media.example ??
    Object.values(media.examples ?? {})[0]?.value ??
    (named ? named.example : undefined) ??
    media.schema?.example;
  return { type, example: example === undefined ? '' : JSON.stringify(example, null, 2) };
}

export function outline(input: object): Outline {
  const document = input as Document;
  const entries = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Entry & { tag: string } => ({
      tag: operation.tags?.[0] ?? '',
      id: operation.operationId ?? `${method}${path}`,
      method: method.toUpperCase(),
      path,
      summary: operation.summary ?? '',
      description: operation.description ?? '',
      access: operation['x-access'] ?? 'public',
      parameters: (operation.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        place: parameter.in,
        kind: kindOf(parameter.schema),
        required: parameter.required ?? false,
        meaning: parameter.description ?? parameter.schema?.description ?? '',
      })),
      body: bodyOf(operation, document),
      answers: Object.entries(operation.responses).map(([status, answer]) => ({
        status,
        description: answer.description ?? '',
      })),
    })),
  );
  return {
    paragraphs: (document.info.description ?? '')
      .split('\n\n')
      .map((text) => text.replace(/\*\*|`/g, '').replace(/\n/g, ' ')),
    groups: (document.tags ?? []).map(({ name, description }) => ({
      name,
      description: description ?? '',
      entries: entries.filter((entry) => entry.tag === name),
    })),
  };
}
