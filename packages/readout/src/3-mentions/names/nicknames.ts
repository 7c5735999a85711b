/** Names with something in brackets or quotation marks in their midst: Jose "Pepe" Quispe, Istvan (Pista) Bakos, "Prime Minister (Tomas) Varga". */

import { plainForm } from '../../2-sentences/features.ts';
import { mapped } from '../../2-sentences/mapped.ts';
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import type { Reading } from '../lists/gazetteer.ts';
import type { NameHit } from './name-hit.ts';

const OPEN = /^(\(|"|“|‘|``|'|'')$/;
const CLOSE = /^(\)|"|”|’|''|')$/;
/** How many words may stand between the marks, and how many of a name on either side of them. */
const INSIDE = 3;
const BESIDE = 3;

/** The names of a sentence, those that brackets or marks had cut made whole. */
export function withNicknames(desk: Desk, tree: Tree, hits: NameHit[]): NameHit[] {
  let all = hits;
  for (let open = 0; open < tree.tokens.length - 2; open++) {
    const form = tree.tokens[open]?.form ?? '';
    if (form.length > 2 || !OPEN.test(form)) continue;
    const whole = nameAround(desk, tree, open, all);
    if (!whole) continue;
    const before = all.filter((h) => h.start < whole.start && h.end <= whole.start);
    all = [...before, whole, ...all.filter((h) => h.start >= whole.end)];
  }
  return all;
}

function nameAround(desk: Desk, tree: Tree, open: number, hits: readonly NameHit[]): NameHit | undefined {
  const forms = mapped(tree.tokens, (t) => plainForm(t.form));
  const close = closing(forms, open);
  if (close < 0) return undefined;
  const listed = listedAround(desk, forms, open, close);
  if (listed) return { start: listed.start, end: listed.end, readings: listed.readings, label: 'PER', probability: 1 };
  // Strangers: a given name before the marks, and behind them one name.
  const isName = (i: number): boolean => tree.tokens[i]?.upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(forms[i] ?? '');
  if (!desk.genders.has(forms[open - 1] ?? '') || isName(open - 2) || !isName(close + 1)) return undefined;
  const inside = forms.slice(open + 1, close);
  if (forms[open] === '(' && (inside.length > 2 || desk.gazetteer.match(inside, 0) !== undefined)) return undefined;
  if (!inside.every((w) => /^\p{Lu}\p{Ll}/u.test(w)) || hits.some((h) => h.label !== 'PER' && h.start <= close + 1 && close + 1 < h.end))
    return undefined;
  const surname = hits.find((h) => h.start <= close + 1 && close + 1 < h.end);
  return { start: open - 1, end: surname?.end ?? close + 2, readings: [], label: 'PER', probability: 0.9 };
}

/** Where the marks that open at a token close again; -1 where they do not. */
function closing(forms: readonly string[], open: number): number {
  for (let i = open + 2; i <= open + 1 + INSIDE; i++)
    if (CLOSE.test(forms[i] ?? '') && (forms[open] === '(') === (forms[i] === ')')) return i;
  return -1;
}

/** Somebody listed whose full name the words are, with those between the marks or without them. */
function listedAround(
  desk: Desk,
  forms: readonly string[],
  open: number,
  close: number,
): { readonly start: number; readonly end: number; readonly readings: readonly Reading[] } | undefined {
  const behind = forms.slice(close + 1, close + 1 + BESIDE);
  for (const between of [[], forms.slice(open + 1, close)]) {
    for (let start = Math.max(0, open - BESIDE); start <= open; start++) {
      const before = forms.slice(start, open);
      const words = [...before, ...between, ...behind];
      const hit = desk.gazetteer.match(words, 0);
      const readings = hit?.readings.filter((r) => r.kind === 'full-name') ?? [];
      // Whole on one side of the marks, it needs none of what is beyond them.
      const last = (hit?.end ?? 0) - before.length - between.length;
      if (!hit || readings.length === 0 || last < 0 || (before.length === 0 && between.length === 0)) continue;
      if (last === 0 && (between.length === 0 || before.length === 0)) continue;
      // "William (Bill) Varga": the given name before belongs to it all the same.
      const first = before.length > 0 ? start : desk.genders.has(forms[open - 1] ?? '') ? open - 1 : open;
      return { start: first, end: last === 0 ? close + 1 : close + 1 + last, readings };
    }
  }
  return undefined;
}
