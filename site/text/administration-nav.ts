import type { Text } from './locale.ts';

/** Names of the pages of administration, by the last part of their address ('' is the first page). */
export const administrationNav: Text<{ nav: string; pages: Record<string, string> }> = {
  'zh-CN': {
    nav: '管理页面',
    pages: {
      '': '工作人员',
      invitations: '邀请',
      clocks: '时限',
      answers: '答复审核',
      notices: '通知发送',
      retention: '保存期限',
      policies: '政策原文',
      integrity: '诚信监测权重',
      elections: '换届日期',
      sharing: '归集去向',
      push: '推送接口',
      webhooks: '事件推送',
      'rating-reports': '好差评上报',
    },
  },
  en: {
    nav: 'Pages of administration',
    pages: {
      '': 'Officials',
      invitations: 'Invitations',
      clocks: 'Clocks',
      answers: 'Release of answers',
      notices: 'Delivery of notices',
      retention: 'Retention',
      policies: 'Policy texts',
      integrity: 'Integrity weights',
      elections: 'Elections',
      sharing: 'Sharing',
      push: 'Push API',
      webhooks: 'Webhooks',
      'rating-reports': 'Ratings upward',
    },
  },
};
