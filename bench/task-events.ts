/** The tasks `plv` and `events`: labels and rows as the codebooks write them. */
import { baseRelation, caseOf, relationAt } from '../packages/readout/src/2-sentences/syntax.ts';
import type { Document } from '../packages/readout/src/3-mentions/document.ts';
import { isMutual, singleLabel } from '../packages/readout/src/5-events/code-pair.ts';
import { purposeHead, sentenceOf } from '../packages/readout/src/5-events/purpose.ts';
import { slotPhrase } from '../packages/readout/src/5-events/slot-phrase.ts';
import type { Event, Mention, Party, Span } from '../packages/readout/src/model/index.ts';
import type { Parts } from '../packages/readout/src/pipeline.ts';
import { isBeside } from './beside.ts';
import { type Answer, pair, type Read } from './read-all.ts';

/** PLV's own places for some CAMEO codes: convictions among accusations; blockade, occupation and cyber attack among assaults. */
export function plvLabel({ event, quad, cameo = '' }: { event: string; quad: number; cameo?: string }): { root: string; quad: number } {
  if (event === 'SANCTION' && cameo === '116') return { root: 'ACCUSE', quad: 3 };
  if (event === 'COERCE' && /^(191|192|176)/.test(cameo)) return { root: 'ASSAULT', quad: 4 };
  const root = yielding(event);
  return { root, quad: root === 'YIELD' ? 2 : quad };
}

const yielding = (e: string): string => (e === 'CONCEDE' || e === 'RETREAT' ? 'YIELD' : e);

export function eventRows({ doc, events }: Read, parts: Parts): Answer[] {
  const mentions = new Map(doc.mentions.map((m) => [m.id, m]));
  // The phrase by which another act of the sentence gives whom a pronoun stands for.
  const otherPhrase = (pronoun: Mention): Span | undefined =>
    events
      .flatMap((e) => [...e.actor, ...e.recipient])
      .filter((p) => pronoun.entities.includes(p.entity))
      .map((p) => ({ p, m: mentions.get(p.mention) }))
      .find(({ m }) => m !== undefined && m.kind !== 'pronoun' && m.sentence === pronoun.sentence && m.span.end <= pronoun.span.start)?.p
      .phrase;
  // The party's noun phrase with titles and complements, as annotators mark it.
  const phrase = (p: { readonly mention: string; readonly phrase?: Span }): [number, number] | null => {
    const m = mentions.get(p.mention);
    // A pronoun is given as what it stands for, where that is in the same sentence.
    const named = m?.kind === 'pronoun' ? (otherPhrase(m) ?? antecedent(doc, m)) : undefined;
    if (named) return pair(named);
    if (p.phrase) return pair(p.phrase);
    return m ? pair(m.span) : null;
  };
  // Words that name nobody ("a car bomb", "the draft") stand as evidence only.
  const unnamed = (e: Event, as: 'actor' | 'recipient'): [number, number] | null => {
    const words = e[as].length === 0 ? e.evidence.find((x) => x.as === as)?.span : undefined;
    return words ? pair(words) : null;
  };
  // The codebooks take where arms are laid down for the target, and the state that somebody is arrested in for the source, where no other is told.
  const placeOf = (e: Event, isMeant: boolean): [number, number] | null => {
    const m = isMeant ? (mentions.get(e.location?.mention ?? '') ?? onlyPlace(doc, e)) : undefined;
    return m ? pair(m.span) : null;
  };
  const code = (p: { state?: string; sector?: string } | undefined): string => (p ? `${p.state ?? ''}${p.sector ?? ''}` || '---' : '---');
  // "For CAMEO-style exports the outer act decides" (design/plover.md): what is asked for, promised or threatened in it is no row of its own.
  const governorAt = (e: Event): [number, number] | undefined => {
    const span = e.evidence.find((x) => x.as === 'governor')?.span;
    return span && pair(span);
  };
  const word = (e: Event): number | undefined => governorAt(e)?.[0];
  const trigger = (e: Event): number | undefined => e.evidence.find((x) => x.as === 'trigger')?.span.start;
  const isInner = (e: Event): boolean =>
    e.governor !== undefined &&
    events.some(
      (o) =>
        o !== e &&
        ((e.modality !== 'asserted' && o.modality === 'asserted' && word(o) === word(e)) ||
          // "accused Peru of raiding", "let the convoy bring food": the governor is an act by a rule of its own.
          (trigger(o) === word(e) && (e.modality !== 'asserted' || o.event === 'ACCUSE') && !isMutual(e))),
    );
  const start = (p: Party | undefined): number => mentions.get(p?.mention ?? '')?.span.start ?? 0;
  const all = events.flatMap((e) => {
    if (
      isInner(e) ||
      (isOnlyMeant(doc, e, events) && events.some((o) => !isOnlyMeant(doc, o, events) && sentenceOf(doc, o) === sentenceOf(doc, e)))
    )
      return [];
    const mutual = isMutual(e);
    // The codebooks' single label: what is only intended is promised or threatened, what is refused is rejected.
    const label = e.modality === 'requested' ? e.event : singleLabel(e);
    const { root, quad } = plvLabel({ event: label, quad: parts.events.codes.quad(label), cameo: e.cameo });
    const sources: readonly (Party | undefined)[] = e.actor.length > 0 ? e.actor : [undefined];
    const rows: Answer[] = [];
    for (const s of sources) {
      // "X opened ties with Y", "X and Y signed": done by both, told of the first; those who meet one another are both told of.
      const after = (t: Party): boolean =>
        (e.event === 'CONSULT' && e.cameo !== '041' && !areJoined(doc, s, t)) ||
        start(s) < start(t) ||
        (start(s) === start(t) && sources.indexOf(s) < sources.indexOf(t));
      const targets = mutual ? e.actor.filter((t) => t !== s && after(t)) : e.recipient.length > 0 ? e.recipient : [undefined];
      for (const t of targets) {
        rows.push({
          source: s ? phrase(s) : (unnamed(e, 'actor') ?? placeOf(e, e.event === 'COERCE' && e.recipient.length > 0)),
          target: t ? phrase(t) : mutual ? null : (unnamed(e, 'recipient') ?? placeOf(e, isYieldOfArms(e))),
          root,
          quad,
          source_code: code(s),
          target_code: code(t),
          code: e.cameo,
          modality: e.modality,
          polarity: e.polarity,
          trigger: pair(e.evidence.find((x) => x.as === 'trigger')?.span ?? { start: 0, end: 0 }),
          governor: governorAt(e),
        });
      }
    }
    return rows;
  });
  // An act and what it promises or asks for may come to the same row.
  const key = (r: Answer): string => JSON.stringify([r.source, r.target, r.root]);
  const distinct = all.filter((r, k) => all.findIndex((o) => key(o) === key(r)) === k);
  return distinct.filter((r) => !distinct.some((o) => tellsWho(o, r) || tellsMore(o, r)));
}

/** Whether another row says the same of the same one, and upon whom. */
const tellsMore = (o: Answer, r: Answer): boolean =>
  r.target === null &&
  o.target !== null &&
  o.root === r.root &&
  [o.source, o.target].some((p) => JSON.stringify(p) === JSON.stringify(r.source));

/** Whether the words of an act are part of another act's party ("welcomed the offer of talks"): they say who or what that is. */
function tellsWho(outer: Answer, inner: Answer): boolean {
  const within = (t: [number, number], p: [number, number] | null): boolean => p !== null && p[0] <= t[0] && t[1] <= p[1];
  const beyond = outer.trigger as [number, number];
  const at = inner.trigger as [number, number];
  // "welcomed the *offer* to mediate": what makes the act of it may be part of the party, too.
  const governor = inner.governor as [number, number] | undefined;
  if (at[0] === beyond[0] || governor?.[0] === beyond[0]) return false;
  const target = outer.target as [number, number] | null;
  return (
    (within(at, target) || (governor !== undefined && within(governor, target)) || within(at, outer.source as [number, number] | null)) &&
    !within(beyond, inner.target as [number, number] | null) &&
    !within(beyond, inner.source as [number, number] | null)
  );
}

/** An act that another one supposes, suspects, asks for or is done for ("to stop the attacks"), or that only says who somebody is. */
function isOnlyMeant(doc: Document, e: Event, events: readonly Event[]): boolean {
  if (e.modality === 'requested' || e.modality === 'hypothetical' || e.modality === 'possible')
    return e.event !== 'REQUEST' || e.governor === undefined;
  return purposeHead(doc, e) !== undefined || isBeside(doc, e) || isContent(doc, e, events);
}
/** A truce, a surrender, arms laid down, or an agreement to do so. */
const isYieldOfArms = (e: Event): boolean =>
  /^(0842|087)/.test(e.cameo) || (e.cameo === '035' && /ceasefire|truce|disarm|surrender/.test(e.rule));

/** The place or state with "in" before it, where the sentence names but one and it is no party. */
function onlyPlace(doc: Document, e: Event): Mention | undefined {
  const tree = sentenceOf(doc, e);
  if (!tree) return undefined;
  const parties = [...e.actor, ...e.recipient].map((p) => p.mention);
  const places = doc
    .mentionsIn(tree.sentence.index)
    .filter((m) => m.kind !== 'pronoun' && m.kind !== 'nominal' && /^(in|inside|across)$/.test(caseOf(tree, m.head)))
    .filter((m) => /^(place|state)$/.test(doc.entities.get(m.entities[0] ?? '')?.kind ?? ''));
  return places.length === 1 && !parties.includes(places[0]?.id ?? '') ? places[0] : undefined;
}
/** "signed an *agreement* to share data", "sent troops to the *mission* in Mali": what is in an agreement, or in a complement, is no act beside the verb's own. */
function isContent(doc: Document, e: Event, events: readonly Event[]): boolean {
  const tree = sentenceOf(doc, e);
  const governor = e.evidence.find((x) => x.as === 'governor')?.span.end;
  const at = governor ?? e.evidence.find((x) => x.as === 'trigger')?.span.end;
  const noun = tree?.tokens.findIndex((t) => t.end === at) ?? -1;
  const relations = governor === undefined ? /^obl$/ : /^(obj|nsubj:pass)$/;
  if (tree?.tokens[noun]?.upos !== 'NOUN' || !relations.test(relationAt(tree, noun))) return false;
  const verb = tree.tokens[tree.tokens[noun]?.head ?? -1]?.start;
  return events.some((o) => o !== e && o.evidence.some((x) => x.as === 'trigger' && x.span.start === verb));
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

/** The phrase of the nearest mention before a pronoun, in its sentence, that is the same entity by name or noun. */
function antecedent(doc: Document, pronoun: Mention): Span | undefined {
  const tree = doc.trees[pronoun.sentence];
  const same = doc
    .mentionsIn(pronoun.sentence)
    .filter((m) => m.kind !== 'pronoun' && m.span.end <= pronoun.span.start && m.entities.join() === pronoun.entities.join());
  const m = same[same.length - 1];
  return tree && m ? slotPhrase(doc, tree, m.head) : undefined;
}
