import { bodyId } from '../../../db/reference/body-id.ts';
import { DISCLOSURE_KINDS } from '../../domain/disclosure.ts';
import type { Ctx } from '../../services/context.ts';
import { askCreditCheck } from '../../services/credit-checks/ask.ts';
import { makeBatch, readBatch } from '../../services/sharing/batch.ts';
import { saveDestination } from '../../services/sharing/destinations.ts';
import { readReceipts } from '../../services/sharing/receipts.ts';
import type { DemoActor } from './people.ts';

const CODE = 'sample-province';

/**
 * A fictional platform above: it has received what is public, all but one record that it refused. And one credit check. On a real
 * portal there is no destination until an administrator makes one.
 */
export async function seedSharing(ctx: Ctx, actors: Record<string, DemoActor>): Promise<void> {
  const { publisherA, approver } = actors;
  if (!publisherA || !approver) throw new Error('the demonstration has no publisher or approver');
  const draft = { code: CODE, name: '样例省信用平台', level: 'province', kinds: [...DISCLOSURE_KINDS], enabled: true };
  await saveDestination(ctx, draft);
  const publisher = { ...ctx, actor: publisherA };
  const made = await makeBatch(publisher, CODE);
  if (made) {
    const { file } = await readBatch(publisher, made.id);
    const numbers = file.split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { number: number }).number); // biome-ignore format: one thought
    const receipts = numbers.map((number, i) =>
      i === 0
        ? { type: 'receipt', number, accepted: false, reason: 'field_missing', words: '缺少统一社会信用代码' }
        : { type: 'receipt', number, accepted: true, receipt: `YL-${String(number).padStart(6, '0')}` },
    );
    await readReceipts(publisher, CODE, receipts.map((line) => JSON.stringify(line)).join('\n'));
  }
  await askCreditCheck(
    { ...ctx, actor: approver },
    {
      purpose: 'award',
      purposeWords: '样例市文明单位评选（虚构）',
      subjects: '样例市商务局\n样例市财政局\n样例市经济开发区管理委员会',
      bodyId: bodyId('样例市人民政府', '9901'),
    },
  );
}
