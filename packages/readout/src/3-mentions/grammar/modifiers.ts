/** Whose a noun is before drafts of phrases exist: the state that the words in front of it, or behind its "of", name. */
import { baseRelation, caseOf, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk, Draft } from '../draft.ts';
import { beginsInCapital } from '../lists/capitals.ts';
import { isMadeIn, isPost } from './posts.ts';

/** The state that modifiers name before drafts exist: an adjective, a state or capital in front, in the genitive, or after "of"; `end`: where its own words end. */
export function stateOfModifiers(desk: Desk, tree: Tree, head: number, end = head + 1): string | undefined {
  let forms: string[] | undefined;
  const named = (c: number): string | undefined => {
    const draft = draftOver(desk, tree, c);
    const state = draft?.state ?? (draft?.entities.length === 1 ? desk.entities.get(draft.entities[0] ?? '')?.state : undefined);
    if (state) return state;
    forms ??= tree.tokens.map((t) => t.form);
    for (let i = Math.max(0, c - 2); i <= c; i++) {
      const m = desk.gazetteer.match(forms, i);
      if (m && m.end === c + 1) {
        // "The National Council" is no paper's.
        const owners = m.readings.filter((x) => x.context.length === 0 && x.entityKind !== 'outlet' && x.entityKind !== 'news-agency');
        const states = new Set(owners.map((x) => x.state));
        const [only] = [...states];
        if (states.size === 1 && only) return only;
      }
    }
    return undefined;
  };
  // The "Air" of "Air Force" is no place in Niger.
  const words = desk.roles.at(tree, head)?.start ?? head;
  for (const c of tree.children[head] ?? []) {
    const r = relationAt(tree, c);
    if (c >= words && c < end) continue;
    if (!['amod', 'compound', 'nmod:poss', 'nmod', 'nmod:desc', 'nmod:unmarked'].includes(r) && baseRelation(r) !== 'nmod') continue;
    if (isMadeIn(tree, c)) continue;
    if (c > head && (!owns(tree, head, caseOf(tree, c)) || isPost(desk, tree, head, c, words))) continue;
    const state = named(c);
    if (state) return state;
  }
  // "Norwegian Deputy Energy Minister": the adjective hangs on another word of the office.
  for (let c = words - 1; c >= 0 && goesOn(tree, c, head); c--) {
    const state = beginsInCapital(tree.tokens[c]?.form ?? '') ? named(c) : undefined;
    if (state) return state;
  }
  return undefined;
}

/** The first draft that has token `i` in it. */
export function draftOver(desk: Desk, tree: Tree, i: number): Draft | undefined {
  return (desk.drafts[tree.sentence.index] ?? []).find((d) => d.start <= i && i < d.end);
}

/** Whether a word in front of a noun is a modifier of one of the words between them. */
function goesOn(tree: Tree, c: number, head: number): boolean {
  const up = tree.tokens[c]?.head ?? -1;
  return up > c && up <= head && /^(amod|compound|nmod:desc)$/.test(relationAt(tree, c));
}

/** "Aide to Senator Novak", "secretary to the cabinet"; not "a visitor to Chile". */
const owns = (tree: Tree, head: number, preposition: string): boolean =>
  OWNS.test(preposition) ||
  (preposition === 'to' && (tree.words.aides.has(lemmaAt(tree, head)) || tree.words.staff.has(lemmaAt(tree, head))));

/** Prepositions behind which a noun's owner or place stands; none before what hangs there without one. */
const OWNS = /^(of|in|from|for|at|with|within|)$/;
