/** Columns of numbers, for the command line and the API's CSV twins; each says what it means, and the codebook is made from that. */
import type { Tie } from '../../7-store/index.ts';
import type { SeriesCounts, Standing, StateCodes, TimelineEntry } from '../../9-measure/index.ts';
import { EVENT_TYPES } from '../../model/kinds.ts';
import type { Column } from './column.ts';

/** A column that a codebook explains. */
export interface Coded<T> extends Column<T> {
  readonly means: string;
}

type Codes = ReadonlyMap<string, StateCodes>;
type Names = { readonly [id: string]: string };

/** An id with its codes. */
export function sideColumns<T>(name: string, codes: Codes, idOf: (row: T) => string): readonly Coded<T>[] {
  const of = `of \`${name}\``;
  return [
    { name, value: idOf, means: 'The party: a state’s ISO 3166-1 alpha-3 code, else an entity’s id in Readout.' },
    { name: `${name}_iso3`, value: (r) => codes.get(idOf(r))?.iso3, onlyCsv: true, means: `ISO 3166-1 alpha-3 ${of}; XKX for Kosovo.` },
    {
      name: `${name}_cow`,
      value: (r) => codes.get(idOf(r))?.cow,
      onlyCsv: true,
      means: `Correlates of War code ${of}; empty where it has none.`,
    },
    {
      name: `${name}_gw`,
      value: (r) => codes.get(idOf(r))?.gw,
      onlyCsv: true,
      means: `Gleditsch–Ward code ${of}; differs from COW for Germany.`,
    },
  ];
}

interface Quads {
  readonly events: number;
  readonly mentions: number;
  readonly byQuad: { readonly 1: number; readonly 2: number; readonly 3: number; readonly 4: number };
  readonly goldsteinSum: number;
  readonly goldsteinMean?: number;
}

/** Counts of events; those of one type, day and sides are one. */
export function countColumns<T extends Quads>(): readonly Coded<T>[] {
  return [
    {
      name: 'events',
      value: (r) => r.events,
      means: 'Different acts: those of one type, day and sides are one, however many reports tell it.',
    },
    { name: 'mentions', value: (r) => r.mentions, means: 'Tellings of them over all reports.' },
    { name: 'verbal_cooperation', value: (r) => r.byQuad[1], means: 'Events of quad class 1.' },
    { name: 'material_cooperation', value: (r) => r.byQuad[2], means: 'Events of quad class 2.' },
    { name: 'verbal_conflict', value: (r) => r.byQuad[3], means: 'Events of quad class 3.' },
    { name: 'material_conflict', value: (r) => r.byQuad[4], means: 'Events of quad class 4.' },
    { name: 'goldstein_sum', value: (r) => r.goldsteinSum, means: 'Sum of the Goldstein values (−10 to 10) over events.' },
    { name: 'goldstein_mean', value: (r) => r.goldsteinMean, means: 'Their mean; empty where there is no event.' },
  ];
}

/** Tidy: one row a period and direction. */
export function seriesColumns(codes: Codes): readonly Coded<SeriesCounts>[] {
  return [
    { name: 'period', value: (r) => r.period, means: 'Day, month or year of the events (ISO 8601).' },
    ...sideColumns<SeriesCounts>('from', codes, (r) => r.from),
    ...sideColumns<SeriesCounts>('to', codes, (r) => r.to),
    {
      name: 'directed',
      value: (r) => Number(r.directed),
      onlyCsv: true,
      means: '1: acts of `from` on `to`; 0: acts between the two, either way.',
    },
    ...countColumns<SeriesCounts>(),
    {
      name: 'reports_seen',
      value: (r) => r.reports,
      means: 'Reports published in the period on anything at all: the denominator. More reports mean more events.',
    },
    ...EVENT_TYPES.map(
      (type): Coded<SeriesCounts> => ({
        name: type.toLowerCase(),
        value: (r) => r.byType[type] ?? 0,
        onlyCsv: true,
        means: `Events of the PLOVER type ${type}.`,
      }),
    ),
  ];
}

/** One side of a standing relation: the knowledge's interval, or what reports say. */
export interface StandingRow extends Pick<Standing, 'kind' | 'parties'> {
  readonly row: ({ readonly by: 'knowledge' } & Standing['knowledge'][number]) | ({ readonly by: 'text' } & Standing['text'][number]);
}

/** A standing relation as rows: each interval of the knowledge and each status that reports give is one. */
export function standingRows(standings: readonly Standing[]): readonly StandingRow[] {
  return standings.flatMap(({ kind, parties, knowledge, text }) => [
    ...knowledge.map((k): StandingRow => ({ kind, parties, row: { by: 'knowledge', ...k } })),
    ...text.map((t): StandingRow => ({ kind, parties, row: { by: 'text', ...t } })),
  ]);
}

/** Columns of what stands between parties. */
export function standingColumns(names: Names): readonly Coded<StandingRow>[] {
  const party = (s: StandingRow, i: number): string | undefined => s.parties[i]?.entity;
  const sides = (['a', 'b'] as const).flatMap((side, i): readonly Coded<StandingRow>[] => [
    { name: side, value: (s) => party(s, i), onlyCsv: true, means: 'A party’s id.' },
    { name: `${side}_name`, value: (s) => names[party(s, i) ?? ''], onlyCsv: true, means: 'Its name.' },
    { name: `${side}_as`, value: (s) => s.parties[i]?.as, onlyCsv: true, means: 'Its part: patron, client, member, holder …' },
  ]);
  return [
    { name: 'kind', value: (s) => s.kind, means: 'The kind of relation.' },
    {
      name: 'parties',
      value: (s) => s.parties.map((p) => (names[p.entity] ?? p.entity) + (p.as ? ` as ${p.as}` : '')).join(', '),
      flexible: 2,
      means: 'The parties by name, with their parts.',
    },
    ...sides,
    { name: 'says', value: (s) => s.row.by, means: '`knowledge`: Readout’s own list; `text`: reports in the store.' },
    { name: 'status', value: (s) => s.row.status, means: 'holds, held, denied or sought.' },
    {
      name: 'name',
      value: (s) => (s.row.by === 'knowledge' ? s.row.name : undefined),
      flexible: 2,
      means: 'The treaty or name, of the knowledge.',
    },
    { name: 'start', value: (s) => s.row.start, means: 'First day; of a text only where it says so.' },
    { name: 'end', value: (s) => s.row.end, means: 'Last day; empty: it goes on, or nobody says.' },
    {
      name: 'first_report',
      value: (s) => (s.row.by === 'text' ? s.row.first : undefined),
      means: 'Day of publication of the first report that tells it.',
    },
    { name: 'last_report', value: (s) => (s.row.by === 'text' ? s.row.last : undefined), means: 'Of the last.' },
    { name: 'reports', value: (s) => (s.row.by === 'text' ? s.row.reports : undefined), means: 'How many tell it.' },
    {
      name: 'source',
      value: (s) => (s.row.by === 'knowledge' ? s.row.source : undefined),
      onlyCsv: true,
      means: 'Where the knowledge has it from; `recall` is unverified.',
    },
  ];
}

export function timelineColumns(names: Names): readonly Coded<TimelineEntry>[] {
  return [
    { name: 'day', value: (e) => e.day, means: 'Day, month or year, as precise as known.' },
    { name: 'event', value: (e) => e.event, means: 'The PLOVER type.' },
    { name: 'part', value: (e) => e.part, means: 'Whether the entity acts, is acted on, or takes part with others alike.' },
    { name: 'others', value: (e) => e.others.join(' '), onlyCsv: true, means: 'Ids of the other parties.' },
    { name: 'others_names', value: (e) => e.others.map((o) => names[o] ?? o).join(', '), flexible: 1, means: 'Their names.' },
    { name: 'reports', value: (e) => e.reports, means: 'Reports that tell it.' },
  ];
}

export function tieColumns(names: Names): readonly Coded<Tie>[] {
  return [
    { name: 'kind', value: (e) => e.kind, means: 'meets (no direction), accuses, speaks-for.' },
    { name: 'from', value: (e) => e.from, onlyCsv: true, means: 'An entity’s id.' },
    { name: 'from_name', value: (e) => names[e.from] ?? e.from, flexible: 1, means: 'Its name.' },
    { name: 'to', value: (e) => e.to, onlyCsv: true, means: 'The other’s id; in speaks-for the state.' },
    { name: 'to_name', value: (e) => names[e.to] ?? e.to, flexible: 1, means: 'Its name.' },
    { name: 'weight', value: (e) => e.weight, means: 'Tellings: events of CONSULT or ACCUSE, or claims.' },
    { name: 'reports', value: (e) => e.reports, means: 'In so many reports.' },
    { name: 'first', value: (e) => e.first, means: 'First day of them.' },
    { name: 'last', value: (e) => e.last, means: 'Last day.' },
  ];
}

export interface CoverageRow {
  readonly publisher: string;
  readonly name: string;
  readonly state?: string;
  readonly topic: string;
  readonly reports: number;
  readonly of: number;
  readonly share: number;
}

export function coverageColumns(names: Names): readonly Coded<CoverageRow>[] {
  return [
    { name: 'publisher', value: (r) => r.publisher, onlyCsv: true, means: 'The publisher’s id.' },
    { name: 'publisher_name', value: (r) => r.name, flexible: 1, means: 'Its name.' },
    { name: 'publisher_state', value: (r) => r.state, means: 'Its state.' },
    { name: 'topic', value: (r) => r.topic, means: 'An entity’s id.' },
    { name: 'topic_name', value: (r) => names[r.topic] ?? r.topic, flexible: 1, means: 'Its name.' },
    { name: 'reports', value: (r) => r.reports, means: 'Reports of the publisher that mention the topic.' },
    { name: 'of', value: (r) => r.of, means: 'All its reports in the period.' },
    { name: 'share', value: (r) => r.share, means: '`reports` divided by `of`.' },
  ];
}
