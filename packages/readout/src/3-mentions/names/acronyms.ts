/** Acronyms that a text gives in brackets behind a name: "the Harbour Pilots League (HPL)", and "the HPL" after that. */
import type { Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, place } from '../draft.ts';
import type { NameHit } from './name-hit.ts';

const ACRONYM = /^\p{Lu}[\p{Lu}\p{Ll}]{0,6}\p{Lu}s?$/u;
const NAMES = new Set(['organisation', 'body', 'armed-group', 'outlet', 'news-agency']);

/** What each acronym of the text stands for. */
function acronymsOf(desk: Desk): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const tree of desk.trees) {
    const { tokens } = tree;
    for (let i = 1; i + 1 < tokens.length; i++) {
      if (tokens[i - 1]?.form !== '(' || tokens[i + 1]?.form !== ')') continue;
      const form = tokens[i]?.form ?? '';
      const name = ACRONYM.test(form) && !found.has(form) ? namedBefore(desk, tree, i) : undefined;
      if (name) found.set(form, name.entities[0] ?? '');
    }
  }
  return found;
}

/** The name that ends before the bracket at token `i - 1` and that has the letters at `i` in their order. */
function namedBefore(desk: Desk, tree: Tree, i: number): Draft | undefined {
  const draft = (desk.drafts[tree.sentence.index] ?? []).find((d) => d.end === i - 1 && d.kind === 'name' && d.end - d.start > 1);
  const e = draft ? desk.entities.get(draft.entities[0] ?? '') : undefined;
  if (!draft || !e || !NAMES.has(e.kind)) return undefined;
  const name = tree.tokens
    .slice(draft.start, draft.end)
    .map((t) => t.form.toUpperCase())
    .join('');
  let at = 0;
  for (const letter of (tree.tokens[i]?.form ?? '').replace(/s$/, '').toUpperCase()) {
    const next = name.indexOf(letter, at);
    if (next < 0 || (at === 0 && next > 0)) return undefined;
    at = next + 1;
  }
  return draft;
}

/** Whether a hit that the lists do not know is such an acronym, right behind its name: left for `linkAcronyms`. */
export function isAcronymOfNamed(desk: Desk, tree: Tree, hit: NameHit): boolean {
  return hit.end === hit.start + 1 && tree.tokens[hit.start - 1]?.form === '(' && namedBefore(desk, tree, hit.start) !== undefined;
}

/** Every acronym so introduced becomes a mention of its name, unless it is one of something listed. */
export function linkAcronyms(desk: Desk): void {
  const acronyms = acronymsOf(desk);
  if (acronyms.size === 0) return;
  for (const tree of desk.trees) {
    const s = tree.sentence.index;
    tree.tokens.forEach((t, i) => {
      const id = acronyms.get(t.form);
      if (id === undefined) return;
      const have = desk.drafts[s]?.find((d) => d.start <= i && i < d.end);
      if (have === undefined)
        place(desk, { sentence: s, head: i, start: i, end: i + 1 }, { entities: [id], kind: 'name', via: 'name.acronym', plural: false });
      else if (have.via === 'name.model' && have.end === have.start + 1) {
        have.entities = [id];
        have.via = 'name.acronym';
      }
    });
  }
}
