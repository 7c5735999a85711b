/** The tables' columns as migrations/ makes them; `article` is the article's number in this store. */
export interface ArticleRow {
  readonly id: string;
  readonly hash: string;
  readonly engine: string;
  readonly knowledge: string;
  readonly model: string;
  readonly title: string | null;
  readonly text: string;
  readonly names: string;
  readonly url: string | null;
  /** The address under which versions are the same article; null where it names no single page. */
  readonly page: string | null;
  readonly language: string;
  readonly publisher: string | null;
  readonly publisher_name: string | null;
  readonly publisher_state: string | null;
  readonly official: number | null;
  readonly day: string | null;
  /** The record as JSON, its text and lists emptied. */
  readonly frame: string;
}

/** The columns of `articles` that come from the record, in order. */
export const ARTICLE_COLUMNS = [
  'id',
  'hash',
  'engine',
  'knowledge',
  'model',
  'title',
  'text',
  'names',
  'url',
  'page',
  'language',
  'publisher',
  'publisher_name',
  'publisher_state',
  'official',
  'day',
  'frame',
] as const satisfies readonly (keyof ArticleRow)[];

type Cell = string | number | null;
type Text = string;
type Maybe = string | null;

interface Listed {
  readonly seq: number;
  readonly json: Text;
}
interface Kept extends Listed {
  readonly id: Text;
  readonly local: Text;
}

/** Rows below an article, by table. */
export interface ChildRows {
  readonly entities: Listed & {
    readonly id: Text;
    readonly kind: Text;
    readonly name: Text;
    readonly state: Maybe;
    readonly sector: Maybe;
    readonly mentions: number;
  };
  readonly mentions: Listed & { readonly local: Text; readonly span_start: number; readonly span_end: number; readonly kind: Text };
  readonly times: Listed & {
    readonly local: Text;
    readonly span_start: number;
    readonly span_end: number;
    readonly type: Text;
    readonly value: Text;
  };
  readonly claims: Kept & {
    readonly source: Maybe;
    readonly source_state: Maybe;
    readonly act: Text;
    readonly quotation: Text;
    readonly status: Text;
    readonly polarity: Text;
    readonly rule: Text;
    readonly published: Text;
  };
  readonly claim_voices: {
    readonly claim: Text;
    readonly seq: number;
    readonly entity: Text;
    readonly state: Maybe;
    readonly status: Text;
    readonly published: Text;
  };
  readonly topics: {
    readonly record: Text;
    readonly seq: number;
    readonly entity: Text;
    readonly state: Maybe;
    readonly published: Text;
  };
  readonly events: Kept & {
    readonly event: Text;
    readonly mode: Maybe;
    readonly cameo: Text;
    readonly quad: number;
    readonly goldstein: number;
    readonly modality: Text;
    readonly polarity: Text;
    readonly status: Text;
    readonly day: Maybe;
    readonly day_end: Maybe;
    readonly location: Maybe;
    readonly claim: Maybe;
    readonly rule: Text;
    readonly confidence: number | null;
  };
  readonly event_parties: {
    readonly event: Text;
    readonly role: 'actor' | 'recipient' | 'with';
    readonly party: number;
    readonly entity: Text;
    readonly state: Maybe;
    readonly sector: Maybe;
    readonly day: Maybe;
  };
  readonly acts: {
    readonly seq: number;
    readonly a: Text;
    readonly b: Text;
    /** 1 from a to b, 2 back, 3 both. */
    readonly way: number;
    readonly own: number;
    readonly states: number;
    readonly shown: number;
    readonly day: Text;
    readonly event: Text;
    readonly quad: number;
    readonly goldstein: number;
    readonly act: Text;
  };
  readonly relations: Kept & {
    readonly kind: Text;
    readonly status: Text;
    readonly knowledge: Maybe;
    readonly day: Maybe;
    readonly day_end: Maybe;
    readonly rule: Text;
    readonly parties: Text;
    readonly published: Text;
  };
  readonly relation_parties: {
    readonly relation: Text;
    readonly party: number;
    readonly entity: Text;
    readonly state: Maybe;
    readonly part: Maybe;
    readonly published: Text;
  };
  readonly silences: Kept & {
    readonly by_entity: Maybe;
    readonly by_state: Maybe;
    readonly kind: Text;
    readonly rule: Text;
    readonly published: Text;
  };
  readonly figures: Kept & { readonly value: number; readonly unit: Text };
  readonly problems: Listed & { readonly code: Text };
  readonly evidence: {
    readonly record: Text;
    readonly seq: number;
    readonly part: Text;
    readonly span_start: number;
    readonly span_end: number;
  };
}

export type ChildTable = keyof ChildRows;

/** The columns of each table below `articles`, without `article`, in the order in which they are written. */
export const CHILD_COLUMNS: { readonly [T in ChildTable]: readonly (keyof ChildRows[T] & string)[] } = {
  entities: ['seq', 'id', 'kind', 'name', 'state', 'sector', 'mentions', 'json'],
  mentions: ['seq', 'local', 'span_start', 'span_end', 'kind', 'json'],
  times: ['seq', 'local', 'span_start', 'span_end', 'type', 'value', 'json'],
  claims: ['seq', 'id', 'local', 'source', 'source_state', 'act', 'quotation', 'status', 'polarity', 'rule', 'published', 'json'],
  claim_voices: ['claim', 'seq', 'entity', 'state', 'status', 'published'],
  topics: ['record', 'seq', 'entity', 'state', 'published'],
  events: [
    'seq',
    'id',
    'local',
    'event',
    'mode',
    'cameo',
    'quad',
    'goldstein',
    'modality',
    'polarity',
    'status',
    'day',
    'day_end',
    'location',
    'claim',
    'rule',
    'confidence',
    'json',
  ],
  event_parties: ['event', 'role', 'party', 'entity', 'state', 'sector', 'day'],
  acts: ['seq', 'a', 'b', 'way', 'own', 'states', 'shown', 'day', 'event', 'quad', 'goldstein', 'act'],
  relations: ['seq', 'id', 'local', 'kind', 'status', 'knowledge', 'day', 'day_end', 'rule', 'parties', 'published', 'json'],
  relation_parties: ['relation', 'party', 'entity', 'state', 'part', 'published'],
  silences: ['seq', 'id', 'local', 'by_entity', 'by_state', 'kind', 'rule', 'published', 'json'],
  figures: ['seq', 'id', 'local', 'value', 'unit', 'json'],
  problems: ['seq', 'code', 'json'],
  evidence: ['record', 'seq', 'part', 'span_start', 'span_end'],
};

/** What the key of each table sorts by, below an article. */
export const CHILD_TABLES = Object.keys(CHILD_COLUMNS) as readonly ChildTable[];

/** One row as the driver takes and gives it. */
export type Cells = { readonly [column: string]: Cell };

type Owned<T> = T & { readonly article: number };

/** The slim side of an article. */
export interface ReportRow {
  readonly n: number;
  readonly id: string;
  /** `''` when unknown. */
  readonly day: string;
  readonly publisher: string | null;
  readonly state: string | null;
  /** 0 where a later version stands in its place. */
  readonly shown: number;
}

/** An entity's sums over the shown articles. */
export interface TotalRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly state: string | null;
  readonly sector: string | null;
  readonly reports: number;
  readonly mentions: number;
}

/** All tables, for kysely. */
export type Tables = { readonly reports: ReportRow; readonly totals: TotalRow } & {
  readonly articles: ArticleRow & { readonly n: number; readonly superseded_by: string | null };
} & {
  readonly [T in ChildTable]: Owned<ChildRows[T]>;
};
