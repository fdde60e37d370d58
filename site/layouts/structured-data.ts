import type { Dataset, GovernmentOrganization, Report, Thing, WebSite, WithContext } from 'schema-dts';
import type { PublicDisclosure } from '../../api/domain/disclosure-view.ts';
import type { Ctx } from '../../api/services/context.ts';
import type { BodyFile } from '../../api/services/directory/get-body.ts';
import type { DatedRelease } from '../../api/services/open-data/catalogue.ts';
import { openDataWords, setWords } from '../text/open-data-sets.ts';
import { disclosureStates } from '../text/states.ts';

/** What pages say to machines (schema.org as JSON-LD): nothing that does not stand on the page too. */
const CONTEXT = 'https://schema.org';
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
type Data<T extends Thing> = WithContext<T>;

const publisher = (ctx: Ctx): GovernmentOrganization => ({
  '@type': 'GovernmentOrganization',
  '@id': `${ctx.publicUrl}/#publisher`,
  name: ctx.place.name,
  alternateName: ctx.place.nameEn,
  url: ctx.publicUrl,
});

export const siteData = (ctx: Ctx, name: string, description: string): Data<WebSite> => ({
  '@context': CONTEXT,
  '@type': 'WebSite',
  name,
  description,
  url: ctx.publicUrl,
  inLanguage: ['zh-CN', 'en'],
  publisher: publisher(ctx),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${ctx.publicUrl}/search?q={search_term_string}` },
    // How search engines want the variable of the address named.
    ...({ 'query-input': 'required name=search_term_string' } as object),
  },
});

const organization = (ctx: Ctx, { id, name }: { id: string; name: string }): GovernmentOrganization => ({
  '@type': 'GovernmentOrganization',
  '@id': `${ctx.publicUrl}/bodies/${id}`,
  name,
  url: `${ctx.publicUrl}/bodies/${id}`,
});

export const bodyData = (ctx: Ctx, body: BodyFile): Data<GovernmentOrganization> => ({
  '@context': CONTEXT,
  ...(organization(ctx, body) as Exclude<GovernmentOrganization, string>),
  alternateName: [body.nameEn, body.shortName, ...body.formerNames].filter((name): name is string => Boolean(name)),
  areaServed: { '@type': 'AdministrativeArea', name: body.place, identifier: body.division },
  ...(body.uscc
    ? { identifier: { '@type': 'PropertyValue', propertyID: '统一社会信用代码', value: body.uscc } as const }
    : {}),
  ...(body.validFrom ? { foundingDate: body.validFrom } : {}),
  ...(body.validTo ? { dissolutionDate: body.validTo } : {}),
  ...(body.superior ? { parentOrganization: organization(ctx, body.superior) } : {}),
});

/** A record as a report about a body; an objection stands before its headline, as on the page. */
export function recordData(ctx: Ctx, record: PublicDisclosure, modified: string | null): Data<Report> {
  const url = `${ctx.publicUrl}/disclosures/${record.id}`;
  const flag = record.objection === 'none' ? null : disclosureStates[ctx.locale][record.objection];
  const body = record.bodyName ?? '';
  return {
    '@context': CONTEXT,
    '@type': 'Report',
    '@id': url,
    url,
    identifier: record.id,
    headline: flag ? `［${flag}］${record.title}` : record.title,
    ...(record.summary ? { abstract: record.summary } : {}),
    datePublished: record.publishedAt,
    ...(modified ? { dateModified: modified } : {}),
    ...(record.publishUntil ? { expires: record.publishUntil } : {}),
    ...(flag ? { creativeWorkStatus: flag } : {}),
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    license: LICENCE,
    publisher: publisher(ctx),
    about: record.bodyId
      ? organization(ctx, { id: record.bodyId, name: body })
      : { '@type': 'GovernmentOrganization', name: body },
    ...(record.caseNumber || record.documentNumber
      ? { citation: record.caseNumber ?? record.documentNumber ?? '' }
      : {}),
    ...(record.source ? { isBasedOn: { '@type': 'CreativeWork', name: record.source } } : {}),
    isPartOf: { '@type': 'Dataset', '@id': `${ctx.publicUrl}/open-data#disclosures` } as Dataset,
  };
}

/** The sets of a release, as search engines for data sets read them. */
export function setsData(ctx: Ctx, release: DatedRelease): Data<Dataset>[] {
  const { locale } = ctx;
  return (['disclosures', 'bodies', 'divisions', 'integrity', 'commitments'] as const).map((set) => ({
    '@context': CONTEXT,
    '@type': 'Dataset',
    '@id': `${ctx.publicUrl}/open-data#${set}`,
    name: `${ctx.place.name}${setWords[locale][set]}`,
    description: `${setWords[locale][`${set}About`]} ${openDataWords[locale].packageAbout}`,
    url: `${ctx.publicUrl}/open-data`,
    version: release.name,
    dateModified: release.revisedAt ?? release.builtAt,
    license: LICENCE,
    isAccessibleForFree: true,
    creator: publisher(ctx),
    inLanguage: 'zh-CN',
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: openDataWords[locale].packageTitle,
      url: `${ctx.publicUrl}/open-data`,
    },
    distribution: release.files
      .filter((file) => file.dataset === set)
      .map((file) => ({
        '@type': 'DataDownload' as const,
        name: file.name,
        contentUrl: `${ctx.publicUrl}/open-data/${release.name}/${file.name}`,
        encodingFormat: file.format === 'csv' ? 'text/csv' : 'application/x-ndjson',
        contentSize: `${file.bytes} B`,
        sha256: file.sha256,
      })),
  }));
}
