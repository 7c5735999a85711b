/**
 * Quantities with their unit and what they are of: "21 economies", "around 60% of global GDP", "$300 million in aid", "at least 12 people".
 * Times, ordinals and names with numbers ("Air Base 8") are none. Number words and hedges: lexicon/numbers.tsv, lexicon/hedges.tsv.
 */
import { baseRelation, childrenBy, phraseOf, relationAt, type Tree, textOf } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Claim, Event, Figure, Relation } from '../model/index.ts';

export interface FigureWords {
  readonly numbers: ReadonlyMap<string, number>;
  readonly hedges: readonly { readonly words: readonly string[]; readonly hedge: NonNullable<Figure['hedge']> }[];
}

export function findFigures(
  doc: Document,
  claims: readonly Claim[],
  events: readonly Event[],
  relations: readonly Relation[],
  words: FigureWords,
): Figure[] {
  const found: Figure[] = [];
  for (const tree of doc.trees) {
    let i = 0;
    while (i < tree.tokens.length) {
      const number = numberAt(tree, i, words);
      if (!number) {
        i++;
        continue;
      }
      const figure = asFigure(doc, tree, i, number.end, number.value, words);
      if (figure) found.push(attach(figure, doc, claims, events, relations));
      i = number.end;
    }
  }
  return found.map((f, k) => ({ ...f, id: `f${k + 1}` }));
}

/** A number of one or several tokens: "2.5 million", "twenty-one", "three hundred thousand", "1,200". */
function numberAt(tree: Tree, i: number, words: FigureWords): { end: number; value: number } | undefined {
  let total = 0;
  let current = 0;
  let end = i;
  while (end < tree.tokens.length) {
    const t = tree.tokens[end];
    if (!t) break;
    const form = t.form.toLowerCase();
    if (
      form === '-' &&
      end > i &&
      words.numbers.has(tree.tokens[end + 1]?.form.toLowerCase() ?? '') &&
      tree.tokens[end + 1]?.upos === 'NUM'
    ) {
      end++;
      continue;
    }
    const digits = /^\d[\d,]*(\.\d+)?$/.test(form) ? Number(form.replaceAll(',', '')) : undefined;
    const word = words.numbers.get(form);
    if (digits !== undefined) {
      if (end > i && current > 0) break;
      current += digits;
    } else if (word !== undefined && (t.upos === 'NUM' || (end > i && word >= 100) || (word >= 1000 && t.upos === 'NOUN'))) {
      if (word >= 1000) {
        total += (current || 1) * word;
        current = 0;
      } else if (word === 100) current = (current || 1) * 100;
      else current += word;
    } else break;
    end++;
  }
  if (end === i) return undefined;
  while (tree.tokens[end - 1]?.form === '-') end--;
  return { end, value: total + current };
}

const CURRENCY: Readonly<Record<string, string>> = { $: 'USD', us$: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₩': 'KRW', '₹': 'INR' };

function asFigure(doc: Document, tree: Tree, start: number, end: number, value: number, words: FigureWords): Figure | undefined {
  const first = tree.tokens[start];
  const last = tree.tokens[end - 1];
  if (!first || !last || !Number.isFinite(value)) return undefined;
  if (doc.times.some((t) => t.span.start < last.end && t.span.end > first.start)) return undefined;
  // Part of a name or a code: "Air Base 8", "G20", "resolution 1718", "F - 16".
  if (
    tree.tokens[start - 1]?.form === '-' ||
    (tree.tokens[end]?.form === '-' && !/^(year|month|day|week)$/.test(tree.tokens[end + 1]?.form ?? ''))
  )
    return undefined;
  const mention = doc.mentionAt(tree.sentence.index, start);
  if (mention && mention.kind === 'name' && mention.tokens[1] - mention.tokens[0] > 1) return undefined;
  let unit = '';
  let spanStart = start;
  let spanEnd = end;
  const before = tree.tokens[start - 1]?.form.toLowerCase() ?? '';
  const after = tree.tokens[end];
  if (CURRENCY[before]) {
    unit = CURRENCY[before] ?? '';
    spanStart = start - 1;
  } else if (after && (after.form === '%' || /^(percent|per)$/i.test(after.form))) {
    unit = '%';
    spanEnd = /^per$/i.test(after.form) ? end + 2 : end + 1;
    // What it is a share of.
    const share = childrenBy(tree, spanEnd - 1, 'nmod').find((c) => c > end);
    if (share !== undefined) {
      const [, b] = phraseOf(tree, share);
      unit = `% of ${textOf(doc.article.text, tree, phraseOf(tree, share)[0], b)}`;
      spanEnd = b;
    }
  } else {
    const head = tree.tokens[end - 1]?.head ?? -1;
    const counted =
      head >= end && ['nummod', 'compound', 'nmod'].includes(baseRelation(relationAt(tree, end - 1)))
        ? head
        : (tree.tokens[start]?.head ?? -1) >= end
          ? (tree.tokens[start]?.head ?? -1)
          : -1;
    if (counted < 0 || counted - end > 4 || tree.tokens[counted]?.upos === 'PROPN' || tree.tokens[counted]?.upos === 'VERB')
      return undefined;
    unit = textOf(doc.article.text, tree, end, counted + 1);
    spanEnd = counted + 1;
    if (/^(time|day|year|month|week|hour|minute|side|side)s?$/i.test(unit) || /^(two|both) (leader|country|side)/i.test(unit))
      return undefined;
    // "the two leaders": a way of pointing, not a count.
    if (value <= 2 && childrenBy(tree, counted, 'det').some((d) => /^(the|both|these|those)$/i.test(tree.tokens[d]?.form ?? '')))
      return undefined;
    if (value === 1) return undefined;
    if (childrenBy(tree, counted, 'nmod:poss').length > 0 && value <= 2) return undefined;
  }
  const hedged = hedgeBefore(tree, spanStart, words);
  if (hedged) spanStart = hedged.start;
  return {
    id: '',
    span: { start: tree.tokens[spanStart]?.start ?? 0, end: tree.tokens[spanEnd - 1]?.end ?? last.end },
    value,
    unit,
    ...(hedged ? { hedge: hedged.hedge } : {}),
  };
}

function hedgeBefore(tree: Tree, start: number, words: FigureWords): { start: number; hedge: NonNullable<Figure['hedge']> } | undefined {
  for (const h of words.hedges) {
    const a = start - h.words.length;
    if (a >= 0 && h.words.every((w, k) => tree.tokens[a + k]?.form.toLowerCase() === w)) return { start: a, hedge: h.hedge };
  }
  return undefined;
}

/** What a figure belongs to: the event, relation or claim whose words surround it most closely. */
function attach(f: Figure, doc: Document, claims: readonly Claim[], events: readonly Event[], relations: readonly Relation[]): Figure {
  const sentence = doc.sentenceAt(f.span.start);
  const near = <
    T extends { readonly id: string; readonly evidence: readonly { readonly span: { readonly start: number; readonly end: number } }[] },
  >(
    items: readonly T[],
  ): T | undefined =>
    items.find((x) => x.evidence.some((e) => e.span.start <= f.span.start && f.span.end <= e.span.end)) ??
    items.find(
      (x) =>
        sentence &&
        x.evidence[0] &&
        x.evidence[0].span.start >= sentence.span.start &&
        x.evidence[0].span.end <= sentence.span.end &&
        Math.abs(x.evidence[0].span.start - f.span.start) < 120,
    );
  const event = near(events);
  const relation = near(relations);
  const claim = claims.find((c) => c.content.some((s) => s.start <= f.span.start && f.span.end <= s.end));
  const of = event ? { event: event.id } : relation ? { relation: relation.id } : claim ? { claim: claim.id } : undefined;
  return of ? { ...f, of } : f;
}
