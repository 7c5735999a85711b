/**
 * A sentence read from left to right: which mention stands where, the noun group around a trigger, coordinated parties after or before a
 * point. The order of words holds where the tree of a long coordination does not.
 */
import { lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention } from '../model/index.ts';

/** A sentence as a row of tokens with the mentions that begin, end and lie over each. */
export interface Line {
  readonly doc: Document;
  readonly tree: Tree;
  /** The longest mention that begins and ends (last token) at each token. */
  readonly begins: readonly (Mention | undefined)[];
  readonly ends: readonly (Mention | undefined)[];
  /** The shortest name, adjective or pronoun over each token. */
  readonly covers: readonly (Mention | undefined)[];
}

const size = (m: Mention): number => m.tokens[1] - m.tokens[0];

/** The line of a tree; of mentions that share a token the longest counts. */
export function readLine(doc: Document, tree: Tree): Line {
  const begins: (Mention | undefined)[] = tree.tokens.map(() => undefined);
  const ends: (Mention | undefined)[] = [...begins];
  const covers: (Mention | undefined)[] = [...begins];
  for (const m of doc.mentionsIn(tree.sentence.index)) {
    const [a, b] = m.tokens;
    const first = begins[a];
    if (!first || size(first) < size(m)) begins[a] = m;
    const last = ends[b - 1];
    if (!last || size(last) < size(m)) ends[b - 1] = m;
    if (m.kind === 'nominal') continue;
    for (let i = a; i < b; i++) {
      const have = covers[i];
      if (!have || size(m) < size(have)) covers[i] = m;
    }
  }
  return { doc, tree, begins, ends, covers };
}

const form = (line: Line, i: number): string => line.tree.tokens[i]?.form.toLowerCase() ?? '';
const upos = (line: Line, i: number): string => line.tree.tokens[i]?.upos ?? '';
const isNounTag = (tag: string): boolean => tag === 'NOUN' || tag === 'PROPN';
const isHyphen = (f: string): boolean => f === '-' || f === '–' || f === '—' || f === '‑' || f === '/';
const isQuote = (f: string): boolean => /^["“”'‘’]+$/.test(f);
const isPossessiveMark = (line: Line, i: number): boolean => line.tree.tokens[i]?.xpos === 'POS';

/** The words before a noun that belong to it. */
export interface NounGroup {
  readonly start: number;
  /** Mention in the genitive, or of the possessive pronoun. */
  readonly owner?: Mention;
  /** Mentions among the modifiers ("US-South Korea alliance"), in text order. */
  readonly modifiers: readonly Mention[];
  readonly article?: 'definite' | 'indefinite' | 'none';
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both', 'its', 'their', 'his', 'her', 'our']);

/** The noun group that ends at token `i`, read leftwards over modifiers to article, possessor or anything else. */
export function nounGroup(line: Line, i: number): NounGroup {
  const modifiers: Mention[] = [];
  let k = i - 1;
  while (k >= 0) {
    const f = form(line, k);
    const tag = upos(line, k);
    if (isPossessiveMark(line, k)) {
      const owner = line.ends[k - 1] ?? line.covers[k - 1];
      return { start: owner ? owner.tokens[0] : k, ...(owner ? { owner } : {}), modifiers, article: 'definite' };
    }
    if (line.tree.tokens[k]?.xpos === 'PRP$' || line.tree.tokens[k]?.xpos === 'WP$') {
      const owner = joinedBefore(line, k) ?? line.covers[k];
      return { start: k, ...(owner ? { owner } : {}), modifiers, article: 'definite' };
    }
    if (f === 'no') return { start: k, modifiers, article: 'none' };
    if (tag === 'DET')
      return { start: k, modifiers, article: DEFINITE.has(f) ? 'definite' : f === 'a' || f === 'an' ? 'indefinite' : 'definite' };
    const covering = line.covers[k];
    if (covering) {
      if (covering.kind === 'pronoun') break;
      modifiers.unshift(covering);
      k = covering.tokens[0] - 1;
      continue;
    }
    if (isHyphen(f) || isQuote(f)) {
      k--;
      continue;
    }
    if (tag === 'ADJ' || tag === 'NOUN' || tag === 'NUM' || (tag === 'PROPN' && /^[A-Z]?[a-z-]+$/.test(line.tree.tokens[k]?.form ?? ''))) {
      k--;
      continue;
    }
    if (tag === 'ADV' && (upos(line, k + 1) === 'ADJ' || upos(line, k + 1) === 'VERB' || isHyphen(form(line, k + 1)))) {
      k--;
      continue;
    }
    if (tag === 'VERB' && /^(amod|compound)/.test(line.tree.tokens[k]?.deprel ?? '')) {
      k--;
      continue;
    }
    // "diplomatic and economic backer", "closest, oldest ally": only between modifiers.
    if ((f === 'and' || f === 'or' || f === ',') && k > 0 && upos(line, k - 1) === 'ADJ' && !line.covers[k - 1] && k + 1 < i) {
      k--;
      continue;
    }
    break;
  }
  // A quotation mark or a hyphen at the edge is not part of the group.
  let start = k + 1;
  while (start < i && (isQuote(form(line, start)) || isHyphen(form(line, start)))) start++;
  return { start, modifiers };
}

/** "Iran and its ally", "Iran — along with its ally": the name right before, sooner than a pronoun's farther antecedent. */
function joinedBefore(line: Line, pronoun: number): Mention | undefined {
  if (!/^(its|their)$/.test(form(line, pronoun))) return undefined;
  let i = pronoun - 1;
  while (i >= 0 && i > pronoun - 6 && /^(and|along|together|with|as|well|,|–|—|-)$/.test(form(line, i))) i--;
  const m = i < pronoun - 1 ? line.ends[i] : undefined;
  return m && /^(and|with|as)$/.test(form(line, pronoun - 1)) && m.kind !== 'demonym' && m.kind !== 'pronoun' ? m : undefined;
}

/** Whether a mention is a party where it stands, not a modifier or possessor of something else. */
function standsAlone(line: Line, m: Mention): boolean {
  const next = m.tokens[1];
  if (isPossessiveMark(line, next)) return false;
  if (isHyphen(form(line, next)) && line.tree.tokens[next - 1]?.spaceAfter === false) return false;
  return !(isNounTag(upos(line, next)) && !line.begins[next]) && m.kind !== 'demonym';
}

/** Coordinated parties that begin at token `k`: "the United States, Japan and South Korea". `end` is the token after the last. */
export function partiesAfter(line: Line, k: number): { readonly mentions: readonly Mention[]; readonly end: number } {
  const mentions: Mention[] = [];
  let i = k;
  let end = k;
  for (;;) {
    let steps = 0;
    while (
      steps < 5 &&
      !startsParty(line, i) &&
      /^(DET|ADJ|NUM|PUNCT|ADV|NOUN|PROPN)$/.test(upos(line, i)) &&
      !/^[,;:.()]$/.test(form(line, i))
    ) {
      // "its neighbour Chad", "long-time rival India": words in front of a name.
      if (upos(line, i) === 'PUNCT' && !isHyphen(form(line, i)) && !isQuote(form(line, i))) break;
      i++;
      steps++;
    }
    let m = startsParty(line, i);
    if (m?.kind === 'demonym' && isNounTag(upos(line, m.tokens[1])) && !line.begins[m.tokens[1]]) m = undefined;
    // "the two sides' territory": the longest mention may itself be a possessor.
    if (!m || !standsAlone(line, m)) break;
    mentions.push(m);
    end = m.tokens[1];
    i = end;
    if (form(line, i) === '(') {
      const close = line.tree.tokens.findIndex((t, n) => n > i && t.form === ')');
      if (close > 0 && close - i <= 4) i = close + 1;
    }
    if (form(line, i) === ',' && (/^(and|or)$/.test(form(line, i + 1)) || startsParty(line, i + 1))) i++;
    else if (!/^(and|or|&)$/.test(form(line, i))) {
      if (form(line, i) === 'as' && form(line, i + 1) === 'well' && form(line, i + 2) === 'as') i += 3;
      else break;
      continue;
    }
    if (/^(and|or|&)$/.test(form(line, i))) i++;
  }
  return { mentions, end };
}

/** The mention that begins here, or the name inside a longer one that points past a possessor. */
function startsParty(line: Line, i: number): Mention | undefined {
  const m = line.begins[i];
  if (!m) return undefined;
  return m;
}

/** Coordinated parties that end just before token `k`. */
export function partiesBefore(line: Line, k: number): readonly Mention[] {
  const mentions: Mention[] = [];
  let i = k - 1;
  for (;;) {
    const m = line.ends[i];
    if (!m || m.kind === 'demonym') break;
    mentions.unshift(m);
    i = m.tokens[0] - 1;
    while (upos(line, i) === 'DET') i--;
    if (form(line, i) === 'and') i--;
    else if (form(line, i) === ',' && mentions.length >= 2 && line.ends[i - 1]) i--;
    else break;
    if (form(line, i) === ',') i--;
  }
  return mentions;
}

/** "X is (not) [long] …" just before token `start`: the copula and who stands before it; `undefined` where there is none. */
export function subjectBefore(
  line: Line,
  start: number,
): { readonly mentions: readonly Mention[]; readonly verb: number; readonly negated: boolean } | undefined {
  let i = start - 1;
  let negated = false;
  let verb = -1;
  for (let steps = 0; i >= 0 && steps < 7; steps++, i--) {
    const tag = upos(line, i);
    const f = form(line, i);
    if (/^(not|n't|never|neither)$/.test(f)) negated = true;
    else if ((tag === 'AUX' || tag === 'VERB') && line.tree.words.copulas.has(lemmaAt(line.tree, i))) verb = verb < 0 ? i : verb;
    else if (tag === 'AUX' && verb >= 0) continue;
    else if (tag === 'ADV' || (tag === 'PART' && f !== "'s")) continue;
    else break;
  }
  if (verb < 0) return undefined;
  return { mentions: antecedents(line, i, verb) ?? partiesBefore(line, i + 1), verb, negated };
}

/** "Poland and Lithuania, which are": whom the relative pronoun at `i` means, all of them where its verb is plural. */
function antecedents(line: Line, i: number, verb: number): readonly Mention[] | undefined {
  if (!/^(which|who|that)$/.test(form(line, i))) return undefined;
  let k = i;
  if (form(line, k - 1) === ',') k--;
  const run = partiesBefore(line, k);
  if (run.length === 0) return undefined;
  const plural = /^(are|were|remain|have|become)$/.test(form(line, verb));
  return plural ? run : run.slice(-1);
}
