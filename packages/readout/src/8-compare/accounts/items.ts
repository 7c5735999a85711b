/** What accounts are compared by: their events, claims, relations and figures, each with its words, parties and states. */

import { roughSentences } from '../../1-article/rough-sentences.ts';
import { saidBy, speaksLast } from '../../4-claims/said-by.ts';
import { sentencesOver } from '../../7-store/index.ts';
import type { Account, Claim, Event, Figure, ItemKind, Record, Relation, Saying, Span, SpeechAct } from '../../model/index.ts';
import { readSpans, stateOf } from '../traits.ts';
import { contentWords } from '../words.ts';
import { isOfSilence } from './accounts.ts';

interface ItemBase {
  readonly account: string;
  readonly id: string;
  readonly saying: Saying;
  /** Entities that it is about; of a figure the thing counted. */
  readonly parties: readonly string[];
  /** Their states, else themselves. */
  readonly states: ReadonlySet<string>;
  /** Stems of its words but those that name somebody. */
  readonly words: ReadonlySet<string>;
  /** Stems of the words of its sentence but those that name somebody. */
  readonly around: ReadonlySet<string>;
  /** States, else themselves, of all that its sentence mentions. */
  readonly near: ReadonlySet<string>;
  /** Names of the persons that it is about, by state where one is known: to see that another minister signed. */
  readonly persons: readonly { readonly state: string; readonly name: string }[];
  /** The word that says the act or the saying, as it stands, in lower case; empty where none does. */
  readonly verb: string;
}

export type Item =
  | (ItemBase & { readonly kind: 'event'; readonly of: Event; readonly sides: readonly [ReadonlySet<string>, ReadonlySet<string>] })
  | (ItemBase & {
      readonly kind: 'claim';
      readonly of: Claim;
      readonly sources: readonly string[];
      /** Its act, and those of the claims of the same speakers that only wrap it: "reaffirmed their support for" states and praises. */
      readonly acts: readonly SpeechAct[];
    })
  | (ItemBase & { readonly kind: 'relation'; readonly of: Relation })
  | (ItemBase & { readonly kind: 'figure'; readonly of: Figure });

/**
 * The items of an account in text order; `stateIn`: states of entities that other texts give.  Left out: what the text recalls as history, offices (who is president is no news of the story), claims
 * inside others with the same words (the chain has them), and what only says that somebody was silent.
 */
export function itemsOf(account: Account, record: Record, stateIn: ReadonlyMap<string, string> = new Map()): readonly Item[] {
  const { text } = record.article;
  const state = (id: string): string => stateOf(id, record.entities) ?? stateIn.get(id) ?? id;
  const sentences = readSpans(record.article).flatMap((part) => roughSentences(text, part));
  const named = record.mentions.filter((m) => m.kind === 'name' || m.kind === 'demonym' || m.kind === 'metonym').map((m) => m.span);
  const isNamed = (w: Span): boolean => named.some((n) => n.start <= w.start && w.end <= n.end);
  const isNamedEntity = (id: string): boolean => /^\p{Lu}/u.test(record.entities.find((e) => e.id === id)?.name ?? id);
  const stemsOf = (spans: readonly Span[]): ReadonlySet<string> =>
    new Set(
      spans
        .flatMap((s) => contentWords(text, s.start, s.end))
        .filter((w) => !isNamed(w))
        .map((w) => w.stem),
    );
  const personsOf = (ids: readonly string[]): ItemBase['persons'] =>
    ids.flatMap((id) => {
      const entity = record.entities.find((e) => e.id === id);
      const of = state(id);
      return entity?.kind === 'person' && of !== id && isNamedEntity(id) ? [{ state: of, name: entity.name }] : [];
    });
  const sentencesAt = (at: Span | undefined): readonly Span[] =>
    sentences.filter((s) => at !== undefined && s.start <= at.start && at.start < s.end);
  const base = (
    id: string,
    kind: ItemKind,
    spans: readonly Span[],
    parties: readonly string[],
    words: readonly Span[],
    verb?: Span,
  ): ItemBase => {
    const here = sentencesAt(spans[0]);
    return {
      account: account.id,
      id,
      saying: sayingOf(id, kind, spans, record),
      // A nameless group ("two ministers") is nobody that could be looked for.
      parties: [...new Set(parties.filter(isNamedEntity))],
      states: new Set(parties.filter(isNamedEntity).map(state)),
      verb: verb ? text.slice(verb.start, verb.end).toLowerCase() : '',
      words: stemsOf(words),
      around: stemsOf(here),
      near: new Set(
        record.mentions
          .filter((m) => here.some((s) => s.start <= m.span.start && m.span.end <= s.end))
          .flatMap((m) => m.entities.map(state)),
      ),
      persons: personsOf(parties),
    };
  };
  const items: Item[] = [];
  for (const of of record.events) {
    if (!account.events.includes(of.id) || of.status === 'background') continue;
    const sideStates = (side: Event['actor']): ReadonlySet<string> =>
      new Set(side.flatMap((p) => p.state ?? (isNamedEntity(p.entity) ? state(p.entity) : [])));
    const spans = of.evidence.filter((e) => e.as === 'trigger').map((e) => e.span);
    const parties = [...of.actor, ...of.recipient].map((p) => p.entity);
    const made = base(of.id, 'event', spans.slice(0, 1), parties, spans, spans[0]);
    const states = new Set([...sideStates(of.actor), ...sideStates(of.recipient)]);
    items.push({ ...made, states, kind: 'event', of, sides: [sideStates(of.actor), sideStates(of.recipient)] });
  }
  const claims = record.claims.filter((c) => account.claims.includes(c.id) && c.status !== 'background' && !isOfSilence(c, record));
  for (const of of claims) {
    if (isShell(of, claims, record)) continue;
    const sources = speaksLast(of);
    const topics = of.topics.filter((t) => !sources.includes(t));
    const made = base(of.id, 'claim', of.content, topics, of.content, of.cue[0]);
    // "demanded their release" says as much in one word as another claim in two.
    const isAct = of.act === 'request' || of.act === 'promise' || of.act === 'accuse' || of.act === 'threaten';
    if (made.words.size < (made.parties.length > 0 || isAct ? 1 : 2)) continue;
    items.push({ ...made, kind: 'claim', of, sources: [...new Set(sources.map(state))], acts: actsOf(of, claims, record) });
  }
  for (const of of record.relations) {
    if (!account.relations.includes(of.id) || of.kind === 'office') continue;
    const spans = of.evidence.map((e) => e.span);
    items.push({
      ...base(
        of.id,
        'relation',
        spans,
        of.parties.map((p) => p.entity),
        spans,
      ),
      kind: 'relation',
      of,
    });
  }
  for (const of of record.figures) {
    if (!account.figures.includes(of.id)) continue;
    const around = sentences.find((x) => x.start <= of.span.start && of.span.start < x.end) ?? of.span;
    const inside = record.mentions.filter((m) => m.span.start >= around.start && m.span.end <= around.end).flatMap((m) => m.entities);
    const before = { start: around.start, end: of.span.start };
    const after = { start: of.span.end, end: around.end };
    items.push({ ...base(of.id, 'figure', [of.span], inside, [before, after]), kind: 'figure', of });
  }
  return items.sort((a, b) => a.saying.span.start - b.saying.span.start || (a.id < b.id ? -1 : 1));
}

/**
 * Whether a claim only wraps another: nearly all of its words ("the office said Varga urged …" around "Varga urged …"), or an agency's report around
 * what it reports.
 */
function isShell(claim: Claim, all: readonly Claim[], record: Record): boolean {
  const length = (c: Claim): number => c.content.reduce((n, s) => n + s.end - s.start, 0);
  const sources = saidBy(claim);
  const isReport = record.entities.some((e) => (e.kind === 'news-agency' || e.kind === 'outlet') && sources.includes(e.id));
  const least = isReport ? 0.2 : 0.6;
  return all.some((c) => c.within === claim.id && length(c) >= least * length(claim));
}

function actsOf(claim: Claim, all: readonly Claim[], record: Record, seen: readonly string[] = []): readonly SpeechAct[] {
  const outer = all.find((c) => c.id === claim.within);
  const isSame =
    outer !== undefined &&
    !seen.includes(outer.id) &&
    speaksLast(outer).join(' ') === speaksLast(claim).join(' ') &&
    isShell(outer, all, record);
  return isSame ? [claim.act, ...actsOf(outer, all, record, [...seen, claim.id])] : [claim.act];
}

function sayingOf(item: string, kind: ItemKind, spans: readonly Span[], record: Record): Saying {
  const { article } = record;
  const start = Math.min(...spans.map((s) => s.start));
  const span = { start, end: Math.max(...spans.map((s) => s.end)) };
  const claim = kind === 'claim' ? record.claims.find((c) => c.id === item) : undefined;
  const isDirect = claim ? claim.quotation === 'direct' : /^["“]/.test(article.text.slice(span.start, span.end));
  return {
    item,
    quote: kind === 'claim' ? article.text.slice(span.start, span.end).replace(/\s+/g, ' ') : sentencesOver(article, [span]),
    as: isDirect ? 'quote' : 'paraphrase',
    span,
    position: Math.round((100 * start) / Math.max(1, article.text.length)) / 100,
  };
}
