import type { APIRoute } from 'astro';
import { POINT_COLUMNS } from '../../../../../api/services/ratings/points/batch-row.ts';
import { columnNames } from '../../../../text/imports.ts';
import { toSignIn } from '../../_form.ts';

/** An empty table of counters, with a byte order mark so that Excel reads its Chinese. */
export const GET: APIRoute = ({ locals: { ctx, locale, href, path } }) => {
  if (ctx.actor.kind !== 'official') return toSignIn(href, path);
  const heading = [
    ...POINT_COLUMNS.required.map((code) => `${columnNames[locale][code]}*`),
    ...POINT_COLUMNS.optional.map((code) => columnNames[locale][code]),
  ];
  return new Response(`\ufeff${heading.join(',')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="service-points.csv"',
    },
  });
};
