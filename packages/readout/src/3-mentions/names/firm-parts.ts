/** Names of firms that nothing marks whole: what goes on behind a listed firm ("Sandvik Securities"), and a firm's first words where it acts. */
import { relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { sortShort } from '../short-sort.ts';
import { endOfLegal, isLegalForm, isLegalWord } from './legal-forms.ts';
import type { NameHit } from './name-hit.ts';

/** How sure a name is that its surroundings tell. */
const TOLD = 0.8;

const FIRMS: ReadonlySet<string> = new Set(['BUS', 'MNC']);

/** The hits of a sentence, each listed firm with the words in capitals behind it: the same by its legal form, or a firm of its own. */
export function withParts(tree: Tree, hits: NameHit[]): NameHit[] {
  let grown: NameHit[] | undefined;
  for (const h of hits) {
    if (h.readings.length === 0 || !h.readings.every((r) => r.entityKind === 'organisation' && FIRMS.has(r.sector ?? ''))) continue;
    const end = endOfPart(tree, h, hits);
    if (end === h.end) continue;
    let isSame = true;
    for (let i = h.end; i < end; i++) isSame &&= isLegalWord(tree.words, tree.tokens[i]?.form ?? '');
    grown ??= [];
    grown.push({ start: h.start, end, readings: isSame ? h.readings : [], label: 'ORG', probability: Math.max(h.probability, TOLD) });
  }
  return grown ? merged(hits, grown) : hits;
}

/** "Harbour Electric Co said" where nothing marks it, or not as a firm: the words in capitals that a legal form closes, from the last hit on. */
export function withLegal(tree: Tree, hits: NameHit[]): NameHit[] {
  let found: NameHit[] | undefined;
  for (let i = 0; i < tree.tokens.length; i++) {
    const fronted = frontedAt(tree, i, hits);
    if (fronted) found = [...(found ?? []), fronted];
    if (i === 0 || fronted || !isLegalForm(tree, i)) continue;
    const end = endOfLegal(tree, i);
    const marked = hits.find((h) => h.start <= i && i < h.end);
    const isOther = marked?.readings.length === 0 && marked.end <= end && (marked.label !== 'ORG' || marked.probability < SURE);
    const isCut = marked?.readings.length === 0 && marked.end < end;
    if (marked && !isOther && !isCut) continue;
    const start = ofPartners(
      tree,
      ofFirm(
        tree,
        marked && marked.start < i
          ? marked.start
          : startOfFirm(
              tree,
              i,
              hits.filter((h) => h !== marked),
            ),
        hits,
      ),
      hits,
    );
    // "Co-operation", "the Corp".
    if (start === i || tree.tokens[i + 1]?.form === '-' || isLoud(tree, start, i)) continue;
    const listed = hits.find((h) => h.start === start && h.end === i && h.readings.every((r) => NAMED.has(r.entityKind)));
    found ??= [];
    found.push({ start, end, readings: listed?.readings ?? [], label: 'ORG', probability: TOLD });
    i = end - 1;
  }
  return found ? merged(hits, found) : hits;
}

/** "OAO Harbour Oil" where nothing marks it: the words in capitals behind a legal form that names begin with. */
function frontedAt(tree: Tree, i: number, hits: readonly NameHit[]): NameHit | undefined {
  if (!tree.words['legal-fronts'].has(tree.tokens[i]?.form ?? '') || !isCapital(tree, i + 1) || isCapital(tree, i - 1)) return undefined;
  let end = i + 2;
  while (isCapital(tree, end) && tree.tokens[end - 1]?.spaceAfter) end++;
  if (hits.some((h) => h.start < end && i < h.end)) return undefined;
  return { start: i, end, readings: [], label: 'ORG', probability: TOLD };
}

/** "Novak & Sohn" before "KGaA", "Harbour Bank and Trust" before "Co": from the first partner on. */
function ofPartners(tree: Tree, start: number, hits: readonly NameHit[]): number {
  const and = tree.tokens[start - 1]?.form;
  const isTail = and === '&' || (and === 'and' && tree.words['behind-and-in-firms'].has((tree.tokens[start]?.form ?? '').toLowerCase()));
  if (!isTail || !isCapital(tree, start - 2)) return start;
  const before = hits.find((h) => h.start < start - 1 && start - 1 <= h.end);
  if (before) return before.end === start - 1 && mayBegin(before) ? before.start : start;
  let from = start - 2;
  while (from > 0 && goesBack(tree, from)) from--;
  return from;
}

/** "Harbour Tool Co of Canada Ltd": from the firm before "of" on. */
function ofFirm(tree: Tree, start: number, hits: readonly NameHit[]): number {
  if (tree.tokens[start - 1]?.form !== 'of') return start;
  const firm = hits.find((h) => h.end === start - 1 && isLegalForm(tree, h.end - 1));
  if (firm) return firm.start;
  if (!isLegalForm(tree, start - 2)) return start;
  const from = startOfFirm(tree, start - 2, hits);
  return from < start - 2 ? from : start;
}

/** What may bear a legal form. */
const NAMED = new Set(['organisation', 'outlet', 'news-agency']);

/** From what probability on a mark needs no help. */
const SURE = 0.5;

/** Where the words in capitals before a legal form begin; the place, the people or the surname in front of them is a part of the name ("Harbour Edison Co"). */
function startOfFirm(tree: Tree, i: number, hits: readonly NameHit[]): number {
  let start = behindBracket(tree, i, hits);
  for (;;) {
    const at = start;
    const before = hits.find((h) => h.start < at && at <= h.end);
    if (before) return before.end === start && tree.tokens[start - 1]?.spaceAfter && mayBegin(before) ? before.start : start;
    if (start === 0 || !goesBack(tree, start)) return start;
    start -= tree.tokens[start - 1]?.form === '-' ? 2 : 1;
  }
}

/** "Harbour Tool (Canada) Ltd": the bracket before a legal form holds the land of a branch, and what it belongs to goes on before it. */
function behindBracket(tree: Tree, i: number, hits: readonly NameHit[]): number {
  if (tree.tokens[i - 1]?.form !== ')') return i;
  let open = i - 2;
  while (open > i - 5 && isCapital(tree, open)) open--;
  const isLand = tree.tokens[open]?.form === '(' && hits.some((h) => h.start === open + 1 && h.end === i - 1 && h.label !== 'PER');
  return isLand && (isCapital(tree, open - 1) || hits.some((h) => h.end === open)) ? open : i;
}

const mayBegin = (h: NameHit): boolean => h.readings.every((r) => r.entityKind !== 'person' && r.entityKind !== 'body');

/** Whether the word before `i`, or before a hyphen there, belongs to the same name. */
function goesBack(tree: Tree, i: number): boolean {
  const before = tree.tokens[i - 1];
  // "Cementos del Golfo".
  if (tree.words['of-in-firm-names'].has(before?.form ?? '')) return isCapital(tree, i - 2);
  if (before?.form === '-' && !before.spaceAfter) return tree.tokens[i - 2]?.spaceAfter === false && isCapital(tree, i - 2);
  return before?.spaceAfter === true && isCapital(tree, i - 1);
}

/** Whether a name is written in capitals throughout, as headlines are. */
function isLoud(tree: Tree, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (/\p{Ll}/u.test(tree.tokens[i]?.form ?? '')) return false;
  return end - start > 1;
}

/** Where a name ends that a listed firm begins, with what only the model marks: at its last word for a firm or a part of one. */
function endOfPart(tree: Tree, h: NameHit, hits: readonly NameHit[]): number {
  let end = h.end;
  let i = h.end;
  // "Sandvik Co Chairman Novak": nothing goes on behind the legal form but another.
  const isOver = (): boolean => end > h.end && end === i && isLegalForm(tree, i - 1) && !isLegalForm(tree, i);
  for (; !isOver() && isCapital(tree, i) && tree.tokens[i - 1]?.spaceAfter; i++) {
    if (hits.some((x) => x !== h && x.start <= i && i < x.end && (x.readings.length > 0 || x.label === 'PER'))) return h.end;
    if (closes(tree, i)) end = i + 1;
  }
  // "Sandvik Finance Chairman Novak": nothing that a name ends on.
  return i > end && !isLegalForm(tree, end - 1) ? h.end : end;
}

/** "Clevedon said", "Clevedon's holders" of Clevedon Industries Inc where nothing marks it: the first words of firms that the text names, as subjects and owners. */
export function withUnmarked(tree: Tree, hits: NameHit[], fronts: ReadonlySet<string>): NameHit[] {
  let found: NameHit[] | undefined;
  for (let i = 0; i < tree.tokens.length; i++) {
    if (!isCapital(tree, i) || isJoined(tree, i) || !/^(nsubj|nmod:poss)/.test(relationAt(tree, i))) continue;
    let start = i;
    while (start > 0 && isCapital(tree, start - 1) && tree.tokens[start - 1]?.head === i && !isJoined(tree, start)) start--;
    if (isCapital(tree, i + 1) || /^(the|a|an)$/i.test(tree.tokens[start - 1]?.form ?? '')) continue;
    let words = tree.tokens[start]?.form ?? '';
    for (let k = start + 1; k <= i; k++) words = `${words} ${tree.tokens[k]?.form}`;
    if (!fronts.has(words) || hits.some((h) => h.start <= i && start < h.end)) continue;
    found ??= [];
    found.push({ start, end: i + 1, readings: [], label: 'ORG', probability: TOLD });
  }
  return found ? merged(hits, found) : hits;
}

/** Whether a word is a part of one with a hyphen. */
const isJoined = (tree: Tree, i: number): boolean => tree.tokens[i - 1]?.form === '-' || tree.tokens[i + 1]?.form === '-';

const merged = (hits: readonly NameHit[], more: readonly NameHit[]): NameHit[] =>
  sortShort([...hits.filter((h) => !more.some((g) => g.start < h.end && h.start < g.end)), ...more], (a, b) => a.start - b.start);

const isCapital = (tree: Tree, i: number): boolean => tree.tokens[i]?.upos === 'PROPN' && /^\p{Lu}/u.test(tree.tokens[i]?.form ?? '');

/** Whether a word closes the name of a firm or of a part of one. */
function closes({ words, tokens }: Tree, i: number): boolean {
  const word = (tokens[i]?.form ?? '').toLowerCase().replaceAll('.', '');
  return (
    isLegalWord(words, tokens[i]?.form ?? '') ||
    words['parts-of-firms'].has(word) ||
    words['firm-endings'].has(word) ||
    words['ends-of-firms'].has(word)
  );
}
