/** What a record must hold, in a few words a line, and whether it does. */
import { carriedBy, saidBy } from '../src/4-claims/said-by.ts';
import type { Event, Record } from '../src/model/index.ts';

/** One expected thing; all that is named must agree. Parties are entity ids or states; a trailing `…` in `words` is ignored. */
export interface Expected {
  readonly event?: string;
  readonly cameo?: string;
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  readonly day?: string;
  readonly place?: string;
  readonly modality?: string;
  readonly status?: string;
  readonly claim?: string;
  /** Who says it, an id or words of the source; `SAU+IRN` where several do. */
  readonly source?: string;
  readonly chain?: readonly string[];
  readonly within?: boolean;
  readonly act?: string;
  readonly quotation?: string;
  readonly about?: readonly string[];
  readonly relation?: string;
  readonly parties?: readonly string[];
  readonly degree?: string;
  readonly silence?: string;
  readonly by?: string;
  readonly figure?: number;
  readonly unit?: string;
  readonly mention?: string;
  readonly is?: readonly string[];
  readonly part?: string;
  readonly words?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly entity?: string;
  readonly office?: string;
}

const is = (p: { readonly entity: string; readonly state?: string }, x: string): boolean => p.entity === x || p.state === x;
const all = (parties: Event['actor'], wanted: readonly string[] | undefined): boolean =>
  !wanted || wanted.every((x) => parties.some((p) => is(p, x)));

/** Whether the record holds it. */
export function present(record: Record, e: Expected): boolean {
  const slice = (s: { readonly start: number; readonly end: number }): string => record.article.text.slice(s.start, s.end);
  if (e.event !== undefined) {
    return record.events.some(
      (x) =>
        x.event === e.event &&
        (!e.cameo || x.cameo === e.cameo) &&
        all(x.actor, e.actor) &&
        all(x.recipient, e.recipient) &&
        (!e.day || x.date?.start === e.day) &&
        (!e.place || x.location?.entity === e.place || record.entities.find((n) => n.id === x.location?.entity)?.state === e.place) &&
        (!e.modality || x.modality === e.modality) &&
        (!e.status || x.status === e.status),
    );
  }
  if (e.claim !== undefined) {
    return record.claims.some(
      (x) =>
        x.content.some((s) => slice(s).includes(e.claim ?? '')) &&
        (!e.source || saidBy(x).join('+') === e.source || (x.source && slice(x.source.span).includes(e.source))) &&
        (!e.chain || e.chain.every((c, i) => x.chain[i] && carriedBy(x.chain[i]).join('+') === c)) &&
        (!e.act || x.act === e.act) &&
        (!e.quotation || x.quotation === e.quotation) &&
        (e.within === undefined || (x.within !== undefined) === e.within) &&
        (!e.status || x.status === e.status) &&
        (!e.about || e.about.every((a) => x.topics.includes(a))),
    );
  }
  if (e.relation !== undefined) {
    return record.relations.some(
      (x) =>
        x.kind === e.relation &&
        (e.parties ?? []).every((p) => x.parties.some((q) => q.entity === p)) &&
        (!e.degree || (x.degree ?? '').includes(e.degree)) &&
        (!e.status || x.status === e.status),
    );
  }
  if (e.silence !== undefined) {
    return record.silences.some(
      (x) =>
        x.kind === e.silence && (!e.by || x.by.entity === e.by || x.by.state === e.by) && (e.about ?? []).every((a) => x.about.includes(a)),
    );
  }
  if (e.figure !== undefined) return record.figures.some((x) => x.value === e.figure && (!e.unit || x.unit.includes(e.unit)));
  if (e.mention !== undefined) {
    return record.mentions.some(
      (x) =>
        slice(x.span) === e.mention &&
        (e.is ?? []).every((id) => x.entities.includes(id)) &&
        x.entities.length === (e.is ?? x.entities).length,
    );
  }
  if (e.part !== undefined) return record.article.parts.some((x) => x.kind === e.part && slice(x.span).includes(e.words ?? ''));
  if (e.published !== undefined) return record.article.published?.value === e.published;
  if (e.publisher !== undefined) return record.article.publisher?.name === e.publisher;
  if (e.entity !== undefined)
    return record.entities.some((x) => x.id === e.entity && (!e.office || (x.roles ?? []).some((r) => r.office === e.office)));
  throw new Error(`nothing is expected: ${JSON.stringify(e)}`);
}

/** What there is instead; undefined when the record holds it. */
export function missing(record: Record, e: Expected): string | undefined {
  if (present(record, e)) return undefined;
  const slice = (s: { readonly start: number; readonly end: number }): string => record.article.text.slice(s.start, s.end);
  if (e.event !== undefined)
    return record.events
      .map(
        (x) =>
          `${x.event}/${x.cameo} ${x.actor.map((p) => p.entity).join('+')} → ${x.recipient.map((p) => p.entity).join('+')} ${x.date?.start ?? ''} ${x.location?.entity ?? ''} ${x.modality} ${x.status}`,
      )
      .join('\n');
  if (e.claim !== undefined)
    return record.claims
      .map(
        (x) =>
          `${x.chain.map((c) => carriedBy(c).join('+')).join(' > ')} | ${x.source ? slice(x.source.span) : '?'} | ${x.act} ${x.quotation} ${x.status} | ${x.content.map(slice).join(' … ')}`,
      )
      .join('\n');
  if (e.relation !== undefined)
    return record.relations.map((x) => `${x.kind} ${x.parties.map((p) => p.entity).join(' – ')} ${x.degree ?? ''} ${x.status}`).join('\n');
  if (e.silence !== undefined) return record.silences.map((x) => `${x.kind} ${x.by.entity} ${x.about.join()}`).join('\n') || 'no silence';
  if (e.figure !== undefined) return record.figures.map((x) => `${x.value} ${x.unit}`).join('\n') || 'no figure';
  if (e.mention !== undefined) return record.mentions.map((x) => `${slice(x.span)} = ${x.entities.join('+')} (${x.via})`).join('\n');
  return 'not there';
}
