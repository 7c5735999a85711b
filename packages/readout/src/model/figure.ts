import type { Span } from './span.ts';

/** A number with its unit and what it is of. */
export interface Figure {
  readonly id: string;
  readonly span: Span;
  readonly value: number;
  readonly unit: string;
  readonly hedge?: 'about' | 'at-least' | 'up-to' | 'over' | 'nearly';
  readonly of?: { readonly entity?: string; readonly event?: string; readonly relation?: string; readonly claim?: string };
}
