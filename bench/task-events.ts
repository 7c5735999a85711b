/** The tasks `plv`, `events` and `relevance`: labels and rows as the codebooks write them. */
import { baseRelation, relationAt } from '../packages/readout/src/2-sentences/syntax.ts';
import type { Document } from '../packages/readout/src/3-mentions/document.ts';
import { codePair, isMutual, singleLabel } from '../packages/readout/src/5-events/code-pair.ts';
import { outerAct } from '../packages/readout/src/5-events/governors.ts';
import type { Event, EventType, Party } from '../packages/readout/src/model/index.ts';
import type { Parts } from '../packages/readout/src/pipeline.ts';
import { sourcePhrase, type Told, targetPhrase } from './event-phrases.ts';
import { hasOwnRow, tellsMore, tellsWho } from './own-rows.ts';
import { type Answer, asSpan, pair, type Read, type Row } from './read-all.ts';

/** PLV's own places for some CAMEO codes: convictions among accusations; blockade, occupation and cyber attack among assaults. */
function plvLabel({ event, quad, cameo = '' }: { event: string; quad: number; cameo?: string }): { root: string; quad: number } {
  if (event === 'SANCTION' && cameo === '116') return { root: 'ACCUSE', quad: 3 };
  if (event === 'COERCE' && /^(191|192|176)/.test(cameo)) return { root: 'ASSAULT', quad: 4 };
  const root = yielding(event);
  return { root, quad: root === 'YIELD' ? 2 : quad };
}

/** What the two marked phrases of a row do to each other. */
export function plvRow(row: Row, { doc, events }: Read, parts: Parts): Answer {
  const code = codePair(doc, events, parts.events, asSpan(row.source_span), asSpan(row.target_span));
  return { id: row.id, ...plvLabel(code), rule: code.rule, ...(code.fallback ? { fallback: true } : {}) };
}

export const eventsRow = (row: Row, read: Read, parts: Parts): Answer => ({ id: row.id, events: eventRows(read, parts) });

/** The events, and how many claims there are beside them. */
export const relevanceRow = (row: Row, read: Read, parts: Parts): Answer => ({
  ...eventsRow(row, read, parts),
  claims: read.claims.length,
});

const yielding = (e: string): string => (e === 'CONCEDE' || e === 'RETREAT' ? 'YIELD' : e);

/** The rows of a text. */
function eventRows({ doc, events }: Read, parts: Parts): Answer[] {
  const told: Told = { doc, events, mentions: new Map(doc.mentions.map((m) => [m.id, m])) };
  const all = events.filter((e) => hasOwnRow(doc, e, events)).flatMap((e) => rowsOf(told, e, parts));
  // An act and what it promises or asks for may come to the same row.
  const key = (r: Answer): string => JSON.stringify([r.source, r.target, r.root]);
  const distinct = all.filter((r, k) => all.findIndex((o) => key(o) === key(r)) === k);
  return distinct.filter((r) => !distinct.some((o) => tellsWho(o, r) || tellsMore(o, r)));
}

/** The rows of one act: one for each who acts and each upon whom. */
function rowsOf(told: Told, e: Event, parts: Parts): Answer[] {
  // The codebooks' single label: what is only intended is promised or threatened, what is refused is rejected.
  const label = e.modality === 'requested' ? e.event : singleLabel(e);
  const { root, quad } = plvLabel({ event: label, quad: parts.events.codes.quad(label), cameo: e.cameo });
  const governor = e.evidence.find((x) => x.as === 'governor')?.span;
  return pairsOf(told, e).map(([s, t]) => ({
    source: sourcePhrase(told, e, s),
    target: targetPhrase(told, e, t, isMutual(e)),
    root,
    quad,
    source_code: actorCode(s),
    target_code: actorCode(t),
    code: labelCode(e, label, parts),
    modality: e.modality,
    polarity: e.polarity,
    trigger: pair(e.evidence.find((x) => x.as === 'trigger')?.span ?? { start: 0, end: 0 }),
    governor: governor && pair(governor),
  }));
}

/** The CAMEO code of a single label: that of promising, threatening or refusing such an act where the label is of another kind than the act. */
function labelCode(e: Event, label: EventType, { events: { governors, codes } }: Parts): string {
  const verb = label === e.event ? undefined : LABEL_VERBS.get(label);
  const governor = verb && governors.at('verb', verb)[0];
  if (!governor) return e.cameo;
  const targeted = e.recipient.length > 0;
  return outerAct(governor, e.event, codes.quad(e.event), e.cameo, { addressed: targeted, targeted })?.cameo ?? e.cameo;
}
const LABEL_VERBS: ReadonlyMap<EventType, string> = new Map([
  ['AGREE', 'promise'],
  ['THREATEN', 'threaten'],
  ['REJECT', 'refuse'],
]);

const actorCode = (p: Party | undefined): string => (p ? `${p.state ?? ''}${p.sector ?? ''}` || '---' : '---');

/** Who acts upon whom, undefined where nobody is named. */
function pairsOf(told: Told, e: Event): (readonly [Party | undefined, Party | undefined])[] {
  const sources = e.actor.length > 0 ? e.actor : [undefined];
  const targets = e.recipient.length > 0 ? e.recipient : [undefined];
  return sources.flatMap((s) =>
    (isMutual(e) ? e.actor.filter((t) => t !== s && isPartner(told, e, s, t)) : targets).map((t) => [s, t] as const),
  );
}

/** "X opened ties with Y", "X and Y signed": done by both, told of the first; those who meet one another are both told of. */
function isPartner({ doc, mentions }: Told, e: Event, source: Party | undefined, target: Party): boolean {
  if (e.event === 'CONSULT' && e.cameo !== '041' && !areJoined(doc, source, target)) return true;
  const start = (p: Party | undefined): number => mentions.get(p?.mention ?? '')?.span.start ?? 0;
  const [a, b] = [start(source), start(target)];
  return a < b || (a === b && source !== undefined && e.actor.indexOf(source) < e.actor.indexOf(target));
}

/** Whether two parties stand in one coordination ("Norway and Chile"). */
function areJoined(doc: Document, a: Party | undefined, b: Party): boolean {
  const head = (p: Party | undefined): number => {
    const m = doc.mentions.find((x) => x.id === p?.mention);
    const tree = m && doc.trees[m.sentence];
    if (!m || !tree) return -1;
    let k = m.head;
    for (let step = 0; step < 6 && baseRelation(relationAt(tree, k)) === 'conj'; step++) k = tree.tokens[k]?.head ?? k;
    return k;
  };
  return head(a) === head(b);
}
