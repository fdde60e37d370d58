import type { Release, SetFile } from '../../../db/queries/open-data.ts';
import { commitmentFields, commitmentWords } from '../../../site/text/commitments.ts';
import { bodyKindNames } from '../../../site/text/directory.ts';
import { fieldNames, outcomes, publicationClasses, withdrawReasons } from '../../../site/text/disclosures.ts';
import { matterNames } from '../../../site/text/field.ts';
import { integritySubjects } from '../../../site/text/integrity.ts';
import {
  delReasons,
  deltaOps,
  dueReadings,
  openDataWords,
  publicCommitmentStates,
  setFieldNames,
  setWords,
} from '../../../site/text/open-data-sets.ts';
import { commitmentKinds, disclosureKinds } from '../../../site/text/states.ts';
import { type Column, type Dataset, DELTA_COLUMNS, KEY_OF, LIST_DELIMITER } from '../../domain/open-data.ts';
import type { Ctx } from '../context.ts';

/** What the data may be used for. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0',
};
const PROFILES = 'https://datapackage.org/profiles/2.0';

/** Both languages in one line: descriptions of files are read by people of either. */
const both = (
  texts: { 'zh-CN': Readonly<Record<string, string>>; en: Readonly<Record<string, string>> },
  key: string,
) => {
  const [zh, en] = [texts['zh-CN'][key], texts.en[key]];
  return zh && en && zh !== en ? `${zh} · ${en}` : (zh ?? en ?? key);
};

type Words = Parameters<typeof both>[0];
/** Coded facts of commitments, by column. */
const commitmentCodes: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.keys(commitmentWords['zh-CN']).map((name) => [
    name,
    { 'zh-CN': commitmentWords['zh-CN'][name] ?? {}, en: commitmentWords.en[name] ?? {} },
  ]),
);
/** Codes of a column with their meaning, as `categories` of Table Schema. */
const CODES: Readonly<Record<Dataset, Readonly<Record<string, Words>>>> = {
  disclosures: {
    kind: disclosureKinds,
    matter: matterNames,
    outcome: outcomes,
    publicationClass: publicationClasses,
    op: deltaOps,
    reason: delReasons,
    reasonClass: withdrawReasons,
  },
  bodies: { kind: bodyKindNames, op: deltaOps, reason: delReasons },
  divisions: { op: deltaOps, reason: delReasons },
  commitments: {
    kind: commitmentKinds,
    state: publicCommitmentStates,
    due: dueReadings,
    matter: matterNames,
    ...commitmentCodes,
    op: deltaOps,
    reason: delReasons,
  },
  integrity: { subjectKind: integritySubjects, op: deltaOps, reason: delReasons },
};

function field(dataset: Dataset, { name, type }: Column, format: SetFile['format'], whole: boolean): object {
  const codes = CODES[dataset][name];
  const own = dataset === 'disclosures' ? fieldNames : dataset === 'commitments' ? commitmentFields : setFieldNames;
  const names = own['zh-CN'][name] ? own : setFieldNames;
  // JSON keeps amounts as text: a number of JavaScript does not hold them exactly. A list is one there.
  const kind =
    format === 'ndjson' && type === 'number' ? 'string' : format === 'ndjson' && type === 'list' ? 'array' : type;
  return {
    name,
    title: both(names, name),
    type: kind,
    ...(kind === 'list' ? { delimiter: LIST_DELIMITER, itemType: 'string' } : {}),
    // A new kind of record is told by its code alone until it has words here.
    ...(codes ? { categories: Object.keys(codes.en).map((value) => ({ value, label: both(codes, value) })) } : {}),
    ...(name === KEY_OF[dataset] ? { constraints: { required: true, ...(whole ? { unique: true } : {}) } } : {}),
  };
}

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  ftm: 'application/x-ndjson',
};

/** The name by which a file is told apart inside a package. */
export const resourceName = (file: Pick<SetFile, 'name'>): string =>
  file.name.replace(/\.gz$/, '').replaceAll('.', '-');

function resource(file: SetFile, columns: Release['columns']): object {
  const { dataset, part, format } = file;
  const all = part === 'delta' ? [...DELTA_COLUMNS, ...columns[dataset]] : columns[dataset];
  const key = format === 'ftm' ? 'ftm' : part === 'delta' ? `${dataset}Delta` : dataset;
  return {
    name: resourceName(file),
    path: file.name,
    title: both(setWords, key),
    description: both(setWords, `${key}About`),
    format: format === 'ftm' ? 'json' : format,
    mediatype: MEDIA[format],
    encoding: 'utf-8',
    compression: 'gz',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    contentBytes: file.contentBytes,
    contentHash: `sha256:${file.contentSha256}`,
    rows: file.rows,
    ...(format === 'ftm'
      ? {}
      : {
          type: 'table',
          schema: {
            $schema: `${PROFILES}/tableschema.json`,
            fields: all.map((column) => field(dataset, column, format, part === 'full')),
            primaryKey: [KEY_OF[dataset]],
            missingValues: [''],
          },
        }),
    ...(format === 'csv'
      ? {
          dialect: {
            $schema: `${PROFILES}/tabledialect.json`,
            header: true,
            delimiter: ',',
            lineTerminator: '\r\n',
            quoteChar: '"',
            doubleQuote: true,
          },
        }
      : {}),
  };
}

/**
 * The description of one release as a Data Package 2.0 with Table Schema: for each file where it lies, how long it is and
 * its SHA-256 (as it lies there, and unpacked), its columns with their titles, and what each code means.
 */
export function dataPackage(ctx: Ctx, release: Release, files: readonly SetFile[]): object {
  const words = openDataWords;
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: 'jiannuo-open-data',
    id: `${ctx.publicUrl}/open-data/${release.name}/datapackage.json`,
    title: `${ctx.place.name} · ${words['zh-CN'].packageTitle} · ${words.en.packageTitle}`,
    description: `${words['zh-CN'].packageAbout}\n\n${words.en.packageAbout}`,
    homepage: `${ctx.publicUrl}/open-data`,
    version: release.name,
    created: release.builtAt,
    licenses: [LICENCE],
    contributors: [{ title: ctx.place.name, path: ctx.publicUrl, roles: ['publisher'] }],
    keywords: ['政务诚信', '公共信用信息', 'government integrity', 'open data'],
    /** The release that the deltas of this one lead from, and when records were last taken out of its files. */
    previous: release.previous,
    revised: release.revisedAt,
    resources: files.map((file) => resource(file, release.columns)),
  };
}
