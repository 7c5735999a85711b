// Stage 9, measure: acts → numbers, each with what made it. Pure functions; asserted and current unless all are asked for.
// Acts come from records (acts.ts) or, for whole stores, as tellings from 7-store, which has the one rule of what counts and which way an act goes;
// reports of one act (type, day, sides) count as one event. series.ts: dyads by day, month or year with explicit zeros; changes.ts: where their rate
// becomes another; panel.ts: all dyads of states for other programs, codes.ts their codes. network.ts: meets,
// accuses, speaks-for. coverage.ts: publisher × topic. timeline.ts: one entity, day by day. standing.ts and offices.ts: relations and offices as intervals.
// Measured by nobody's opinion: no score of bias, no forecast. See docs/measure.md.
export { type Act, actOf, actsOf, daysOf, type MeasureOptions, type Ref, tellingsOf } from './acts.ts';
export { type Change, type ChangeOptions, findChanges } from './changes.ts';
export { isMember, type StateCodes, stateCodes } from './codes.ts';
export { type CoverageCell, type CoverageOptions, coverageMatrix } from './coverage.ts';
export { type Edge, type EdgeKind, type Graph, graphOf, type NetworkOptions, networkEdges } from './network.ts';
export { type Term, termsOf } from './offices.ts';
export { type PanelOptions, type PanelRow, panelRows } from './panel.ts';
export { type Period, periodOf, periodsBetween } from './periods.ts';
export { type Counted, dyadSeries, type SeriesCounts, type SeriesOptions, type SeriesRow, seriesOf } from './series.ts';
export { type Standing, standingRelations, toldBy } from './standing.ts';
export { type TimelineEntry, timelineFrom, timelineOf } from './timeline.ts';
