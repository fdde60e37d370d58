import { z } from 'zod';
import { isCreditCode, normaliseCreditCode } from '../domain/credit-code.ts';

/**
 * What people type, forgiven before it is judged: full-width digits, spaces, separators, Chinese dates. Messages are codes
 * of site/text/errors.ts.
 */
const plain = (text: string): string => text.normalize('NFKC').trim();

/** Text as typed, without control characters and outer blanks; line breaks stay. */
export const words = (min: number, max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** CNY in yuan: "120000.50". Commas, spaces, ￥ and 元 are dropped; 万元 is refused with a word on why. */
export const amount = z
  .string()
  .max(60)
  .transform((text) =>
    plain(text)
      .replace(/[,，\s]/g, '')
      .replace(/^(?:￥|¥|CNY|RMB|人民币)/i, '')
      .replace(/元(?:整)?$/, ''),
  )
  .superRefine((text, issues) => {
    if (/[万亿千]$/.test(text)) issues.addIssue({ code: 'custom', message: 'amount_unit' });
    else if (!/^\d{1,16}(?:\.\d{1,2})?$/.test(text)) issues.addIssue({ code: 'custom', message: 'amount' });
    else if (Number(text) === 0) issues.addIssue({ code: 'custom', message: 'amount' });
  })
  .transform((text) => {
    const [yuan = '0', cents = ''] = text.split('.');
    return `${yuan.replace(/^0+(?=\d)/, '')}.${cents.padEnd(2, '0')}`;
  });

/** A legal date; 2024-3-1, 2024/3/1, 2024.3.1, 20240301 and 2024年3月1日 are one. */
export const date = z
  .string()
  .max(40)
  .transform((text) => {
    const parts = /^(\d{4})\s*(?:[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))$/.exec(plain(text));
    if (!parts) return '';
    const [, y, m1, d1, m2, d2] = parts;
    return `${y}-${(m1 ?? m2 ?? '').padStart(2, '0')}-${(d1 ?? d2 ?? '').padStart(2, '0')}`;
  })
  .refine((text) => text >= '1949-10-01' && isDate(text), 'date');

function isDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Mainland mobile or fixed line, or an international number with +. */
export const phone = z
  .string()
  .max(40)
  .transform((text) =>
    plain(text)
      .replace(/[\s\p{Pd}()（）.]/gu, '')
      .replace(/^(?:\+|00)86/, ''),
  )
  .refine((text) => /^(?:1[3-9]\d{9}|0\d{9,11}(?:转\d{1,6})?|[2-8]\d{6,7}|400\d{7}|\+\d{7,15})$/.test(text), 'phone');

export const email = z
  .string()
  .max(254)
  .transform((text) => plain(text))
  .refine((text) => /^[^\s@<>"'(),:;\\]+@[^\s@<>"'(),:;\\]+\.[^\s@<>"'(),:;\\]{2,}$/.test(text), 'email');

/** 统一社会信用代码, GB 32100-2015. */
export const uscc = z.string().max(60).transform(normaliseCreditCode).refine(isCreditCode, 'uscc');

/** A box of a form ("on", "yes", "true") or a JSON boolean. */
export const box = z
  .union([z.boolean(), z.enum(['on', 'yes', 'true', 'no', 'false'])])
  .transform((value) => value === true || value === 'on' || value === 'yes' || value === 'true');

/** An opaque random UUID of version 4 in lower case. */
export const submissionId = z
  .string()
  .max(60)
  .transform((text) => text.trim().toLowerCase())
  .refine(
    (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text),
    'submission_id',
  );

/** A file of a case as its complainant may download it. */
export const OwnFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  mediaType: z.string(),
  at: z.iso.datetime(),
});
export type OwnFile = z.output<typeof OwnFile>;

/** Where something is posted by itself: no password in it, nothing behind a #. */
export const httpsAddress = z
  .url()
  .max(500)
  .refine((text) => {
    // Refinements run beside the check of the form.
    const url = URL.parse(text);
    return url !== null && url.protocol === 'https:' && !url.username && !url.password && !url.hash;
  }, 'invalid_format');
