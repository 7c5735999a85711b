/** One act told twice is one event with all its evidence: same type, parties, modality and polarity, and dates that can agree. */
import { addUnder } from '../add-under.ts';
import type { Event, Evidence, Party } from '../model/index.ts';

/** The events with each act once, in their order; local ids are given later. */
export function mergeEvents(all: readonly Event[]): Event[] {
  // Of an act told by a governor and by a rule of the same word, the one that knows more parties.
  const known = (e: Event): number => e.actor.length + e.recipient.length;
  // A text may tell a thousand acts: those of one word are looked up, not all gone through for each.
  const byGovernor = byWord(all, 'governor');
  const byTrigger = byWord(all, 'trigger');
  const events = withoutDoubles(all).filter((e) => {
    const isTold = (o: Event): boolean => o !== e && (o.event === e.event || (e.event === 'AGREE' && o.event === 'THREATEN'));
    const outer = byGovernor.get(wordOf(e, 'trigger') ?? -1) ?? [];
    const inner = byTrigger.get(wordOf(e, 'governor') ?? -1) ?? [];
    return !(
      outer.some((o) => isTold(o) && isGovernedBy(o, e) && known(o) >= known(e)) ||
      inner.some((o) => isTold(o) && isGovernedBy(e, o) && known(o) > known(e))
    );
  });
  const kept: Event[] = [];
  const evidence = new Map<number, { readonly all: Evidence[]; readonly seen: Set<string> }>();
  for (const e of events) {
    const i = kept.findIndex((k) => isSameAct(k, e));
    const k = kept[i];
    if (!k) {
      kept.push(e);
      continue;
    }
    const joined = evidence.get(i) ?? { all: [...k.evidence], seen: new Set(k.evidence.map(evidenceKey)) };
    evidence.set(i, joined);
    addEvidence(joined, e.evidence);
    kept[i] = joinedEvent(k, e);
  }
  return kept.map((e, i) => {
    const joined = evidence.get(i);
    return joined ? { ...e, evidence: joined.all } : e;
  });
}

/** Where the first words of this part in an event begin. */
const wordOf = (e: Event, as: Evidence['as']): number | undefined => e.evidence.find((x) => x.as === as)?.span.start;

/** Events by where their governor or trigger begins. */
function byWord(events: readonly Event[], as: Evidence['as']): ReadonlyMap<number, readonly Event[]> {
  const found = new Map<number, Event[]>();
  for (const e of events) {
    const at = wordOf(e, as);
    if (at !== undefined) addUnder(found, at, e);
  }
  return found;
}

const evidenceKey = ({ as, span }: Evidence): string => `${as} ${span.start} ${span.end}`;

/** Adds what is not there yet. */
function addEvidence(to: { readonly all: Evidence[]; readonly seen: Set<string> }, more: readonly Evidence[]): void {
  for (const e of more) {
    const key = evidenceKey(e);
    if (!to.seen.has(key)) to.all.push(e);
    to.seen.add(key);
  }
}

/** Of two acts of one type that a governor's word was given by two acts below it ("rejected a call to release"), the first. */
function withoutDoubles(all: readonly Event[]): Event[] {
  const word = (e: Event): number | undefined => (e.modality === 'asserted' ? wordOf(e, 'governor') : undefined);
  const byGovernor = new Map<number, number[]>();
  for (const [i, e] of all.entries()) {
    const at = word(e);
    if (at !== undefined) addUnder(byGovernor, at, i);
  }
  return all.filter((e, i) => {
    const at = word(e);
    if (at === undefined) return true;
    const isTwin = (o: Event | undefined): boolean =>
      o !== undefined && o.event === e.event && o.polarity === e.polarity && sameParties(o.actor, e.actor);
    const twin = (byGovernor.get(at) ?? []).find((k) => k !== i && isTwin(all[k])) ?? -1;
    const other = all[twin];
    if (!other || sameParties(other.recipient, e.recipient)) return true;
    // The fuller one stays; of equals the first.
    return e.recipient.length !== other.recipient.length && (e.recipient.length === 0 || other.recipient.length === 0)
      ? e.recipient.length > 0
      : i < twin;
  });
}

/** Whether `outer` came of a governor whose own word triggered `e`: "agreed to" says one AGREE, not two. */
function isGovernedBy(outer: Event, e: Event): boolean {
  const governor = outer.evidence.find((x) => x.as === 'governor')?.span;
  const trigger = e.evidence.find((x) => x.as === 'trigger')?.span;
  return (
    governor !== undefined &&
    trigger !== undefined &&
    e.governor === undefined &&
    outer.modality === e.modality &&
    governor.start === trigger.start
  );
}

function isSameAct(a: Event, b: Event): boolean {
  if (a.event !== b.event || a.modality !== b.modality || a.polarity !== b.polarity) return false;
  if (!sameParties(a.actor, b.actor) || !sameParties(a.recipient, b.recipient)) return false;
  // History that has a day of its own is not what is news without one.
  if (a.status !== b.status && (a.date?.time === undefined) !== (b.date?.time === undefined)) return false;
  if (a.cameo.slice(0, 3) !== b.cameo.slice(0, 3) && !(a.event === 'CONSULT' && a.cameo.startsWith('04') && b.cameo.startsWith('04')))
    return false;
  if (a.date?.start && b.date?.start && a.date.time && b.date.time && (a.date.end ?? a.date.start) < b.date.start) return false;
  if (a.date?.start && b.date?.start && a.date.time && b.date.time && (b.date.end ?? b.date.start) < a.date.start) return false;
  return true;
}

const key = (p: Party): string => `${p.entity}/${p.sector ?? ''}`;
function sameParties(a: readonly Party[], b: readonly Party[]): boolean {
  return a.length === b.length && a.every((x) => b.some((y) => key(x) === key(y)));
}

/** The first keeps its rule; the better dated, placed and coded parts win; evidence is the union. */
export function joinEvents(a: Event, b: Event): Event {
  const joined = { all: [...a.evidence], seen: new Set(a.evidence.map(evidenceKey)) };
  addEvidence(joined, b.evidence);
  return { ...joinedEvent(a, b), evidence: joined.all };
}

/** The same with the evidence of the first alone. */
function joinedEvent(a: Event, b: Event): Event {
  const date = a.date?.time ? a.date : b.date?.time ? b.date : (a.date ?? b.date);
  const location = a.location ?? b.location;
  const specific = b.cameo === '044' || (a.cameo.endsWith('0') && !b.cameo.endsWith('0')) ? b : a;
  const { claim: _, ...rest } = a;
  // Asserted once in the article's own voice, the act is no longer only a claim.
  const claim = a.claim !== undefined && b.claim !== undefined ? a.claim : undefined;
  return {
    ...rest,
    cameo: specific.cameo,
    goldstein: specific.goldstein,
    ...(specific.mode ? { mode: specific.mode } : {}),
    contexts: [...new Set([...a.contexts, ...b.contexts])].sort(),
    ...(date ? { date } : {}),
    ...(location ? { location } : {}),
    status: a.status === 'current' || b.status === 'current' ? 'current' : 'background',
    ...(claim === undefined ? {} : { claim }),
  };
}
