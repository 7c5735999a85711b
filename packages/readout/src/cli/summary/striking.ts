import { saidBy } from '../../4-claims/said-by.ts';
import type { ClaimView, EventView, RelationView, SilenceView } from '../../7-store/index.ts';

/** The event most worth a look: named parties of two states, a day, and an act as far from neutral as any; the latest of equals. */
export function strikingEvent(events: readonly EventView[]): EventView | undefined {
  return best(events, ({ record }) => {
    const parties = [...record.actor, ...record.recipient];
    const states = new Set(parties.flatMap((p) => (p.state === undefined ? [] : [p.state])));
    return (
      (states.size > 1 ? 10 : 0) +
      (parties.length > 1 ? 5 : 0) +
      (record.date?.precision === 'day' ? 3 : 0) +
      Math.abs(record.goldstein) / 2
    );
  });
}

/** A claim in a named person's own words, neither a scrap nor a speech, and rather one that is passed on. */
export function strikingClaim(claims: readonly ClaimView[]): ClaimView | undefined {
  return best(claims, ({ record, quote }) => {
    const words = record.content.reduce((sum, s) => sum + s.end - s.start, 0);
    return (
      (saidBy(record).length > 0 ? 10 : 0) +
      (record.quotation === 'direct' ? 6 : record.quotation === 'mixed' ? 4 : 0) +
      (words >= 30 && words <= 160 ? 4 : 0) +
      (record.chain.length > 1 ? 3 : 0) +
      (['accuse', 'deny', 'threaten', 'promise'].includes(record.act) ? 2 : 0) -
      (quote.length > 300 ? 5 : 0)
    );
  });
}

/** A relation between two named states, and rather one of weight than of trade. */
export function strikingRelation(relations: readonly RelationView[]): RelationView | undefined {
  const weight = ['membership', 'trade', 'partnership', 'aid', 'sanctions', 'rivalry', 'treaty', 'alliance', 'war'];
  return best(
    relations,
    ({ record }) => (record.parties.length > 1 ? 10 : 0) + weight.indexOf(record.kind) + (record.status === 'holds' ? 2 : 0),
  );
}

/** A silence of somebody named about something known. */
export function strikingSilence(silences: readonly SilenceView[]): SilenceView | undefined {
  return best(
    silences,
    ({ record, names }) => (record.by.entity !== undefined ? 5 : 0) + record.about.filter((a) => names[a] !== undefined).length,
  );
}

/** The first of the highest score. */
function best<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let found: T | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const s = score(item);
    if (s > highest) [found, highest] = [item, s];
  }
  return found;
}
