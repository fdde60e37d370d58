import { filesOfMany, type Release, releases, type SetFile } from '../../../db/queries/open-data.ts';
import { openDataWords, setWords } from '../../../site/text/open-data-sets.ts';
import { DATASETS, type Dataset } from '../../domain/open-data.ts';
import type { Ctx } from '../context.ts';
import { LICENCE } from './data-package.ts';

const MOST = 400; // releases

export interface DatedRelease extends Release {
  files: SetFile[];
}

/** Kept releases with their files, newest first. */
export async function keptReleases(ctx: Ctx, most = MOST): Promise<DatedRelease[]> {
  const found = await releases(ctx.db, most);
  const files = await filesOfMany(
    ctx.db,
    found.map((release) => release.id),
  );
  return found.map((release) => ({
    ...release,
    files: files.filter((file) => file.releaseId === release.id && file.part !== 'index'),
  }));
}

/** The same as one list for programs: which files there are, and which delta follows which. */
export async function releaseList(ctx: Ctx): Promise<object> {
  const kept = await keptReleases(ctx);
  return {
    items: kept.map(({ name, builtAt, previous, revisedAt, files }) => ({
      name,
      url: `${ctx.publicUrl}/open-data/${name}/datapackage.json`,
      builtAt,
      previous,
      revisedAt,
      files: files.map(({ name: file, dataset, part, format, rows, bytes, sha256 }) => ({
        name: file,
        url: `${ctx.publicUrl}/open-data/${name}/${file}`,
        dataset,
        part,
        format,
        rows,
        bytes,
        sha256,
      })),
    })),
    nextCursor: null,
  };
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const IANA = 'https://www.iana.org/assignments/media-types';
const DAILY = 'http://publications.europa.eu/resource/authority/frequency/DAILY';
const LANGUAGE = {
  'zh-CN': 'http://id.loc.gov/vocabulary/iso639-1/zh',
  en: 'http://id.loc.gov/vocabulary/iso639-1/en',
};

const iri = (id: string) => ({ '@id': id });
const typed = (value: string | number, type: string) => ({ '@value': String(value), '@type': `xsd:${type}` });
const words = (zh: string | undefined, en: string | undefined) => [
  { '@value': zh ?? '', '@language': 'zh-CN' },
  { '@value': en ?? '', '@language': 'en' },
];
const named = (key: string) => words(setWords['zh-CN'][key], setWords.en[key]);

/**
 * The catalogue as DCAT 3 in JSON-LD, with its context in it so that nothing must be fetched to read it: each set as a
 * dataset of the newest release with its files, the releases as a series, and the API as a data service.
 */
export async function catalogue(ctx: Ctx): Promise<object> {
  const kept = await keptReleases(ctx);
  const newest = kept[0];
  const url = (path: string) => `${ctx.publicUrl}${path}`;
  const text = openDataWords;
  const publisher = {
    '@id': url('/#publisher'),
    '@type': 'foaf:Agent',
    'foaf:name': words(ctx.place.name, ctx.place.nameEn),
  };
  const common = {
    'dct:publisher': iri(publisher['@id']),
    'dct:license': iri(LICENCE.path),
    'dct:language': Object.values(LANGUAGE).map(iri),
  };
  const series = newest
    ? [
        {
          '@id': url('/open-data#releases'),
          '@type': 'dcat:DatasetSeries',
          'dct:title': words(text['zh-CN'].packageTitle, text.en.packageTitle),
          'dct:description': words(text['zh-CN'].seriesAbout, text.en.seriesAbout),
          'dct:accrualPeriodicity': iri(DAILY),
          ...common,
        },
      ]
    : [];
  return {
    '@context': CONTEXT,
    '@graph': [
      publisher,
      {
        '@id': url('/open-data'),
        '@type': 'dcat:Catalog',
        'dct:title': words(text['zh-CN'].packageTitle, text.en.packageTitle),
        'dct:description': words(text['zh-CN'].packageAbout, text.en.packageAbout),
        'foaf:homepage': iri(url('/open-data#page')),
        ...common,
        ...(newest ? { 'dct:modified': typed(newest.revisedAt ?? newest.builtAt, 'dateTime') } : {}),
        'dcat:dataset': [
          ...series.map((one) => iri(one['@id'])),
          ...(newest ? DATASETS.map((set) => iri(setId(url, newest, set))) : []),
        ],
        'dcat:service': iri(url('/api/v1#service')),
      },
      ...series,
      ...(newest ? DATASETS.flatMap((set) => dataset(url, newest, kept, set, common)) : []),
      {
        '@id': url('/api/v1#service'),
        '@type': 'dcat:DataService',
        'dct:title': words(text['zh-CN'].serviceTitle, text.en.serviceTitle),
        'dcat:endpointURL': iri(url('/api/v1')),
        'dcat:endpointDescription': iri(url('/api/v1/openapi.json')),
        ...(newest ? { 'dcat:servesDataset': DATASETS.map((set) => iri(setId(url, newest, set))) } : {}),
        ...common,
      },
    ],
  };
}

type Url = (path: string) => string;
const setId = (url: Url, release: Release, set: Dataset): string =>
  url(`/open-data/${release.name}/datapackage.json#${set}`);

function dataset(url: Url, release: DatedRelease, kept: DatedRelease[], set: Dataset, common: object): object[] {
  const files = release.files.filter((file) => file.dataset === set);
  const before = kept.find((other) => other.name === release.previous);
  return [
    {
      '@id': setId(url, release, set),
      '@type': 'dcat:Dataset',
      'dct:title': named(set),
      'dct:description': named(`${set}About`),
      'dct:identifier': `${set}-${release.name}`,
      'dcat:version': release.name,
      'dct:issued': typed(release.builtAt, 'dateTime'),
      'dct:modified': typed(release.revisedAt ?? release.builtAt, 'dateTime'),
      'dcat:inSeries': iri(url('/open-data#releases')),
      ...(before ? { 'dcat:previousVersion': iri(setId(url, before, set)) } : {}),
      'dct:accrualPeriodicity': iri(DAILY),
      'dct:conformsTo': iri('https://datapackage.org/standard/data-package/'),
      'dcat:landingPage': iri(url('/open-data#page')),
      ...common,
      'dcat:distribution': files.map((file) => iri(url(`/open-data/${release.name}/${file.name}`))),
    },
    ...files.map((file) => distribution(url, release, file, common)),
  ];
}

function distribution(url: Url, release: Release, file: SetFile, common: object): object {
  const address = url(`/open-data/${release.name}/${file.name}`);
  const key = file.format === 'ftm' ? 'ftm' : file.part === 'delta' ? `${file.dataset}Delta` : file.dataset;
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': named(key),
    'dcat:downloadURL': iri(address),
    'dcat:accessURL': iri(url('/open-data#page')),
    'dcat:mediaType': iri(`${IANA}/${file.format === 'csv' ? 'text/csv' : 'application/json'}`),
    'dcat:compressFormat': iri(`${IANA}/application/gzip`),
    'dcat:byteSize': typed(file.bytes, 'nonNegativeInteger'),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': iri('spdx:checksumAlgorithm_sha256'),
      'spdx:checksumValue': typed(file.sha256, 'hexBinary'),
    },
    'dct:modified': typed(release.revisedAt ?? release.builtAt, 'dateTime'),
    ...common,
  };
}
