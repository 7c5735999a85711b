/** What a whole text does not have that other accounts have: said only after all its sentences were searched. */
import { speaksLast } from '../../4-claims/said-by.ts';
import type { Cell, Claim, Event, Omission, Record, Saying, Span } from '../../model/index.ts';
import { findThing } from '../search/search.ts';
import type { SearchText } from '../search/text.ts';
import { stateOf } from '../traits.ts';
import { stemOf } from '../words.ts';
import type { Item } from './items.ts';

/** Part of an item's own words that one sentence must have for it to come near: then nothing is said to be left out. */
const NEAR = 0.4;

export interface Held {
  readonly row: string;
  /** The item as other accounts have it. */
  readonly items: readonly Item[];
  readonly heldBy: number;
  readonly of: number;
  /** Names of its parties in all records, by entity: as known, and as texts write them. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** The cell of a whole text that has no item of a row: not there, or unclear where a sentence comes near. */
export function cellWithout(account: string, text: SearchText, held: Held): Cell {
  const parties = [...new Set(held.items.flatMap((i) => i.parties))].sort();
  const searches = parties.map((party) => ({
    party,
    names: held.names.get(party) ?? [party],
    isThere: isMentioned(party, text, held.names),
  }));
  const absent = searches.filter((s) => !s.isThere).map((s) => s.party);
  const nearest = nearestSentence(text, held.items);
  const together = absent.length === 0 ? sentenceOfParties(text, held.items) : undefined;
  if (together) return { is: 'unclear', nearest: sayingAt(text.record, together) };
  if (nearest && nearest.share >= NEAR && absent.length === 0) return { is: 'unclear', nearest: sayingAt(text.record, nearest.span) };
  // Names of what is absent first: a table shows only the first few.
  const ordered = [...searches.filter((s) => !s.isThere), ...searches.filter((s) => s.isThere)];
  const names = [...new Set(ordered.flatMap((s) => s.names))];
  const omission: Omission = {
    row: held.row,
    account,
    basis: absent.length > 0 ? 'party' : 'item',
    searched: { sentences: text.sentences.length, names, absent, ...(nearest ? { nearest: nearest.span } : {}) },
    heldBy: held.heldBy,
    of: held.of,
    salience: salienceOf(held.items),
  };
  return { is: 'not-in-this-text', omission };
}

/** Whether a text mentions an entity: by a mention linked to it, pronouns and "the two leaders" among them, or by one of its names. */
function isMentioned(party: string, text: SearchText, names: ReadonlyMap<string, readonly string[]>): boolean {
  if (text.record.mentions.some((m) => m.entities.includes(party))) return true;
  return findThing(text, names.get(party) ?? [party], { strict: true }).span !== undefined;
}

/** The sentence with most of the words of any of the items, other words for them among these. */
function nearestSentence(
  text: SearchText,
  items: readonly Item[],
): { span: SearchText['sentences'][number]['span']; share: number } | undefined {
  let best: { span: SearchText['sentences'][number]['span']; share: number } | undefined;
  for (const { span, stems } of text.sentences)
    for (const item of items) {
      if (item.words.size === 0) continue;
      let n = 0;
      for (const w of item.words) if (hasWord(text, stems, w)) n++;
      const share = n / item.words.size;
      if (n > 0 && share > (best?.share ?? 0)) best = { span, share };
    }
  return best;
}

/** Whether a sentence has a word, in any spelling, or another word for it. */
function hasWord({ words }: SearchText, stems: ReadonlySet<string>, word: string): boolean {
  const stem = words.canonical(word);
  if (stems.has(stem)) return true;
  // Item words are stems: a noun of one is found among the synonyms by it often enough, and a miss says no more than before.
  for (const other of words.like(word)) if (stems.has(words.canonical(stemOf(other)))) return true;
  return false;
}

/**
 * A sentence that names all parties of an act or a saying and holds an act of the same kind, or nothing that was understood: it may be this, told in
 * other words.
 */
function sentenceOfParties(text: SearchText, items: readonly Item[]): Span | undefined {
  const { record } = text;
  const wanted = items.flatMap((i): readonly (readonly (readonly string[])[])[] => {
    // Of one state ("Okoro invited him to Abuja") the parties themselves.
    if (i.kind === 'event') return [(i.states.size < 2 ? [...i.parties] : [...i.states]).map((p) => [p])];
    // Whoever is named by no name ("the two sides") may be anybody who speaks of the same; of those who speak together one is enough.
    if (i.kind !== 'claim') return [];
    const speakers = namedOf(i.sources);
    const isAbout = speakers.length === 0 || speakers.some((s) => i.states.has(s));
    return [[...[...i.states].map((s) => [s]), ...(isAbout ? [] : [speakers])]];
  });
  const least = items.some((i) => i.kind === 'claim' && namedOf(i.sources).length === 0) ? 1 : 2;
  const parties = wanted.find((w) => w.length >= least);
  if (!parties) return undefined;
  const stateIn = (id: string): string => stateOf(id, record.entities) ?? id;
  // Of the same kind and by the same side: what the other leader asks for in a meeting is no telling of this.
  const isLikeEvent = (e: Event): boolean =>
    items.some((i) => i.kind === 'event' && i.of.quad === e.quad && e.actor.some((p) => i.sides[0].has(p.state ?? stateIn(p.entity))));
  const isLikeClaim = (c: Claim): boolean => {
    const by = namedOf(speaksLast(c).map(stateIn));
    const mayBe = (sources: readonly string[]): boolean => sources.length === 0 || by.length === 0 || sources.some((s) => by.includes(s));
    return items.some((i) => i.kind === 'claim' && i.of.act === c.act && mayBe(namedOf(i.sources)));
  };
  const isIn = (span: Span, at: Span | undefined): boolean => at !== undefined && span.start <= at.start && at.start < span.end;
  return text.sentences.find(({ span }) => {
    const states = new Set(record.mentions.filter((m) => isIn(span, m.span)).flatMap((m) => m.entities.flatMap((id) => [id, stateIn(id)])));
    if (!parties.every((anyOf) => anyOf.some((p) => states.has(p)))) return false;
    const events = record.events.filter((e) => isIn(span, e.evidence.find((x) => x.as === 'trigger')?.span ?? e.evidence[0]?.span));
    const claims = record.claims.filter((c) => isIn(span, c.content[0]));
    if (events.length === 0 && claims.length === 0) return true;
    return events.some(isLikeEvent) || claims.some(isLikeClaim);
  })?.span;
}

/** Those of the ones who speak that a name names, not only a description. */
function namedOf(sources: readonly string[]): readonly string[] {
  return sources.filter((s) => !/^(?:people|organisation):/.test(s));
}

/** Mean over those who have it of how early they tell it: 1 in a title or at the start, 0 at the end. */
export function salienceOf(items: readonly Item[]): number {
  const first = new Map<string, number>();
  for (const { account, saying } of items) first.set(account, Math.min(first.get(account) ?? 1, saying.position));
  const all = [...first.values()];
  return Math.round(100 * (1 - all.reduce((a, b) => a + b, 0) / Math.max(1, all.length))) / 100;
}

function sayingAt({ article }: Record, span: { readonly start: number; readonly end: number }): Saying {
  return {
    item: '',
    quote: article.text.slice(span.start, span.end).replace(/\s+/g, ' '),
    as: 'paraphrase',
    span,
    position: Math.round((100 * span.start) / Math.max(1, article.text.length)) / 100,
  };
}
