/** Societies that are called after their members and what they are for: "Mothers Against Mines", "Students for Freedom", "Friends of the Valley". */
import type { Tree } from '../../2-sentences/syntax.ts';
import { beginsInCapital, isHeadline } from '../lists/capitals.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import { sortShort } from '../short-sort.ts';
import type { NameHit } from './name-hit.ts';

/** How sure a name is that its surroundings tell. */
const TOLD = 0.8;

/** The hits of a sentence with such societies; the nouns of their members name no people any more. */
export function withSocieties(tree: Tree, hits: NameHit[], roles: RoleLexicon): NameHit[] {
  let found: NameHit[] | undefined;
  for (let i = 0; i + 2 < tree.tokens.length; i++) {
    const form = tree.tokens[i]?.form ?? '';
    if (!beginsInCapital(form) || !tree.words['members-in-names'].has(form.toLowerCase())) continue;
    const end = endOfAim(tree, hits, i);
    if (end === undefined || isHeadline(tree, SHORT)) continue;
    if (hits.some((h) => h.start < end && i < h.end && h.readings.length > 0)) continue;
    roles.hide(tree, i, end);
    found ??= [];
    found.push({ start: i, end, readings: [], label: 'ORG', probability: TOLD });
    i = end - 1;
  }
  if (!found) return hits;
  const all = found;
  return sortShort([...hits.filter((h) => !all.some((g) => g.start < h.end && h.start < g.end)), ...all], (a, b) => a.start - b.start);
}

/** Where what the society is for or against ends; undefined where no such words follow. */
function endOfAim(tree: Tree, hits: readonly NameHit[], i: number): number | undefined {
  const next = tree.tokens[i + 1]?.form ?? '';
  const isLoudWord = /^(Against|Without|For|United)$/.test(next);
  if (!isLoudWord && next !== 'for' && !(next === 'of' && tree.tokens[i]?.form === 'Friends')) return undefined;
  const the = tree.tokens[i + 2]?.form === 'the' ? 1 : 0;
  let end = endOfRun(tree, i + 2 + the);
  if (end === i + 2 + the) {
    // "Citizens United for Clean Water".
    if (next !== 'United' || tree.tokens[i + 2]?.form !== 'for') return undefined;
    end = endOfRun(tree, i + 3);
    return end > i + 3 ? end : undefined;
  }
  // "Lawyers for Novak", "Friends of Kenya": somebody's.
  const isOthers = !isLoudWord && hits.some((h) => h.start > i && h.start < end && (h.readings.length > 0 || h.label !== 'MISC'));
  return isOthers ? undefined : end;
}

/** The end of a run of words in capitals, with "and" between them. */
function endOfRun(tree: Tree, from: number): number {
  let end = from;
  for (;;) {
    if (isCapital(tree, end)) end++;
    else if (end > from && tree.tokens[end]?.form === 'and' && isCapital(tree, end + 1)) end += 2;
    else return end;
  }
}

const isCapital = (tree: Tree, i: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(tree.tokens[i]?.form ?? '') && /^(PROPN|NOUN|ADJ)$/.test(tree.tokens[i]?.upos ?? '');

/** Long words that a sentence may have and be hardly more than the name. */
const SHORT = 6;
