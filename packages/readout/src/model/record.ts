import type { Article } from './article.ts';
import type { Claim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { Event } from './event.ts';
import type { Figure } from './figure.ts';
import type { Mention } from './mention.ts';
import type { Problem } from './problem.ts';
import type { Relation } from './relation.ts';
import type { Silence } from './silence.ts';
import type { TimeExpression } from './time.ts';

export const SCHEMA = 'readout/record@1';

/** What made a record: same article, same engine, same bytes. */
export interface Engine {
  readonly version: string;
  /** Hash of the compiled knowledge. */
  readonly knowledge: string;
  readonly model: string;
}

/** One article's record: the contract between all parts of Readout. */
export interface Record {
  readonly schema: typeof SCHEMA;
  readonly engine: Engine;
  readonly article: Article;
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  readonly relations: readonly Relation[];
  readonly silences: readonly Silence[];
  readonly figures: readonly Figure[];
  readonly problems: readonly Problem[];
}
