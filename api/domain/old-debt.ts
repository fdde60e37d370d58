/**
 * 新官不理旧账. Neither a change of officials nor a reorganisation is an excuse: 优化营商环境条例 art. 31, 保障中小企业款项支付条例
 * art. 14. The reason given is written down beside the fact, so that both can be read together.
 */
export const CHANGE_REASONS = ['office', 'reorganisation', 'policy', 'funds', 'none'] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** 认定. */
export const FINDINGS = ['established', 'partly', 'not_established'] as const;
export type Finding = (typeof FINDINGS)[number];

/** Reasons that the law does not accept. */
export const isNoExcuse = (change: ChangeReason): boolean => change === 'office' || change === 'reorganisation';
