import type { Precision } from './article.ts';
import type { Span } from './span.ts';

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A time expression with its TIMEX3 value; `known` when the words alone say it, `implied` when resolved against the publication date. */
export interface TimeExpression {
  readonly id: string;
  readonly span: Span;
  readonly type: TimeType;
  readonly value: string;
  readonly basis: 'known' | 'implied';
}

/** An interval of days. */
export interface DateRange {
  readonly start?: string;
  readonly end?: string;
  readonly precision: Precision;
  readonly basis: 'known' | 'implied';
  /** The time expression it comes from. */
  readonly time?: string;
}
