/** The unit of a number: money, percent of what, a counted noun with its modifiers, or the dead and injured that a verb counts. */
import { lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Currencies } from './currencies.ts';
import type { FoundNumber } from './numbers.ts';

/** What a number counts. */
export interface Unit {
  readonly unit: string;
  /** The token after the figure's words. */
  readonly end: number;
  /** The token that says what is counted; its place in the tree tells what the figure belongs to. */
  readonly head: number;
  /** A share or a number of members: of whom, when no event claims it. */
  readonly share: boolean;
}

const MODIFIER = /^(ADJ|NOUN|PROPN|VERB)$/;

const form = (tree: Tree, i: number): string => tree.tokens[i]?.form.toLowerCase() ?? '';
const words = (doc: Document, tree: Tree, start: number, end: number): string =>
  doc.article.text.slice(tree.tokens[start]?.start ?? 0, tree.tokens[end - 1]?.end ?? 0).replace(/\s+/g, ' ');

/** The unit of a number, the surest construction first; `symbol` is the token of a sign of money before it. Undefined where nothing is counted. */
export function unitOf(doc: Document, tree: Tree, n: FoundNumber, symbol: number | undefined, currencies: Currencies): Unit | undefined {
  if (symbol !== undefined) {
    return ofWhat(doc, tree, currencies.written(tree.tokens[symbol]?.form ?? ''), n.end + (form(tree, n.end) === 'm' ? 1 : 0), symbol);
  }
  return (
    percent(doc, tree, n) ??
    degrees(tree, n) ??
    money(doc, tree, n, currencies) ??
    hyphenated(tree, n) ??
    counted(doc, tree, n) ??
    casualties(tree, n)
  );
}

/** "in aid", "worth of weapons", "of debt" after a sum. */
function ofWhat(doc: Document, tree: Tree, unit: string, end: number, head: number): Unit {
  let i = end;
  if (form(tree, i) === 'worth') i++;
  const prep = form(tree, i);
  if (prep === 'in' || (prep === 'of' && tree.tokens[i + 1]?.upos !== 'DET')) {
    const [stop, noun] = groupEnd(tree, i + 1);
    if (
      noun !== undefined &&
      !tree.words['no-purpose'].has(lemmaAt(tree, noun)) &&
      tree.tokens[noun]?.upos === 'NOUN' &&
      !tree.words['no-count'].has(lemmaAt(tree, noun).toLowerCase()) &&
      !doc
        .timesWithin(tree.sentence.span)
        .some((t) => t.span.start >= (tree.tokens[i]?.start ?? 0) && t.span.start < (tree.tokens[stop - 1]?.end ?? 0))
    )
      return { unit: `${unit} ${words(doc, tree, i, stop)}`, end: stop, head, share: false };
  }
  return { unit, end, head, share: false };
}

function percent(doc: Document, tree: Tree, n: FoundNumber): Unit | undefined {
  const f = form(tree, n.end);
  let end = n.end + 1;
  if (f === 'per' && form(tree, end) === 'cent') end++;
  else if (f === 'percentage' && /^points?$/.test(form(tree, end)))
    return { unit: 'percentage points', end: end + 1, head: end, share: false };
  else if (f !== '%' && f !== 'percent' && f !== 'pc' && f !== 'pct') return undefined;
  const head = end - 1;
  if (form(tree, end) === 'of') {
    const [stop] = groupEnd(tree, end + 1);
    if (stop > end + 1)
      return {
        unit: `% of ${words(doc, tree, end + 1, stop).replace(/^(the|its|their|his|her|all|a|an|total|all the) (?=\S)/i, '')}`,
        end: stop,
        head,
        share: true,
      };
  }
  return { unit: '%', end, head, share: false };
}

/** "1,000 °C", "40 °F": the unit and the token after it; none for the degrees of a place or an angle. */
export function degreeScale(tree: Tree, i: number): { readonly unit: string; readonly end: number } | undefined {
  const written = /^[°º]([CF]?)$/.exec(tree.tokens[i]?.form ?? '');
  if (!written) return undefined;
  if (written[1]) return { unit: `°${written[1]}`, end: i + 1 };
  const next = tree.tokens[i + 1]?.form ?? '';
  // "C." where the end of a sentence was read as an abbreviation: its full stop is none of the figure's words.
  return /^[CF]\.?$/.test(next) ? { unit: `°${next.slice(0, 1)}`, end: i + (next.length > 1 ? 1 : 2) } : undefined;
}

function degrees(tree: Tree, n: FoundNumber): Unit | undefined {
  const scale = degreeScale(tree, n.end);
  return scale && { ...scale, head: n.end, share: false };
}

function money(doc: Document, tree: Tree, n: FoundNumber, currencies: Currencies): Unit | undefined {
  for (let i = n.end; i < n.end + 3; i++) {
    // "two trillion won": whatever the tagger makes of it, nobody won so many.
    const isWon = i === n.end && n.value >= 1000 && form(tree, i) === 'won';
    const lemma = lemmaAt(tree, i).toLowerCase();
    const front = tree.tokens
      .slice(n.end, i)
      .map((t) => t.form.toLowerCase())
      .join(' ');
    const currency = currencies.named(isWon ? 'won' : lemma, front);
    if (currency !== undefined && (isWon || /NN|FW|VB/.test(tree.tokens[i]?.xpos ?? '')))
      return ofWhat(doc, tree, currency || words(doc, tree, n.end, i + 1), i + 1, i);
    if (!MODIFIER.test(tree.tokens[i]?.upos ?? '')) return undefined;
  }
  return undefined;
}

function hyphenated(tree: Tree, n: FoundNumber): Unit | undefined {
  if (form(tree, n.end) !== '-' && form(tree, n.end) !== '–') return undefined;
  const i = n.end + 1;
  return tree.words['hyphen-units'].has(form(tree, i).toLowerCase())
    ? { unit: form(tree, i), end: i + 1, head: i, share: true }
    : undefined;
}

/** End of the noun group that begins at `i`, and its last noun. */
function groupEnd(tree: Tree, i: number): [number, number | undefined] {
  let k = i;
  let noun: number | undefined;
  let stop = i;
  for (; k < tree.tokens.length && k < i + 8; k++) {
    const t = tree.tokens[k];
    if (!t) break;
    const tag = t.upos;
    if (tag === 'NOUN' || tag === 'PROPN') {
      noun = k;
      stop = k + 1;
    } else if (tag === 'DET' && k === i) continue;
    else if (t.xpos === 'PRP$' && k === i) continue;
    else if (
      tag === 'ADJ' ||
      tag === 'NUM' ||
      (t.form === '-' && t.spaceAfter === false) ||
      t.xpos === 'POS' ||
      (tag === 'VERB' && /^(amod|compound)/.test(t.deprel))
    )
      continue;
    else if ((t.form === 'and' || t.form === ',') && tree.tokens[k - 1]?.upos === 'ADJ' && tree.tokens[k + 1]?.upos === 'ADJ') continue;
    else break;
  }
  return [stop, noun];
}

function counted(doc: Document, tree: Tree, n: FoundNumber): Unit | undefined {
  let from = n.end;
  const partitive = form(tree, from) === 'of' && /^(the|these|those|its|their|his|her)$/.test(form(tree, from + 1));
  if (partitive) from += 2;
  if (/^(more|other|further|additional|of|such)$/.test(form(tree, from)) && !partitive && form(tree, from) !== 'of') from++;
  if (form(tree, from) === '-' || form(tree, from) === '–') return undefined;
  const [end, noun] = groupEnd(tree, from);
  if (noun === undefined) {
    return /^others$/.test(form(tree, n.end)) ? { unit: 'others', end: n.end + 1, head: n.end, share: false } : undefined;
  }
  const lemma = lemmaAt(tree, noun).toLowerCase();
  const head = tree.tokens[noun];
  if (!head || tree.words['no-count'].has(lemma.toLowerCase())) return undefined;
  if (head.upos === 'PROPN' && !/S$/.test(head.xpos)) return undefined;
  const singular = head.xpos === 'NN' && !tree.words['counts-unmarked'].has(lemma);
  if (n.value === 1 || n.value === 0) return undefined;
  // "Boeing 777 planes", "the larger 777 planes": an airliner's model.
  if (/^7\d7$/.test(tree.tokens[n.start]?.form ?? '') && tree.words.airliners.has(lemma)) return undefined;
  // "12-year prison term" and "2 million barrel": a singular noun is counted only as a measure.
  if (singular) return undefined;
  const article = form(tree, n.start - 1);
  if (
    !partitive &&
    n.value <= 4 &&
    /^(the|both|these|those|all|our|their|his|her|its|last|first|next|past|other|my|your)$/.test(article) &&
    (n.value <= 3 || tree.words['pointed-at'].has(lemma)) &&
    (tree.words['pointed-at'].has(lemma) || n.value <= 2)
  )
    return undefined;
  if (
    !partitive &&
    tree.words['pointed-at'].has(lemma) &&
    n.value <= 3 &&
    from === n.end &&
    noun === n.end &&
    /^(|all)$/.test(article) &&
    n.start === 0
  )
    return undefined;
  let stop = end;
  // "1.2 million barrels per day".
  if (/^(per|a)$/.test(form(tree, stop)) && tree.words.per.has(form(tree, stop + 1))) stop += 2;
  return {
    unit: words(doc, tree, from, stop),
    end: stop,
    head: noun,
    share: tree.words.members.has(lemma),
  };
}

/** "killing 12", "12 were injured", "30 dead": the count has no noun of its own. */
function casualties(tree: Tree, n: FoundNumber): Unit | undefined {
  if (n.value <= 1) return undefined;
  const next = form(tree, n.end);
  if (tree.words.casualties.has(next)) return { unit: next, end: n.end + 1, head: n.end, share: false };
  for (const t of [n.end - 1, n.start]) {
    const up = tree.tokens[t]?.head ?? -1;
    const verb = lemmaAt(tree, up).toLowerCase();
    const relation = tree.tokens[t]?.deprel ?? '';
    if (
      up >= 0 &&
      tree.tokens[up]?.upos === 'VERB' &&
      tree.words['harms-persons'].has(verb) &&
      /^(obj|nsubj:pass|nsubj)$/.test(relation) &&
      (relation !== 'nsubj' || tree.words.dies.has(verb))
    )
      return { unit: tree.words.dies.has(verb) ? 'dead' : participle(verb), end: n.end, head: t, share: false };
  }
  return undefined;
}

const participle = (verb: string): string =>
  verb === 'hurt' ? 'hurt' : verb === 'kidnap' ? 'kidnapped' : verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
