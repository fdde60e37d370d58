import type { z } from 'zod';
import {
  AskExplanation,
  AskOpinion,
  GiveOpinion,
  ReleaseAnswer,
  ReportPerformance,
  ReturnAnswer,
  ShareExplanation,
} from '../../contracts/answers.ts';
import {
  AcceptCase,
  AnswerCase,
  AskComplainant,
  AskExtension,
  CloseCase,
  DecideExtension,
  MessageComplainant,
  NoteCase,
  RefuseCase,
  ReturnCase,
  ScreenCase,
  TransferCase,
} from '../../contracts/casework.ts';
import { DesignateCase, DisputeCase, LinkCases, MergeCase, SplitCase, UnlinkCases } from '../../contracts/groups.ts';
import { DecideErasure } from '../../contracts/privacy.ts';
import type { CaseAction } from '../../domain/case.ts';
import { accept } from '../complaints/accept.ts';
import { answer } from '../complaints/answer.ts';
import { ask } from '../complaints/ask.ts';
import { askExplanation } from '../complaints/ask-explanation.ts';
import { askExtension } from '../complaints/ask-extension.ts';
import { askOpinion } from '../complaints/ask-opinion.ts';
import { close } from '../complaints/close.ts';
import { decideExtension } from '../complaints/decide-extension.ts';
import { designate } from '../complaints/designate.ts';
import { dispute } from '../complaints/dispute.ts';
import { giveOpinion } from '../complaints/give-opinion.ts';
import { note } from '../complaints/note.ts';
import { refuse } from '../complaints/refuse.ts';
import { releaseAnswer, returnAnswer } from '../complaints/release-answer.ts';
import { reportPerformance } from '../complaints/report-performance.ts';
import { returnCase } from '../complaints/return.ts';
import { screen } from '../complaints/screen.ts';
import { shareExplanation } from '../complaints/share-explanation.ts';
import { transfer } from '../complaints/transfer.ts';
import { write } from '../complaints/write.ts';
import type { Ctx } from '../context.ts';
import { decideErasure } from '../erasure/decide-erasure.ts';
import { link, unlink } from '../groups/link.ts';
import { merge, split } from '../groups/merge.ts';
import { RESOLUTION_ACTS } from '../resolution/acts.ts';

/** What an official can do with a case by number: the verb, what it takes, and an example for the API's description. */
export interface OfficialAct {
  verb(
    ctx: Ctx,
    number: string,
    input: unknown,
  ): Promise<{ number: string; state?: string; version?: number; clocks?: string }>;
  contract: z.ZodType;
  example: Record<string, unknown>;
}

const BODY = '0b6f2c52-8a4e-5f3e-9a57-0d1c7d1f2a10';
const DEMAND = '5b1d3c1e-7c55-4b0e-9f5c-2a4f6d1f0c11';

/** One line an action: the page of a case and the API (POST /api/v1/officials/cases/{number}/{action}) read it. */
export const ACTS: Partial<Record<CaseAction, OfficialAct>> = {
  screen: { verb: screen, contract: ScreenCase, example: { version: 1, outcome: 'passed' } },
  accept: { verb: accept, contract: AcceptCase, example: { version: 1 } },
  refuse: {
    verb: refuse,
    contract: RefuseCase,
    example: { version: 1, reason: 'pending_proceedings', text: '此事正在法院审理，请等待判决。' },
  },
  ask: { verb: ask, contract: AskComplainant, example: { version: 2, text: '请补充投产验收的材料。' } },
  answer: {
    verb: answer,
    contract: AnswerCase,
    example: {
      version: 2,
      answers: [{ demandId: DEMAND, outcome: 'accepted', text: '款项已列入本月计划。', promisedOn: '2026-12-31' }],
    },
  },
  transfer: {
    verb: transfer,
    contract: TransferCase,
    example: { version: 2, toBodyId: BODY, text: '此事按职责分工由该单位承办。' },
  },
  return: { verb: returnCase, contract: ReturnCase, example: { version: 3, text: '不属于本单位职责。' } },
  dispute: { verb: dispute, contract: DisputeCase, example: { version: 3, text: '按职责分工，此事由另一部门主管。' } },
  designate: {
    verb: designate,
    contract: DesignateCase,
    example: { version: 4, toBodyId: BODY, text: '按职责分工，指定该单位承办。' },
  },
  merge: { verb: merge, contract: MergeCase, example: { version: 3, into: 'JN2026-0000124-M' } },
  split: { verb: split, contract: SplitCase, example: { version: 4 } },
  link: { verb: link, contract: LinkCases, example: { other: 'JN2026-0000124-M', kind: 'duplicate' } },
  unlink: { verb: unlink, contract: UnlinkCases, example: { other: 'JN2026-0000124-M' } },
  close: { verb: close, contract: CloseCase, example: { version: 4, bodySays: 'solved' } },
  ask_extension: {
    verb: askExtension,
    contract: AskExtension,
    example: { version: 2, step: 'determine', days: 10, text: '需要向三个部门调取2021年的合同档案。' },
  },
  decide_extension: { verb: decideExtension, contract: DecideExtension, example: { version: 3, outcome: 'approved' } },
  note: { verb: note, contract: NoteCase, example: { text: '已电话核对合同编号。' } },
  message: { verb: write, contract: MessageComplainant, example: { text: '您好，材料已经收到。' } },
  release_answer: { verb: releaseAnswer, contract: ReleaseAnswer, example: { version: 3 } },
  return_answer: { verb: returnAnswer, contract: ReturnAnswer, example: { version: 3, text: '请写明依据的条款。' } },
  report_performance: {
    verb: reportPerformance,
    contract: ReportPerformance,
    example: { version: 4, answerId: DEMAND, text: '款项已于今日付清，附银行回单。' },
  },
  ask_opinion: {
    verb: askOpinion,
    contract: AskOpinion,
    example: { version: 2, bodyIds: [BODY], dueOn: '2099-12-31', text: '该协议是否经过贵单位审核？' },
  },
  give_opinion: { verb: giveOpinion, contract: GiveOpinion, example: { text: '协议第七条经本单位审核，应当履行。' } },
  ask_explanation: {
    verb: askExplanation,
    contract: AskExplanation,
    example: { version: 2, dueOn: '2099-12-31', text: '请书面说明 2021 年招商协议没有履行的原因。' },
  },
  share_explanation: {
    verb: shareExplanation,
    contract: ShareExplanation,
    example: { version: 3, explanationId: DEMAND },
  },
  decide_erasure: {
    verb: decideErasure,
    contract: DecideErasure,
    example: { version: 5, reason: 'retention_by_law', text: '此案仍在行政复议期内，复议终结后再行删除。' },
  },
  ...RESOLUTION_ACTS,
};
