import type { EventType } from './event.ts';

/** The set of reports of the same happening. */
export interface Story {
  /**
   * `story:` and a hash of the id of its first report (earliest published, then by id): the same for any order of input, and kept while later
   * reports join it.
   */
  readonly id: string;
  /** The thread that it belongs to, when it follows another story or is followed by one. */
  readonly thread?: string;
  /** Article ids: earliest published first, then by id. */
  readonly articles: readonly string[];
  /** The title of the report nearest to all others, else its first words. */
  readonly title: string;
  /** First and last day that its reports speak of or were published on. */
  readonly start?: string;
  readonly end?: string;
  /** Parties that at least half of the reports have, most named first. */
  readonly parties: readonly string[];
  /** The event that most reports share. */
  readonly core?: { readonly event: EventType; readonly parties: readonly string[]; readonly date?: string; readonly reports: number };
  /** Groups of near-identical texts among the articles; only groups of two or more. */
  readonly copies: readonly CopyGroup[];
}

/** Texts that are one text: exact and near-duplicates. None is deleted; `origin` is the one published first. */
export interface CopyGroup {
  readonly origin: string;
  /** Article ids, `origin` first. */
  readonly articles: readonly string[];
}

/** Stories that follow each other: a meeting, then what came of it in the days after. */
export interface Thread {
  /** `thread:` and a hash of the id of its first story. */
  readonly id: string;
  /** Story ids, earliest first; two or more. */
  readonly stories: readonly string[];
  /** The title of its first story. */
  readonly title: string;
  readonly start?: string;
  readonly end?: string;
  /** Parties of at least half of its stories. */
  readonly parties: readonly string[];
  readonly reports: number;
}
