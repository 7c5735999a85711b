/**
 * An act that the title tells and the first sentences tell again is one event, though the title names its parties more shortly: "Norway seizes
 * ferry", "Norwegian marines today seized a ferry". Same type, rule or verb, mood, and both news or both history; each party of one goes with one of the other.
 */
import { lemmaAt } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Event, Party, Span } from '../model/index.ts';
import { joinEvents } from './merge.ts';

/** Sentences behind the title in which its act is told again. */
const NEAR = 4;

/** The events with each one of the title joined to the first of the nearest sentences that tells it again; what that one says goes. */
export function joinTitled(doc: Document, events: readonly Event[]): Event[] {
  const title = doc.article.parts.find((p) => p.kind === 'title')?.span;
  if (!title) return [...events];
  const limit = doc.trees.filter((t) => t.sentence.span.start >= title.end)[NEAR - 1]?.sentence.span.end ?? doc.article.text.length;
  const triggers = (e: Event): number[] => e.evidence.filter((x) => x.as === 'trigger').map((x) => x.span.start);
  const kept: (Event | undefined)[] = [...events];
  events.forEach((short, i) => {
    if (!triggers(short).every((s) => isIn(title, s))) return;
    const j = events.findIndex(
      (e, k) => kept[k] !== undefined && triggers(e).every((s) => s >= title.end && s < limit) && isToldAgain(doc, short, e),
    );
    const full = kept[j];
    if (!full) return;
    kept[i] = {
      ...joinEvents(full, short),
      id: short.id,
      actor: fuller(doc, full.actor, short.actor),
      recipient: fuller(doc, full.recipient, short.recipient),
    };
    kept[j] = undefined;
  });
  return kept.flatMap((e) => e ?? []);
}

const isIn = (span: Span, at: number): boolean => span.start <= at && at < span.end;

function isToldAgain(doc: Document, short: Event, full: Event): boolean {
  if (short.event !== full.event || short.modality !== full.modality || short.polarity !== full.polarity || short.status !== full.status)
    return false;
  if (short.cameo.slice(0, 3) !== full.cameo.slice(0, 3)) return false;
  if (short.rule !== full.rule && verbOf(doc, short) !== verbOf(doc, full)) return false;
  const [a, b] = [short.date, full.date];
  if (a?.time && b?.time && a.start && b.start && ((a.end ?? a.start) < b.start || (b.end ?? b.start) < a.start)) return false;
  const [actors, recipients] = [agree(doc, short.actor, full.actor), agree(doc, short.recipient, full.recipient)];
  return actors !== 'no' && recipients !== 'no' && (actors === 'yes' || recipients === 'yes');
}

function verbOf(doc: Document, e: Event): string {
  const at = e.evidence.find((x) => x.as === 'trigger')?.span.start ?? -1;
  const tree = doc.trees.find((t) => isIn(t.sentence.span, at));
  const i = tree?.tokens.findIndex((t) => t.start === at) ?? -1;
  return tree && i >= 0 ? lemmaAt(tree, i).toLowerCase() : '';
}

/** Whether all of the fewer parties go with one of the others; `open` where one event names none. */
function agree(doc: Document, a: readonly Party[], b: readonly Party[]): 'yes' | 'no' | 'open' {
  if (a.length === 0 || b.length === 0) return 'open';
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((p) => many.some((q) => goWith(doc, p, q))) ? 'yes' : 'no';
}

/** The same; a state and who belongs to it; a phrase and somebody of that state. Two who have names of their own are two. */
function goWith(doc: Document, p: Party, q: Party): boolean {
  if (p.entity === q.entity) return true;
  const [s, t] = [stateOf(doc, p), stateOf(doc, q)];
  if (s !== undefined && s === t) return isState(doc, p) || isState(doc, q) || isPhrase(p) || isPhrase(q);
  return (s === undefined || t === undefined) && isPhrase(p) !== isPhrase(q) && isPerson(p) && isPerson(q);
}

const stateOf = (doc: Document, p: Party): string | undefined => p.state ?? doc.entities.get(p.entity)?.state;
const isState = (doc: Document, p: Party): boolean => doc.entities.get(p.entity)?.kind === 'state';
/** Known by a noun alone. */
const isPhrase = (p: Party): boolean => /^(people|body|organisation):/.test(p.entity);
const isPerson = (p: Party): boolean => /^(people|person):/.test(p.entity);

/** The parties of the body, each by the title's name where the body has a mere noun for it; those of the title where the body has none. */
function fuller(doc: Document, full: readonly Party[], short: readonly Party[]): readonly Party[] {
  if (full.length === 0) return short;
  const isFree = (q: Party): boolean => !isPhrase(q) && !isState(doc, q) && !full.some((p) => p.entity === q.entity);
  return full.map((p) => (isPhrase(p) ? short.find((q) => isFree(q) && goWith(doc, p, q)) : undefined) ?? p);
}
