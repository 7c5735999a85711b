/**
 * Bodies by the general words for them, once all names of a text are found: "the Church" after the Church of the Harbour, "the Army" of the
 * only state that a text speaks of, "the Ministry" of the state that publishes.
 */
import { caseOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import { type Desk, type Draft, enter, learn, place } from '../draft.ts';
import { mostNamed, publishingState } from '../main-state.ts';
import { isLegalWord } from '../names/legal-forms.ts';
import { sortShort } from '../short-sort.ts';
import { listedOf, ownedByNamelessState } from './bodies.ts';
import { isOnlyToward, stateAround } from './states-around.ts';

const OF_STATES = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY']);
const NAMED = new Set(['body', 'organisation', 'armed-group', 'outlet']);

/** Gives bodies without a state the name that the text has for them, or the state; `spoken`: the states that the text speaks of. */
export function settleBodies(desk: Desk, spoken: ReadonlySet<string>): void {
  const [only, second] = spoken;
  const about = publishingState(desk) ?? (second === undefined ? only : mostNamed(desk));
  const earlier: Earlier = { bodies: new Map(), outlets: new Map() };
  desk.trees.forEach((tree, s) => {
    const outlets: Entity[] = [];
    for (const d of sortShort([...(desk.drafts[s] ?? [])], (a, b) => a.start - b.start)) {
      if (d.kind !== 'name') continue;
      const unlisted = unsettled(desk, d);
      if (unlisted) settle(desk, tree, d, unlisted, { earlier: earlier.bodies, own: stateAround(desk, s, about), about });
      else if (!cutFromEarlier(desk, tree, d, earlier.bodies)) byOwnLetters(desk, tree, d, earlier.bodies);
      const e = desk.entities.get(d.entities[0] ?? '');
      if (!e || !NAMED.has(e.kind)) continue;
      enterLast(earlier.bodies, e);
      if (e.kind === 'outlet') outlets.push(e);
    }
    outletsAgain(desk, tree, earlier.outlets);
    shortsAgain(desk, tree, earlier.bodies);
    for (const e of outlets) enterLast(earlier.outlets, e);
  });
}

/** The names of what the text has named so far, by id, in the order of the last time: texts name the same bodies thousands of times. */
interface Earlier {
  readonly bodies: Map<string, string>;
  readonly outlets: Map<string, string>;
}
type Names = ReadonlyMap<string, string>;

function enterLast(to: Map<string, string>, e: Entity): void {
  to.delete(e.id);
  to.set(e.id, e.name);
  if (to.size <= MOST) return;
  const [oldest] = to.keys();
  if (oldest !== undefined) to.delete(oldest);
}
/** So many bodies are in mind at once; each name is compared with all of them. */
const MOST = 1000;

/** What is known where an unlisted body is named: the bodies named before, the state around it, and the one that the text is about. */
interface Setting {
  readonly earlier: Names;
  readonly own: string | undefined;
  readonly about: string | undefined;
}

const BETWEEN_STATES = new Set(['IGO', 'UNO', 'EUR']);

/** The body of a draft that no list holds and no state has. */
function unsettled(desk: Desk, d: Draft): Entity | undefined {
  const e = desk.entities.get(d.entities[0] ?? '');
  return e && (e.kind === 'body' || e.kind === 'organisation') && e.knowledge === undefined && e.state === undefined ? e : undefined;
}

function settle(desk: Desk, tree: Tree, d: Draft, e: Entity, { earlier, own, about }: Setting): void {
  const role = desk.roles.at(tree, d.end - 1);
  const isAgain = !role?.weak || role.again || (tree.words['weak-bodies-again'].has(role.phrase) && isBehindThe(tree, d.start));
  const isGeneral = role?.kind === 'body' && role.start <= d.start && isAgain;
  const same = isGeneral ? namedWith(e.name, earlier) : undefined;
  if (same) {
    d.entities = [same];
    d.via = 'name.short';
    return;
  }
  const short = /^(in|near|from|around)$/.test(caseOf(tree, d.head)) ? undefined : shortOf(tree, e.name, earlier);
  if (short) {
    d.entities = [short];
    d.via = 'name.short';
    return;
  }
  // "Leeds Road School" in a text and a sentence on one state.
  if (
    own !== undefined &&
    own === about &&
    e.kind === 'body' &&
    e.name.includes(' ') &&
    !BETWEEN_STATES.has(e.sector ?? '') &&
    !isOnlyToward(desk, tree, d, own)
  )
    learn(desk, e.id, { state: own });
  // "the state Senate": not that of the union.
  if (own === undefined || !OF_STATES.has(e.sector ?? '') || ownedByNamelessState(tree, d.start)) return;
  const listed = listedOf(desk, e.name, own) ?? (d.start > 0 ? listedOf(desk, `${e.name} Department`, own) : undefined);
  if (listed) {
    enter(desk, listed, { kind: 'body', name: e.name });
    d.entities = [listed];
    d.via = 'name.listed';
  } else if (isGeneral || tree.words['begins-own-bodies'].has(/^\w+/.exec(e.name)?.[0] ?? '')) learn(desk, e.id, { state: own });
}

/** "The Corps", "the Commission". */
const isBehindThe = (tree: Tree, start: number): boolean => /^the$/i.test(tree.tokens[start - 1]?.form ?? '');

/** "Sandvik, a Swedish firm," after Sandvik Co: one word whose state is told beside it; the longer name learns that. */
function cutFromEarlier(desk: Desk, tree: Tree, d: Draft, earlier: Names): boolean {
  const e = d.end === d.start + 1 && d.via === 'name.model' ? desk.entities.get(d.entities[0] ?? '') : undefined;
  if (e?.kind !== 'organisation' || e.knowledge !== undefined) return false;
  const short = shortOf(tree, e.name, earlier);
  if (short === undefined) return false;
  d.entities = [short];
  d.via = 'name.short';
  if (e.state !== undefined && desk.entities.get(short)?.state === undefined) learn(desk, short, { state: e.state });
  return true;
}

/** "CDC said" of the Canal Drilling Corp that the text named, not of who else is called so and the text nowhere names in full. */
function byOwnLetters(desk: Desk, tree: Tree, d: Draft, earlier: Names): void {
  const form = d.end === d.start + 1 ? (tree.tokens[d.start]?.form ?? '') : '';
  if (!/^\p{Lu}{3,6}$/u.test(form)) return;
  const e = desk.entities.get(d.entities[0] ?? '');
  if (!e?.knowledge || (e.kind !== 'organisation' && e.kind !== 'body') || earlier.has(e.id)) return;
  const own = [...earlier].filter(([, name]) => name.includes(' ') && initials(name) === form);
  const [id] = own[0] ?? [];
  if (id === undefined || own.length > 1 || desk.article.text.includes(e.name)) return;
  // An unlisted spelling of the same: "United Automobile Workers Union".
  if (desk.entities.get(id)?.knowledge === undefined && stemsShared(own[0]?.[1] ?? '', e.name) > 1) return;
  d.entities = [id];
  d.via = 'name.acronym';
}

/** How many words of two names begin alike. */
function stemsShared(a: string, b: string): number {
  const stems = (name: string) =>
    new Set(
      name
        .toLowerCase()
        .split(/[\s-]+/)
        .map((w) => w.slice(0, 4)),
    );
  const have = stems(b);
  return [...stems(a)].filter((w) => w.length === 4 && have.has(w)).length;
}

/** "The Post reported": a newspaper by the last word of its name, once the text has named it. */
function outletsAgain(desk: Desk, tree: Tree, earlier: Names): void {
  if (earlier.size === 0) return;
  const s = tree.sentence.index;
  tree.tokens.forEach((t, i) => {
    if (!/^(PROPN|NOUN)$/.test(t.upos) || !/^\p{Lu}\p{Ll}+$/u.test(t.form) || !isBehindThe(tree, i)) return;
    if (tree.tokens[i + 1]?.upos === 'PROPN' || !tree.words['ends-of-outlets'].has(t.form.toLowerCase())) return;
    const have = desk.drafts[s]?.find((d) => d.start <= i && i < d.end);
    if (have !== undefined && (have.end > have.start + 1 || desk.entities.get(have.entities[0] ?? '')?.knowledge !== undefined)) return;
    const same = namedWith(t.form, earlier);
    if (same === undefined) return;
    if (have) have.entities = [same];
    else place(desk, { sentence: s, head: i, start: i, end: i + 1 }, { entities: [same], kind: 'name', via: 'name.short', plural: false });
  });
}

/** "Sandvik was glad", "BPU members": the front or the letters of a body that the text named before, where the model marks nothing. */
function shortsAgain(desk: Desk, tree: Tree, earlier: Names): void {
  if (earlier.size === 0) return;
  const s = tree.sentence.index;
  tree.tokens.forEach((t, i) => {
    if (
      t.upos !== 'PROPN' ||
      !/^(\p{Lu}\p{Ll}{4,}|\p{Lu}{3,6})$/u.test(t.form) ||
      tree.tokens[i + 1]?.upos === 'PROPN' ||
      tree.tokens[i - 1]?.upos === 'PROPN'
    )
      return;
    const isTeam = t.xpos === 'NNPS' && /^the$/i.test(tree.tokens[i - 1]?.form ?? '');
    if (
      (desk.roles.at(tree, i) && !isTeam) ||
      desk.roles.isTitle(t.form) ||
      desk.gazetteer.match([t.form], 0) ||
      desk.gazetteer.surname(t.form).length > 0
    )
      return;
    if (desk.drafts[s]?.some((d) => d.start <= i && i < d.end) || /^(in|near|from|around)$/.test(caseOf(tree, i))) return;
    const same = shortOf(tree, t.form, earlier, isTeam);
    const e = same === undefined ? undefined : desk.entities.get(same);
    if (
      same === undefined ||
      !e ||
      e.knowledge !== undefined ||
      !isCutFrom(tree, t.form, e.name) ||
      desk.article.text.includes(` ${t.form.toLowerCase()}`)
    )
      return;
    place(desk, { sentence: s, head: i, start: i, end: i + 1 }, { entities: [same], kind: 'name', via: 'name.short', plural: false });
  });
}

/** Whether an unmarked word may stand for a longer name: for its letters, or for its first word where little but the kind of body follows. */
function isCutFrom(tree: Tree, word: string, name: string): boolean {
  const rest = name.split(' ').slice(1);
  const ends = tree.words['goes-on-in-names'];
  const isKind = (w: string): boolean => ends.has(w.toLowerCase().replace(/\.$/, ''));
  if (!name.startsWith(word)) return true;
  return /\p{Ll}/u.test(word) ? rest.length === 1 || rest.slice(1).every(isKind) : rest.every(isKind);
}

/** The last body named before whose name has these words for what it is, and more: "the Church" of the Harbour Church, not of the Church Street Club. */
function namedWith(words: string, earlier: Names): string | undefined {
  let last: string | undefined;
  for (const [id, name] of earlier)
    if (name.length > words.length && name.includes(words) && [name, kindIn(name)].some((n) => n.endsWith(` ${words}`))) last = id;
  return last;
}

/**
 * The only body named before whose name a shorter one is cut from: its front ("Sandvik" of Sandvik Steel), its end ("Novak Foundation" of the Jan Novak
 * Foundation) or its first letters ("HPL" of the Harbour Pilots League).
 */
function shortOf(tree: Tree, words: string, earlier: Names, isTeam = false): string | undefined {
  const isLetters = /^\p{Lu}{3,6}$/u.test(words);
  const found: string[] = [];
  // Of several the one that only its legal form makes longer.
  const whole: string[] = [];
  for (const [id, name] of earlier) {
    if (name.length <= words.length + 2) continue;
    const isFront = name.startsWith(`${words} `) && !/^(of|for|on|in|and|&)\b/.test(name.slice(words.length + 1));
    const isEnd = (words.includes(' ') || isTeam) && endsOn(tree, name, words);
    if (!isFront && !isEnd && !(isLetters && initials(name) === words)) continue;
    found.push(id);
    if (
      isFront &&
      name
        .slice(words.length + 1)
        .split(' ')
        .every((w) => isLegal(tree, w))
    )
      whole.push(id);
  }
  return found.length === 1 ? found[0] : whole.length === 1 ? whole[0] : undefined;
}

/** Whether a name ends on the words, or on them and legal forms: "Novak and Co" of Jan Novak and Co LP. */
function endsOn(tree: Tree, name: string, words: string): boolean {
  const at = name.lastIndexOf(` ${words}`);
  if (at < 0) return false;
  const rest = name.slice(at + words.length + 1);
  return (
    rest === '' ||
    (rest.startsWith(' ') &&
      rest
        .slice(1)
        .split(' ')
        .every((w) => isLegal(tree, w)))
  );
}

const isLegal = (tree: Tree, word: string): boolean => isLegalWord(tree.words, word);

const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((w) => (/^\p{Lu}/u.test(w) ? w.charAt(0) : ''))
    .join('');

/** A name up to the word that says what it is. */
export const kindIn = (name: string): string => ` ${name.split(/ (?:of|for|in|on|at) /, 1)[0]}`;
