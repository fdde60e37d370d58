/** Legal dates ("2026-11-21", Asia/Shanghai) and the State Council's working days. No clock, no environment. */

export interface Calendar {
  /** Published holidays that fall on a weekday or weekend. */
  holidays: ReadonlySet<string>;
  /** Make-up working Saturdays and Sundays (调休). */
  workdays: ReadonlySet<string>;
  /** Years with a published notice; counting over another year is provisional. */
  years: ReadonlySet<number>;
}
