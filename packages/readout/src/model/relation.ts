import type { Evidence } from './event.ts';
import type { DateRange } from './time.ts';

export type RelationKind =
  | 'alliance'
  | 'war'
  | 'hostility'
  | 'rivalry'
  | 'trade'
  | 'aid'
  | 'patronage'
  | 'membership'
  | 'office'
  | 'border'
  | 'territorial-claim'
  | 'occupation'
  | 'dependency'
  | 'recognition'
  | 'partnership'
  | 'military-cooperation'
  | 'sanctions'
  | 'treaty'
  | 'mediation'
  | 'kinship';

/** What holds between parties, as the text says it. */
export interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly parties: readonly { readonly entity: string; readonly as?: string; readonly mention?: string }[];
  readonly degree?: string;
  readonly start?: DateRange;
  readonly end?: DateRange;
  readonly status: 'holds' | 'held' | 'denied' | 'sought';
  /** How the knowledge base stands to it at the article's date. */
  readonly knowledge?: 'confirmed' | 'new' | 'contradicts';
  readonly claim?: string;
  readonly evidence: readonly Evidence[];
  readonly rule: string;
}
