import {
  CloseOrder,
  CriticiseBody,
  DecideDetermination,
  DetermineCase,
  EstablishDebt,
  MediateCase,
  OrderCase,
  PayInstalment,
  PerformCase,
  PressOrder,
  RecordCourt,
  ReportOrder,
  SettleCase,
} from '../../contracts/resolution.ts';
import { closeOrder } from '../supervision/close-order.ts';
import { criticise } from '../supervision/criticise.ts';
import { order } from '../supervision/order.ts';
import { press } from '../supervision/press.ts';
import { report } from '../supervision/report.ts';
import { court } from './court.ts';
import { decideProposed } from './decide-determination.ts';
import { determine } from './determine.ts';
import { establish } from './establish.ts';
import { mediate } from './mediate.ts';
import { pay } from './pay.ts';
import { perform } from './perform.ts';
import { settle } from './settle.ts';

const INSTALMENT = '7a1f0c52-8a4e-4f3e-9a57-0d1c7d1f2a10';

/** The part of ACTS (services/officials/acts.ts) by which disputes are supervised and end. */
export const RESOLUTION_ACTS = {
  order: {
    verb: order,
    contract: OrderCase,
    example: { version: 2, text: '请说明逾期原因和下一步安排。', dueOn: '2026-12-31', shown: false },
  },
  press: { verb: press, contract: PressOrder, example: { version: 3, dueOn: '2026-12-31' } },
  report: { verb: report, contract: ReportOrder, example: { version: 3, text: '已列入本月计划，月底前办结。' } },
  close_order: { verb: closeOrder, contract: CloseOrder, example: { version: 4 } },
  criticise: {
    verb: criticise,
    contract: CriticiseBody,
    example: { version: 4, title: '关于办理超期的通报', text: '该单位多件诉求超期未答复，现予通报。', others: [] },
  },
  mediate: {
    verb: mediate,
    contract: MediateCase,
    example: { version: 3, heldOn: '2026-11-02', parties: '反映人、经办科室', text: '双方同意分期。' },
  },
  settle: {
    verb: settle,
    contract: SettleCase,
    example: {
      version: 3,
      parties: '反映人与被反映单位',
      text: '分两期付清。',
      signedOn: '2026-11-03',
      instalments: [{ dueOn: '2026-12-31', amount: '50000' }],
    },
  },
  pay: { verb: pay, contract: PayInstalment, example: { version: 4, instalmentId: INSTALMENT, paidOn: '2026-11-05' } },
  court: {
    verb: court,
    contract: RecordCourt,
    example: { version: 3, stage: 'during', outcome: 'sued', onDate: '2026-11-02', number: '（2026）苏0102行初12号' },
  },
  establish: {
    verb: establish,
    contract: EstablishDebt,
    example: {
      version: 3,
      fact: '2019年签订的协议约定返还土地款。',
      change: 'office',
      changeText: '负责人调动。',
      successorText: '承接单位认可协议有效。',
    },
  },
  determine: {
    verb: determine,
    contract: DetermineCase,
    example: {
      version: 4,
      finding: 'established',
      documentNumber: '样诚认〔2026〕3号',
      determinedOn: '2026-11-06',
      text: '承诺成立，应当兑现。',
    },
  },
  decide_determination: {
    verb: decideProposed,
    contract: DecideDetermination,
    example: { version: 5, decision: 'approved' },
  },
  perform: {
    verb: perform,
    contract: PerformCase,
    example: { version: 6, doneOn: '2026-11-07', text: '首笔款已支付。' },
  },
} as const;
