/** Event rules as data from knowledge/rules → an index by trigger, so that a sentence touches only the rules its words call for. */

import type { Tree } from '../2-sentences/syntax.ts';
import { wordMap } from '../2-sentences/word-map.ts';
import type { Knowledge, RuleData } from '../knowledge.ts';
import type { EventType } from '../model/index.ts';
import { type HeldLists, type WordLists, wordLists } from './word-lists.ts';

/** The part of speech that a trigger is met as. */
export type TriggerKind = 'verb' | 'noun' | 'adj';

/** A rule of rules/events/*.yaml. */
export interface EventRule {
  readonly id: string;
  /** Absent for rules that only take a trigger away (`none`). */
  readonly type: EventType | undefined;
  readonly cameo: string;
  readonly mode: string | undefined;
  readonly contexts: readonly string[];
  readonly source: string;
  readonly mutual: boolean;
  /** Whether one party makes an event, where its type asks for two. */
  readonly alone: boolean;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly object: Words | undefined;
  readonly notObject: Words | undefined;
  readonly prep: readonly (readonly [string, Words])[];
  readonly notPrep: readonly (readonly [string, Words])[];
  readonly subject: Words | undefined;
  readonly notSubject: Words | undefined;
  readonly clause: readonly ClauseKind[];
  /** The predicate of such a clause, or the preposition before it. */
  readonly clauseSays: Words | undefined;
  /** Number of the list one word of which the sentence must have (see `RuleIndex.listsIn`). */
  readonly when: number | undefined;
  /** The list no word of which may stand near, and that of the words of other fields, none of which the sentence may have. */
  readonly unless: number | undefined;
  readonly unlessField: number | undefined;
  readonly voice: 'active' | 'passive' | undefined;
  readonly needs: readonly string[];
  /** Position in the knowledge; breaks ties. */
  readonly order: number;
  /** Number of conditions: the more, the stronger. */
  readonly weight: number;
}

/** A clause that hangs on a trigger, and the word that begins it (`bare`: one without). */
export interface ClauseKind {
  readonly relation: string;
  readonly marker: string | undefined;
}

/** Lemmas, or `any`, or a party. */
export interface Words {
  readonly lemmas: ReadonlySet<string>;
  /** A bit for each letter that some of them begins with, which rules most words out. */
  readonly letters: number;
  readonly any: boolean;
  readonly party: boolean;
  /** Whether people in the street are meant. */
  readonly crowd: boolean;
  /** Whether what somebody has himself is meant ("his remarks"), his people aside. */
  readonly own: boolean;
  /** Whether a place by its name is meant ("captured Aleppo"). */
  readonly placeName: boolean;
  /** Whether a person in office is meant, by name too ("Novak flew to Bonn"). */
  readonly inOffice: boolean;
  /** Whether an organisation of states, an organ of it or its people are meant ("OPEC ministers"). */
  readonly ofStates: boolean;
  /** Whether it holds two words ("peace talks"). */
  readonly pairs: boolean;
}

/** A rule with the rest of a trigger of several words. */
export interface Trigger {
  readonly rule: EventRule;
  /** Words that must stand with it: a particle, an adverb, a noun ("sit down", "take part"). */
  readonly rest: readonly string[];
  /**
   * Numbers of the lists that the sentence must have a word of: of one word each, for the rest to stand in it at all, and the rule's `when`. With
   * the rule's `unless` at hand here, since most rules are ruled out by them.
   */
  readonly calls: readonly number[];
  readonly unless: number | undefined;
  readonly unlessField: number | undefined;
  /** The rule's conditions and the trigger's own words; a rule that takes away goes before its equals. */
  readonly weight: number;
}

/** The strongest first. */
export const byStrength = (a: Trigger, b: Trigger): number => b.weight - a.weight || a.rule.order - b.rule.order;

/** Rules by the words of their triggers. */
export interface RuleIndex {
  /** The rules of a trigger's word, the strongest first. */
  at(kind: TriggerKind, lemma: string): readonly Trigger[];
  /** The lists of words that the sentence has a word of. */
  listsIn(tree: Tree): HeldLists;
  /** Whether a list has a word among the tokens from one to before another. */
  isWithin(tree: Tree, list: number, from: number, to: number): boolean;
  readonly size: number;
}

const DEFAULT_SLOTS: Readonly<Record<TriggerKind, { actor: readonly string[]; recipient: readonly string[] }>> = {
  verb: { actor: ['subject'], recipient: ['object', 'iobject'] },
  noun: { actor: ['poss', 'by', 'mod', 'from'], recipient: ['of', 'on', 'against', 'with', 'to'] },
  adj: { actor: ['subject'], recipient: ['of', 'toward', 'towards', 'with', 'to'] },
};

/** A cell of YAML as strings: a list, one value, or none. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];
}

function lemmasIn(value: unknown, classes: Knowledge['classes']): ReadonlySet<string> {
  const lemmas = new Set<string>();
  for (const w of strings(value)) {
    if (w.startsWith('@')) for (const l of classes.get(w.slice(1)) ?? []) lemmas.add(l.toLowerCase());
    else lemmas.add(w.toLowerCase());
  }
  return lemmas;
}

/** The bit of a word's first letter. */
const letterOf = (word: string): number => 1 << (word.charCodeAt(0) & 31);

/** Whether a word is one of some. */
export const isAmong = ({ lemmas, letters }: Words, word: string): boolean => (letters & letterOf(word)) !== 0 && lemmas.has(word);

/** Reads a cell of words; rules that name the same words share them, so that those are near at hand when many rules are tried. */
type ReadWords = (value: unknown) => Words | undefined;

function readWords(classes: Knowledge['classes']): ReadWords {
  const made = new Map<string, Words>();
  return (value) => {
    const listed = strings(value);
    if (listed.length === 0) return undefined;
    const key = listed.join('|');
    let words = made.get(key);
    if (!words) {
      const lemmas = lemmasIn(value, classes);
      const pairs = [...lemmas].some((l) => l.includes(' '));
      const has = (word: string): boolean => lemmas.has(word);
      words = {
        lemmas,
        letters: [...lemmas].reduce((bits, l) => bits | letterOf(l), 0),
        any: has('any'),
        party: has('party'),
        crowd: has('crowd'),
        own: has('own'),
        placeName: has('place-name'),
        inOffice: has('in-office'),
        ofStates: has('of-states'),
        pairs,
      };
      made.set(key, words);
    }
    return words;
  };
}

function preps(value: unknown, wordsOf: ReadWords): [string, Words][] {
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([prep, list]) => {
    const words = wordsOf(list);
    return words ? [[prep, words] as [string, Words]] : [];
  });
}

/** The index of all event rules of the knowledge. */
export function readRules(knowledge: Knowledge): RuleIndex {
  const index = { verb: wordMap<Trigger[]>(), noun: wordMap<Trigger[]>(), adj: wordMap<Trigger[]>() };
  const { classes } = knowledge;
  const lists = wordLists();
  const wordsOf = readWords(classes);
  knowledge.eventRules.forEach((data, order) => {
    for (const kind of ['verb', 'noun', 'adj'] as const) {
      const lemmas = strings(data[kind]);
      if (lemmas.length === 0) continue;
      const rule = asRule(data, kind, order, { classes, lists, wordsOf });
      for (const words of lemmas) {
        const listed = words.startsWith('@') ? (classes.get(words.slice(1)) ?? []) : [words];
        // The tokeniser cuts "cease-fire" in three; prefixed words ("re-open") stay whole: both are looked for.
        const expanded = listed.flatMap((w) => (/\w-\w/.test(w) ? [w, w.replace(/-/g, ' - ')] : [w]));
        for (const w of expanded) {
          const parts = w.toLowerCase().split(' ');
          // A noun of several words is found at its last, a verb at its first.
          const key = kind === 'noun' ? (parts[parts.length - 1] ?? '') : (parts[0] ?? '');
          const rest = kind === 'noun' ? parts.slice(0, -1) : parts.slice(1);
          const calls = [...rest.map((word) => lists.enter([word])), ...(rule.when === undefined ? [] : [rule.when])];
          const weight = rule.weight + rest.length * 2 + (rule.type === undefined ? 0.5 : 0);
          const trigger = { calls, unless: rule.unless, unlessField: rule.unlessField, rule, rest, weight };
          const list = index[kind].get(key);
          if (list) list.push(trigger);
          else index[kind].set(key, [trigger]);
        }
      }
    }
  });
  for (const lists of Object.values(index)) for (const list of lists.values()) list.sort(byStrength);
  const none: readonly Trigger[] = [];
  const { verb, noun, adj } = index;
  return {
    at: (kind, lemma) => (kind === 'verb' ? verb : kind === 'noun' ? noun : adj).get(lemma) ?? none,
    listsIn: lists.heldBy,
    isWithin: lists.heldWithin,
    size: verb.size + noun.size + adj.size,
  };
}

/** What a meeting, support or a promise is on or against is its topic. */
function recipientsOfNoun(data: RuleData): readonly string[] {
  if (data.mutual === true) return ['with'];
  const all = DEFAULT_SLOTS.noun.recipient;
  return FRIENDLY.has(String(data.type)) ? all.filter((s) => s !== 'on' && s !== 'against') : all;
}
const FRIENDLY: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID']);

/** More conditions than any rule has. */
const FIRST = 10;

/** What reads the words of rules. */
interface Reading {
  readonly classes: Knowledge['classes'];
  readonly lists: WordLists;
  readonly wordsOf: ReadWords;
}

function asRule(data: RuleData, kind: TriggerKind, order: number, { classes, lists, wordsOf }: Reading): EventRule {
  const object = wordsOf(data.object);
  const subject = wordsOf(data.subject);
  const prep = preps(data.prep, wordsOf);
  const clause = strings(data.clause).map((c): ClauseKind => {
    const [relation = '', marker] = c.split(':');
    return { relation, marker };
  });
  const listOf = (value: unknown): number | undefined =>
    strings(value).length === 0 ? undefined : lists.enter([...lemmasIn(value, classes)]);
  const when = listOf(data.when);
  const conditions = [object, subject, when, data.voice].filter((c) => c !== undefined).length + prep.length + (clause.length > 0 ? 1 : 0);
  const defaults = DEFAULT_SLOTS[kind];
  // Slots written for the verb do not fit the noun of the same rule unless they are prepositions.
  const slots = (value: unknown, fallback: readonly string[]): readonly string[] => {
    const own = strings(value);
    if (own.length === 0) return fallback;
    // "-of" takes a slot away that a noun has by default.
    const kept = own.filter((s) => !s.startsWith('-'));
    return kind === 'noun' ? [...new Set([...kept, ...fallback])].filter((s) => !own.includes(`-${s}`)) : kept;
  };
  const cameo = String(data.cameo ?? '');
  return {
    id: String(data.id ?? ''),
    type: data.none || !data.type ? undefined : (String(data.type) as EventType),
    cameo,
    mode: data.mode ? String(data.mode) : undefined,
    contexts: strings(data.contexts),
    source: String(data.source ?? ''),
    mutual: data.mutual === true,
    alone: data.alone === true,
    actor: slots(data.actor, defaults.actor),
    recipient: slots(data.recipient, kind === 'noun' ? recipientsOfNoun(data) : defaults.recipient),
    object,
    notObject: wordsOf(data['not-object']),
    prep,
    notPrep: preps(data['not-prep'], wordsOf),
    subject,
    notSubject: wordsOf(data['not-subject']),
    clause,
    clauseSays: wordsOf(data['clause-says']),
    when,
    unless: listOf(strings(data.unless).filter((w) => !w.startsWith('@'))),
    unlessField: listOf(strings(data.unless).filter((w) => w.startsWith('@'))),
    voice: data.voice === 'active' || data.voice === 'passive' ? data.voice : undefined,
    needs: strings(data.needs),
    order,
    // A use that takes away whatever else fits.
    weight: conditions + (data.first === true ? FIRST : 0),
  };
}
