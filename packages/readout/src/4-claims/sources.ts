/** The words of a source: its noun phrase with title, name, appositions and relative clauses, and the comma that closes them. */
import { yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, baseRelation, caseOf, childrenBy, hasChild, relationAt, spanOf, type Tree } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';

/** What hangs on a noun without being part of its phrase. */
const OUTSIDE = new Set([
  'parataxis',
  'case',
  'mark',
  'cop',
  'nsubj',
  'csubj',
  'advcl',
  'aux',
  'dep',
  'list',
  'discourse',
  'vocative',
  'expl',
  'obj',
  'ccomp',
  'xcomp',
  'obl',
]);
/** The span of the phrase at `head`, without the clause that holds token `cue`. */
export function sourceSpan(tree: Tree, head: number, cue = -1): Span {
  const [start, end] = sourceRange(tree, head, cue);
  return spanOf(tree, start, end);
}

function sourceRange(tree: Tree, head: number, cue: number): [number, number] {
  let start = head;
  let end = head + 1;
  for (const c of tree.children[head] ?? []) {
    const r = relationAt(tree, c);
    const base = baseRelation(r);
    if (OUTSIDE.has(base) || base === 'punct' || base === 'cc') continue;
    const comma = tree.tokens[c - 1]?.form === ',' || opensWithComma(tree, c);
    // "Novak, speaking in Lima, said": the participle tells when, not who.
    if (base === 'acl' && r !== 'acl:relcl' && comma) continue;
    if (base === 'nmod' && c > head && tree.words['days-and-months'].has(tree.tokens[c]?.form.toLowerCase() ?? '')) continue;
    if (base === 'advmod' && c > head) continue;
    const [a, b] = base === 'conj' ? conjRange(tree, c, cue) : yieldOf(tree, c);
    if (cue >= a && cue < b) continue;
    start = Math.min(start, a);
    end = Math.max(end, b);
  }
  while (
    start < head &&
    ['ADP', 'SCONJ', 'CCONJ', 'PUNCT'].includes(tree.tokens[start]?.upos ?? '') &&
    !/^[“"‘'(]$/.test(tree.tokens[start]?.form ?? '')
  )
    start++;
  // The rest of a name between phrase and cue, which the parse hung elsewhere.
  if (cue > end && cue - end <= 4) {
    let k = end;
    while (k < cue && tree.tokens[k]?.upos === 'PROPN' && !tree.words['days-and-months'].has(tree.tokens[k]?.form.toLowerCase() ?? '')) k++;
    if (k > end && k >= firstOfCue(tree, cue)) end = k;
  }
  while (end > head + 1 && /^[,;:–—-]$/.test(tree.tokens[end - 1]?.form ?? '')) end--;
  // A comma that opened an apposition or a relative clause is closed by the one after it.
  const commas = tree.tokens.slice(start, end).filter((t) => t.form === ',').length;
  if (commas > 0 && tree.tokens[end]?.form === ',' && cue > end) end++;
  return [start, end];
}

function conjRange(tree: Tree, c: number, cue: number): [number, number] {
  const [a, b] = sourceRange(tree, c, cue);
  return [Math.min(a, ...childrenBy(tree, c, 'cc')), b];
}

function firstOfCue(tree: Tree, cue: number): number {
  let k = cue;
  while (k > 0 && tree.tokens[k - 1]?.head === cue && ['AUX', 'ADV', 'PART'].includes(tree.tokens[k - 1]?.upos ?? '')) k--;
  return k;
}

function opensWithComma(tree: Tree, c: number): boolean {
  const [a] = yieldOf(tree, c);
  return tree.tokens[a - 1]?.form === ',' || tree.tokens[a]?.form === ',';
}

/** Words that stand for nobody: the dummy subjects of "it was announced that" and "there is". */
export function isDummy(tree: Tree, i: number): boolean {
  if (baseAt(tree, i) === 'expl') return true;
  const form = tree.tokens[i]?.form.toLowerCase();
  if (form === 'there') return true;
  if (form !== 'it') return false;
  const up = tree.tokens[i]?.head ?? -1;
  return hasChild(tree, up, 'csubj') || (relationAt(tree, i) === 'nsubj:pass' && hasChild(tree, up, 'ccomp')) || caseOf(tree, i) !== '';
}
