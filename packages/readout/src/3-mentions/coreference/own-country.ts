/** "Our country", "this country", "the country" of nobody named: the state of who speaks or publishes. */
import { mapped } from '../../2-sentences/mapped.ts';
import { caseOf, childrenBy, isPlural, lemmaAt, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt, enter } from '../draft.ts';
import { stateOf } from '../grammar/belonging.ts';
import { draftFor, visitBefore } from '../grammar/pointing-back.ts';
import { onlyState, publishingState } from '../main-state.ts';
import { namedBeside } from '../phrases/homeland.ts';
import type { Discourse } from './discourse.ts';

/** How far back the other of "our countries" is looked for, in sentences. */
const REACH = 8;

/** Who speaks at a token: the speaker of its quote, or whom its paragraph names before a colon ("Jan Novak: Good morning"). */
export function speakerAt(discourse: Discourse, tree: Tree, i: number): Draft | undefined {
  const { desk, quoted } = discourse;
  const s = tree.sentence.index;
  const at = quoted.speaker(quoted.at(s, i));
  if (at) return draftAt(desk, at.sentence, at.token);
  // Lines of a conversation may be one paragraph: the nearest label counts.
  for (let k = s; k >= 0 && k > s - LABEL_REACH && desk.trees[k]?.sentence.paragraph === tree.sentence.paragraph; k--) {
    const line = desk.trees[k];
    if (!line?.tokens.some((t) => t.form === ':')) continue;
    const named = (desk.drafts[k] ?? []).find((d) => d.kind === 'name' && line.tokens[behindBracket(line, d.end)]?.form === ':');
    if (named && desk.entities.get(named.entities[0] ?? '')?.kind === 'person') return named;
  }
  return undefined;
}

/** "Jan Novak (retranslated):": where a label goes on behind words in brackets. */
function behindBracket(tree: Tree, i: number): number {
  if (tree.tokens[i]?.form !== '(') return i;
  const close = tree.tokens.findIndex((t, k) => k > i && t.form === ')');
  return close < 0 ? i : close + 1;
}

/** How many sentences a speaker goes on under one label. */
const LABEL_REACH = 30;

/** "Our country" and "our countries", and "this country" of a speaker. */
export function ownCountry(discourse: Discourse, tree: Tree, i: number): boolean {
  const { desk } = discourse;
  if (!tree.words['homeland-nouns'].has(lemmasOf(tree)[i] ?? '')) return false;
  const forms = mapped(childrenBy(tree, i, 'nmod:poss', 'det'), (c) => tree.tokens[c]?.form.toLowerCase() ?? '');
  const ours = forms.includes('our') || forms.includes('my');
  if (!ours && !forms.includes('this')) return false;
  const named = namedBeside(desk, tree, i);
  const speaker = named === undefined ? speakerAt(discourse, tree, i) : undefined;
  const state = named ?? (speaker ? stateOf(desk, speaker) : undefined) ?? (ours ? publishingState(desk) : undefined);
  if (state === undefined) return false;
  enterState(desk, state);
  if (!isPlural(tree, i)) return draftFor(desk, tree, i, [state], 'nominal', 'coreference.own-country', { state, sector: 'GOV' });
  const other = ours ? otherState(desk, tree, i, state) : undefined;
  if (other === undefined) return false;
  enterState(desk, other);
  return draftFor(desk, tree, i, [state, other], 'nominal', 'coreference.own-countries', { sector: 'GOV' });
}

/**
 * The other state of "our two countries": the one that stands with the own state in most of the sentences before; none where two do so equally
 * often. Without any, the only other state that was named.
 */
function otherState(desk: Desk, tree: Tree, i: number, own: string): string | undefined {
  const bySentence = new Map<number, Set<string>>();
  visitBefore(desk, tree, i, (d) => {
    if (tree.sentence.index - d.sentence > REACH) return true;
    const e = d.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (d.kind === 'pronoun' || !e?.state || (e.kind !== 'state' && e.kind !== 'person')) return false;
    if (e.kind === 'state' && e.state !== own && /^(in|at|near|from)$/.test(caseOf(tree, d.head))) return false;
    bySentence.set(d.sentence, (bySentence.get(d.sentence) ?? new Set()).add(e.state));
    return false;
  });
  const together = new Map<string, number>();
  for (const states of bySentence.values())
    for (const state of states) if (state !== own) together.set(state, (together.get(state) ?? 0) + (states.has(own) ? 1 : 0));
  const [first, second] = [...together].sort((x, y) => y[1] - x[1]);
  return first && (!second || first[1] > second[1]) ? first[0] : undefined;
}

/** Enters a state that nothing before has named. */
export function enterState(desk: Desk, state: string): string {
  return enter(desk, state, { kind: 'state', name: state }).id;
}

/** "Varga's effort to rid the country of debts": the state of the only one who governs and stands before it in the sentence. */
function stateLed(desk: Desk, tree: Tree, i: number): string | undefined {
  const states = new Set<string>();
  for (const d of desk.drafts[tree.sentence.index] ?? []) {
    const e = d.head < i && d.kind === 'name' ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e?.kind === 'person' && e.state && (e.roles ?? []).some((r) => desk.roles.officeRank(r.office) < LEADERS)) states.add(e.state);
  }
  const [only, second] = states;
  return second === undefined ? only : undefined;
}
/** Ranks of offices below this one lead a state or its ministries of abroad and war. */
const LEADERS = 4;

/**
 * "The administration": of the last state spoken of, by its name, its leaders or its bodies, that calls its government so. None where a school or a firm was
 * named last, which has an administration too.
 */
export function lastAdministration(desk: Desk, tree: Tree, i: number): string | 'none' | undefined {
  let found: string | 'none' | undefined;
  visitBefore(desk, tree, i, (d) => {
    const e = d.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e === undefined) return false;
    if (d.kind === 'name' && /^(EDU|BUS|MNC)$/.test(e.sector ?? '')) found = 'none';
    const governs = e.kind === 'person' || e.kind === 'body' ? /^(GOV|LEG|MIL)$/.test(d.sector ?? e.sector ?? '') : e.kind === 'state';
    const state = governs ? (d.state ?? e.state) : undefined;
    if (state !== undefined && tree.words['states-with-administrations'].has(state)) found = state;
    return found !== undefined;
  });
  return found;
}

/** "Sava Island … the island": the place just named with that noun, which is no state. */
function landOf(desk: Desk, tree: Tree, i: number, lemma: string): string | undefined {
  let land: string | undefined;
  visitBefore(desk, tree, i, (d) => {
    if (tree.sentence.index - d.sentence > 3) return true;
    const e = d.kind === 'name' ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e?.kind === 'place' && e.name.toLowerCase().endsWith(` ${lemma}`)) land = e.id;
    return land !== undefined;
  });
  return land;
}

/**
 * "The country", "that republic": the place just named with the noun, else the nearest state that the noun fits, else that of the publisher or of the
 * whole text. Undefined where the words are no country; false where nobody says which.
 */
export function theCountry(desk: Desk, tree: Tree, i: number): boolean | undefined {
  const lemma = lemmasOf(tree)[i] ?? '';
  // "The border regime" is none.
  const isTold = (tree.children[i] ?? []).some((c) => c < i && tree.bases[c] === 'compound' && tree.tokens[c]?.upos === 'NOUN');
  if (isTold || !childrenBy(tree, i, 'det').some((c) => /^(the|this|that)$/.test(lemmaAt(tree, c)))) return undefined;
  const land = landOf(desk, tree, i, lemma);
  if (land !== undefined) return draftFor(desk, tree, i, [land], 'nominal', 'coreference.same-noun');
  const isFit = fitting(desk, lemma);
  let near: string | undefined;
  let nearAt = 0;
  visitBefore(desk, tree, i, (d) => {
    if (tree.sentence.index - d.sentence > 3) return true;
    const e = d.kind !== 'pronoun' && d.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e?.kind === 'state' && isFit(e.id)) near = e.id;
    nearAt = d.sentence;
    return near !== undefined;
  });
  const leader = near === undefined || nearAt < tree.sentence.index ? stateLed(desk, tree, i) : undefined;
  const led = leader !== undefined && isFit(leader) ? leader : undefined;
  // "Novak won the state": in a text on a union of states it is one of them.
  if (lemma === 'state' && tree.words['unions-of-states'].has(led ?? near ?? '')) return false;
  if (led !== undefined) return draftFor(desk, tree, i, [enterState(desk, led)], 'nominal', 'coreference.country');
  if (near !== undefined) return draftFor(desk, tree, i, [near], 'nominal', 'coreference.country');
  // Nothing near: in what a government publishes its own, else the only state that the text has named.
  const own = tree.words['homeland-nouns'].has(lemma) ? (publishingState(desk) ?? onlyState(desk)) : undefined;
  return own !== undefined && draftFor(desk, tree, i, [enterState(desk, own)], 'nominal', 'coreference.own-country');
}

/** Which states a noun fits: islands and kingdoms only those that the lists call so. */
function fitting(desk: Desk, lemma: string): (state: string) => boolean {
  const called = [
    ['the', lemma],
    ['the', lemma, 'nation'],
  ].flatMap((words) => {
    const hit = desk.gazetteer.match(words, 0);
    return hit?.end === words.length ? hit.readings.filter((r) => r.kind === 'relative' || r.kind === 'epithet') : [];
  });
  return (state) => called.length === 0 || called.some((r) => r.state === state);
}
