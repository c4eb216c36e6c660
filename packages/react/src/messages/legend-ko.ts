import type { LegendMessages } from '@runhue/core';

export const legendMessagesKo: LegendMessages = {
  legendMin: '최소',
  legendMax: '최대',
  legendRange: '{lower} – {upper}',
  legendNegativeRange: '{lower} ~ {upper}',
  legendNoValue: '값 없음',
  legendNonFinite: '유한하지 않음',
  legendOther: '기타 ({count})',
  legendEmpty: '(빈 값)',
  legendTrue: 'true',
  legendFalse: 'false',
};
