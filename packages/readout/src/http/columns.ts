/** Columns of the API's CSV twins. */
import type { SeriesCounts, Standing, StateCodes } from '../9-measure/index.ts';
import type { Column } from '../cli/format/column.ts';
import { EVENT_TYPES } from '../model/kinds.ts';

type Codes = ReadonlyMap<string, StateCodes>;

/** Tidy: one row a period and direction; codes of both sides, counts by quad class and type, sums, the denominator. */
export function SERIES_COLUMNS(codes: Codes): readonly Column<SeriesCounts>[] {
  return [
    { name: 'period', value: (r) => r.period },
    ...sideColumns<SeriesCounts>('from', codes, (r) => r.from),
    ...sideColumns<SeriesCounts>('to', codes, (r) => r.to),
    { name: 'directed', value: (r) => Number(r.directed) },
    { name: 'events', value: (r) => r.events },
    { name: 'mentions', value: (r) => r.mentions },
    { name: 'verbal_cooperation', value: (r) => r.byQuad[1] },
    { name: 'material_cooperation', value: (r) => r.byQuad[2] },
    { name: 'verbal_conflict', value: (r) => r.byQuad[3] },
    { name: 'material_conflict', value: (r) => r.byQuad[4] },
    ...EVENT_TYPES.map((type): Column<SeriesCounts> => ({ name: type.toLowerCase(), value: (r) => r.byType[type] ?? 0 })),
    { name: 'goldstein_sum', value: (r) => r.goldsteinSum },
    { name: 'goldstein_mean', value: (r) => r.goldsteinMean },
    { name: 'reports_seen', value: (r) => r.reports },
  ];
}

/** An id with its codes. */
export function sideColumns<T>(name: string, codes: Codes, idOf: (row: T) => string): readonly Column<T>[] {
  return [
    { name, value: idOf },
    { name: `${name}_iso3`, value: (r) => codes.get(idOf(r))?.iso3 },
    { name: `${name}_cow`, value: (r) => codes.get(idOf(r))?.cow },
    { name: `${name}_gw`, value: (r) => codes.get(idOf(r))?.gw },
  ];
}

/** One side of a standing relation: the knowledge's interval, or what reports say. */
export interface StandingRow extends Pick<Standing, 'kind' | 'parties' | 'says'> {
  readonly row: ({ readonly by: 'knowledge' } & Standing['knowledge'][number]) | ({ readonly by: 'text' } & Standing['text'][number]);
}

export function STANDING_COLUMNS(names: { readonly [id: string]: string }): readonly Column<StandingRow>[] {
  const party = (s: StandingRow, i: number): string | undefined => s.parties[i]?.entity;
  return [
    { name: 'kind', value: (s) => s.kind },
    { name: 'a', value: (s) => party(s, 0) },
    { name: 'a_name', value: (s) => names[party(s, 0) ?? ''] },
    { name: 'a_as', value: (s) => s.parties[0]?.as },
    { name: 'b', value: (s) => party(s, 1) },
    { name: 'b_name', value: (s) => names[party(s, 1) ?? ''] },
    { name: 'b_as', value: (s) => s.parties[1]?.as },
    { name: 'says', value: (s) => s.row.by },
    { name: 'status', value: (s) => s.row.status },
    { name: 'name', value: (s) => (s.row.by === 'knowledge' ? s.row.name : undefined) },
    { name: 'start', value: (s) => s.row.start },
    { name: 'end', value: (s) => s.row.end },
    { name: 'first_report', value: (s) => (s.row.by === 'text' ? s.row.first : undefined) },
    { name: 'last_report', value: (s) => (s.row.by === 'text' ? s.row.last : undefined) },
    { name: 'reports', value: (s) => (s.row.by === 'text' ? s.row.reports : undefined) },
    { name: 'source', value: (s) => (s.row.by === 'knowledge' ? s.row.source : undefined) },
  ];
}
