/**
 * Quantities with their unit and what they are of: "21 economies", "around 60% of global GDP", "$300 million in aid", "at least 12 people".
 * Times, ages, scores, ordinals, codes and names with numbers ("Air Base 8", "F-16", "Resolution 1718") are none.
 */
import type { Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Claim, Event, Figure, Relation, TimeExpression } from '../model/index.ts';
import { attacher, type Placed } from './attach.ts';
import { type FigureWords, type FoundNumber, hedgeAfter, hedgeBefore, isCurrency, numberAt } from './numbers.ts';
import { degreeScale, type Unit, unitOf } from './units.ts';

/** The numbers of a text with unit, hedge and what each is of, in the order of the text; the claims, events and relations are those of the text, for what a number belongs to. */
export function findFigures(
  doc: Document,
  claims: readonly Claim[],
  events: readonly Event[],
  relations: readonly Relation[],
  words: FigureWords,
): Figure[] {
  const found: Placed[] = [];
  for (const tree of doc.trees) {
    let times: readonly TimeExpression[] | undefined;
    for (let i = 0; i < tree.tokens.length; ) {
      const t = tree.tokens[i];
      const number = t && mayStart(t.form, words) ? numberAt(tree, i, words) : undefined;
      if (!number) {
        i++;
        continue;
      }
      times ??= doc.timesWithin(tree.sentence.span);
      const read = figuresAt(doc, tree, number, times, words);
      found.push(...read.figures);
      i = Math.max(read.end, number.end);
    }
  }
  if (found.length === 0) return [];
  const attach = attacher(doc, claims, events, relations);
  return found.map((p, k) => ({ ...attach(p), id: `f${k + 1}` }));
}

/** A quick look that spares the reading of every word. */
const mayStart = (form: string, words: FigureWords): boolean => {
  const c = form.charCodeAt(0);
  return c >= 48 && c <= 57 ? true : form.length < 10 && (words.numbers.has(form.toLowerCase()) || /^half$/i.test(form));
};

function figuresAt(
  doc: Document,
  tree: Tree,
  number: FoundNumber,
  times: readonly TimeExpression[],
  words: FigureWords,
): { figures: Placed[]; end: number } {
  const nothing = { figures: [], end: number.end };
  if (isNone(doc, tree, number, times, words)) return nothing;
  // "10,000 to 12,000 troops", "between 2 and 3 percent", "2-3 percent": two figures, the lower and the upper bound.
  const joint = tree.tokens[number.end]?.form.toLowerCase() ?? '';
  const between = tree.tokens[number.start - 1]?.form.toLowerCase() === 'between';
  if (joint === 'to' || joint === '-' || joint === '–' || (joint === 'and' && between)) {
    const money = isCurrency(tree, words, number.end + 1) ? number.end + 2 : number.end + 1;
    const upper = numberAt(tree, money, words);
    if (upper && !isNone(doc, tree, { ...upper, start: number.start }, times, words)) {
      const unit = unitOf(
        doc,
        tree,
        upper,
        isCurrency(tree, words, upper.start - 1)
          ? upper.start - 1
          : isCurrency(tree, words, number.start - 1)
            ? number.start - 1
            : undefined,
        words.currencies,
      );
      const scaled =
        upper.value >= 1e6 && number.value < 1000 && upper.end - upper.start > 1
          ? number.value * scaleOf(upper, tree, words)
          : number.value;
      if (!unit || scaled >= upper.value) return { figures: [], end: upper.end };
      const lowStart = (isCurrency(tree, words, number.start - 1) ? number.start - 1 : number.start) - (between ? 1 : 0);
      const low = placed(tree, lowStart, number.end, scaled, unit, 'at-least');
      const high = placed(tree, money === number.end + 2 ? number.end + 1 : upper.start, unit.end, upper.value, unit, 'up-to');
      return { figures: [low, high], end: unit.end };
    }
    if (upper && joint !== 'to') return { figures: [], end: upper.end };
  }
  const symbol = isCurrency(tree, words, number.start - 1) ? number.start - 1 : undefined;
  const unit = unitOf(doc, tree, number, symbol, words.currencies);
  if (!unit) return nothing;
  const from = symbol ?? number.start;
  // "about a dozen": the article belongs to the number.
  const article = /^an?$/i.test(tree.tokens[from - 1]?.form ?? '') && !/^\d/.test(tree.tokens[number.start]?.form ?? '');
  const before = (article ? hedgeBefore(tree, from - 1, words) : undefined) ?? hedgeBefore(tree, from, words);
  const after = before ? undefined : hedgeAfter(tree, number.end);
  const figure = placed(
    tree,
    before?.start ?? from,
    Math.max(unit.end, after?.end ?? 0),
    number.value,
    unit,
    before?.hedge ?? after?.hedge,
  );
  return { figures: [figure], end: Math.max(unit.end, number.end) };
}

function placed(tree: Tree, start: number, end: number, value: number, unit: Unit, hedge: Figure['hedge']): Placed {
  return {
    figure: {
      id: '',
      span: { start: tree.tokens[start]?.start ?? 0, end: tree.tokens[end - 1]?.end ?? 0 },
      value,
      unit: unit.unit,
      ...(hedge ? { hedge } : {}),
    },
    tree,
    token: unit.head,
    share: unit.share,
  };
}

/** The scale word of "2 to 3 million" belongs to both. */
function scaleOf(upper: FoundNumber, tree: Tree, words: FigureWords): number {
  return words.numbers.get(tree.tokens[upper.end - 1]?.form.toLowerCase() ?? '') ?? 1;
}

function isNone(doc: Document, tree: Tree, n: FoundNumber, times: readonly TimeExpression[], words: FigureWords): boolean {
  const first = tree.tokens[n.start];
  const last = tree.tokens[n.end - 1];
  if (!first || !last || !Number.isFinite(n.value) || n.round) return true;
  if (times.some((t) => t.span.start < last.end && t.span.end > first.start)) return true;
  const before = tree.tokens[n.start - 1];
  const form = before?.form ?? '';
  // Codes and names: "F-16", "Air Base 8", "Resolution 1718", "G 20", "#7", "10:30", "3/4".
  if (/^[-–#/:]$/.test(form) && before?.spaceAfter === false) return true;
  if (/^[/:]$/.test(tree.tokens[n.end]?.form ?? '')) return true;
  if (
    tree.words.numbered.has(form.toLowerCase()) ||
    isListed(tree, n.start) ||
    (form === '.' && /^no$/i.test(tree.tokens[n.start - 2]?.form ?? ''))
  )
    return true;
  if (
    /^\d/.test(first.form) &&
    /[A-Z]/.test(form) &&
    (before?.upos === 'PROPN' || /^[a-z]/.test(form)) &&
    !isCurrency(tree, words, n.start - 1)
  )
    return true;
  const mention = doc.mentionAt(tree.sentence.index, n.start);
  if (mention && mention.kind === 'name' && mention.tokens[1] - mention.tokens[0] > n.end - n.start) return true;
  // "Group of Seven", "the Big Five".
  if (/^[A-Z]/.test(first.form) && n.start > 0 && !/^["“‘'(:]$/.test(form)) return true;
  // "one in three visits" is a share, "17°5′ N" a place, "several hundred people" no count.
  if (/^in$/i.test(form) && /^(one|1|two|2)$/i.test(tree.tokens[n.start - 2]?.form ?? '')) return true;
  if (/^(several|few|many|some)$/i.test(form) && /^(hundred|thousand|million|billion|dozen)$/i.test(first.form)) return true;
  if (/^[°º]/.test(tree.tokens[n.end]?.form ?? '') && !degreeScale(tree, n.end)) return true;
  // A year or an age: "2008 war", "aged 34".
  if (/^(1[5-9]|20)\d\d$/.test(first.form) && n.end === n.start + 1 && !isCurrency(tree, words, n.start - 1)) {
    const plural = /^NN(P?)S$/.test(tree.tokens[n.end]?.xpos ?? '');
    if (!plural || /^(the|in|of|since|by|until|this|that|his|her|its|their|'s|from|during|after|before|and)$/i.test(form)) return true;
  }
  return false;
}

/** A later number of a list of numbered things: "Articles 5, 6 and 7". */
function isListed(tree: Tree, start: number): boolean {
  let k = start - 1;
  while (k > 0 && /^(\d+|,|and|or|&)$/.test(tree.tokens[k]?.form ?? '')) k--;
  return k < start - 2 && /^\d+$/.test(tree.tokens[k + 1]?.form ?? '') && tree.words.numbered.has(tree.tokens[k]?.form.toLowerCase() ?? '');
}
