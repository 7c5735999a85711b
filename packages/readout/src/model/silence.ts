import type { Evidence } from './event.ts';

/** A text's own report that somebody did not mention something. */
export interface Silence {
  readonly id: string;
  readonly by: { readonly entity?: string; readonly state?: string; readonly sector?: string; readonly mention?: string };
  /** Entities (or, where none is known, the words) that were not mentioned. */
  readonly about: readonly string[];
  /** `left-out`, `declined`, `avoided`, `stopped-short`. */
  readonly kind: 'left-out' | 'declined' | 'avoided' | 'stopped-short';
  readonly claim?: string;
  readonly evidence: readonly Evidence[];
  readonly rule: string;
}
