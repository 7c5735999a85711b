/** Events that change a relation: the signing of a treaty, a cut of ties, an accession. The event's words and date become its evidence. */
import type { Event, Span } from '../model/index.ts';

/** The asserted event whose trigger overlaps one of the spans. */
export function eventAt(events: readonly Event[], spans: readonly Span[]): Event | undefined {
  return events.find(
    (e) =>
      e.modality === 'asserted' &&
      e.polarity === 'positive' &&
      e.evidence.some((x) => x.as === 'trigger' && spans.some((s) => x.span.start < s.end && x.span.end > s.start)),
  );
}
