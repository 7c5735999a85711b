// Stage 9, measure: Record[] → numbers, each with the refs (article and id) that made it. Pure functions; asserted and current unless all are asked for.
// acts.ts is the one place that says what counts and which way an act goes; reports of one act (type, day, sides) count as one event.
// series.ts: dyads by day, month or year with explicit zeros. network.ts: meets, accuses, speaks-for. coverage.ts: publisher × topic.
// timeline.ts: one entity, day by day. Measured by nobody's opinion: no score of bias, no forecast. See docs/measure.md.
export { type Act, actKey, actsOf, between, type MeasureOptions, type Ref } from './acts.ts';
export { type CoverageCell, type CoverageOptions, coverageMatrix } from './coverage.ts';
export { type Edge, type EdgeKind, type NetworkOptions, networkEdges } from './network.ts';
export { type Period, periodOf, periodsBetween } from './periods.ts';
export { dyadSeries, type SeriesOptions, type SeriesRow } from './series.ts';
export { type TimelineEntry, timelineOf } from './timeline.ts';
