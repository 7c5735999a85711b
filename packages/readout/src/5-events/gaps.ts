/**
 * What the rules of stage 5 do not know: verbs and nouns of acts whose subject or possessor is a political party and which no rule lists,
 * neither as an act nor as `none`; and subjects of known acts that are no party. It reads the same trees, mentions and rule index as stage 5,
 * so that what it counts is what the engine passes over. It changes no record.
 */
import { subjectOf } from '../2-sentences/arguments.ts';
import { phraseOf } from '../2-sentences/phrase.ts';
import { childrenBy, lemmaAt, spanOf, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention } from '../model/index.ts';
import type { EventKnowledge } from './event-knowledge.ts';
import { lightVerbOf } from './light-verbs.ts';
import { findMatches, triggerWords } from './match.ts';
import { NO_PLACES, partiesAt, WITH_PLACES } from './parties.ts';
import { isPolitics } from './politics.ts';
import type { TriggerKind } from './rules.ts';
import { slotTokens } from './slots.ts';

/** How the knowledge stands to one word in its place. */
export type Standing =
  /** A rule fits, or a `none` rule takes it away. */
  | 'known'
  /** A governor, a light verb or a word of saying: other tables read it. */
  | 'elsewhere'
  /** A rule lists it, but in none of its frames as it stands here. */
  | 'unmet'
  /** No rule lists it. */
  | 'unlisted';

/** A word in its place. `sentence` is the whole sentence, for reading. */
export interface Sighting {
  readonly kind: 'verb' | 'noun' | 'actor';
  /** The lemma, with a particle ("step down"); of an actor the phrase in lower case. */
  readonly word: string;
  readonly standing: Standing;
  readonly sentence: string;
}

/** A word with how often it was seen in each standing and up to three sentences of those that nothing knows. */
export interface Gap {
  readonly kind: Sighting['kind'];
  readonly word: string;
  readonly count: number;
  readonly unmet: number;
  readonly unlisted: number;
  readonly examples: readonly string[];
}

/** The share of sightings that are known, in percent with one decimal, and their number. */
export interface Coverage {
  readonly kind: Sighting['kind'];
  readonly seen: number;
  readonly listed: number;
  readonly coded: number;
}

/** Words that count as known though no rule of events has them. */
export interface GapWords {
  /** Words that other tables read, by kind: verbs of saying, nouns of offices. */
  readonly said: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
  /** Lemmas that are verbs: a noun among them is the noun of an act ("raid", "visit"). */
  readonly verbs: ReadonlySet<string>;
}

/** Every verb and noun of an act in a document that has a political party as subject or possessor, and every subject of an act that is no party. */
export function sightings(doc: Document, knowledge: EventKnowledge, words: GapWords): Sighting[] {
  return doc.trees.flatMap((tree) => {
    const taken = new Set<number>();
    const matches = findMatches(doc, tree, knowledge.rules, knowledge.lights, taken);
    const coded = new Set(matches.flatMap((m) => m.map((x) => x.trigger)));
    const known = new Set([...coded, ...taken]);
    const sentence = doc.article.text.slice(tree.sentence.span.start, tree.sentence.span.end);
    return tree.tokens.flatMap((token, i): Sighting[] => {
      const kind = token.upos === 'VERB' ? 'verb' : token.upos === 'NOUN' ? 'noun' : undefined;
      if (!kind) return [];
      if (coded.has(i) && kind === 'verb') {
        const actor = strangerAt(doc, tree, i);
        if (actor) return [{ kind: 'actor', word: actor, standing: 'unlisted', sentence }];
      }
      if (!/^[a-z][a-z-]+$/.test(token.lemma) || !hasPoliticalActor(doc, tree, i, kind)) return [];
      if (kind === 'noun' && !isAct(tree, i, knowledge, words)) return [];
      return [{ kind, word: withParticle(tree, i), standing: standingOf(tree, i, kind, known, knowledge, words), sentence }];
    });
  });
}

function standingOf(
  tree: Tree,
  i: number,
  kind: TriggerKind,
  known: ReadonlySet<number>,
  knowledge: EventKnowledge,
  words: GapWords,
): Standing {
  if (known.has(i)) return 'known';
  const lemma = lemmaAt(tree, i).toLowerCase();
  const listed = knowledge.rules.at(kind, lemma).filter((t) => triggerWords(tree, i, kind, t));
  if (kind === 'verb' && (knowledge.lights.has(withParticle(tree, i)) || knowledge.lights.has(lemma) || words.said.has(lemma)))
    return 'elsewhere';
  if (knowledge.governors.at(kind, withParticle(tree, i)).length > 0 || knowledge.governors.at(kind, lemma).length > 0) return 'elsewhere';
  return listed.length > 0 ? 'unmet' : 'unlisted';
}

function withParticle(tree: Tree, i: number): string {
  const particle = childrenBy(tree, i, 'compound:prt')[0];
  const lemma = lemmaAt(tree, i).toLowerCase();
  return particle === undefined ? lemma : `${lemma} ${tree.tokens[particle]?.form.toLowerCase()}`;
}

/** Suffixes of nouns made from verbs; what they miss is in the list of verbs. */
const ACT = /(tion|sion|ment|ance|ence|al|ing|ure|age|ism|down|out|off|over|back)$/;

/** Whether a noun may be an act: it has the form of one, is also a verb, or a light verb carries it; no office. */
function isAct(tree: Tree, i: number, knowledge: EventKnowledge, words: GapWords): boolean {
  const lemma = lemmaAt(tree, i).toLowerCase();
  if (words.offices.has(lemma)) return false;
  if (knowledge.rules.at('noun', lemma).length > 0 || ACT.test(lemma) || words.verbs.has(lemma)) return true;
  return lightVerbOf(tree, i, knowledge.lights) !== undefined;
}

/** Whether the subject of a verb, or the possessor, modifier or agent of a noun, is political. */
function hasPoliticalActor(doc: Document, tree: Tree, i: number, kind: 'verb' | 'noun'): boolean {
  if (kind === 'noun' && doc.mentionAt(tree.sentence.index, i) !== undefined) return false;
  const slots = kind === 'verb' ? ['subject'] : ['poss', 'by', 'mod'];
  return slots.some((slot) =>
    slotTokens(tree, i, kind, slot, undefined)
      .flatMap((t) => partiesAt(doc, tree, t, NO_PLACES))
      .some((p) => isPolitical(doc, p.mention)),
  );
}

function isPolitical(doc: Document, mention: Mention): boolean {
  const entity = mention.entities[0] ?? '';
  const [state, sector] = [doc.stateOf(mention), doc.sectorOf(mention)];
  return isPolitics([{ entity, mention: mention.id, ...(state ? { state } : {}), ...(sector ? { sector } : {}) }], doc, '');
}

/** The subject of an act where it is a common noun that no party was found for, or one of no known sector. */
function strangerAt(doc: Document, tree: Tree, verb: number): string | undefined {
  const [subject] = isPassive(tree, verb) ? [] : subjectOf(tree, verb);
  if (subject === undefined || tree.tokens[subject]?.upos !== 'NOUN') return undefined;
  const parties = partiesAt(doc, tree, subject, WITH_PLACES);
  if (parties.some((p) => doc.sectorOf(p.mention) !== 'UNK' || doc.stateOf(p.mention) !== undefined)) return undefined;
  const span = spanOf(tree, ...phraseOf(tree, subject));
  const phrase = doc.article.text.slice(span.start, span.end).replace(/\s+/g, ' ').toLowerCase();
  return phrase.length > 60 ? lemmaAt(tree, subject).toLowerCase() : phrase.replace(/^(the|a|an) /, '');
}

/** The words that something does not know, most frequent first, then by the alphabet. */
export function countGaps(seen: readonly Sighting[]): Gap[] {
  const counts = new Map<
    string,
    { kind: Sighting['kind']; word: string; count: number; unmet: number; unlisted: number; examples: string[] }
  >();
  for (const { kind, word, standing, sentence } of seen) {
    const key = `${kind}\t${word}`;
    const gap = counts.get(key) ?? { kind, word, count: 0, unmet: 0, unlisted: 0, examples: [] };
    counts.set(key, gap);
    gap.count++;
    if (standing !== 'unmet' && standing !== 'unlisted') continue;
    gap[standing]++;
    if (gap.examples.length < 3 && !gap.examples.includes(sentence)) gap.examples.push(sentence);
  }
  const open = (g: Gap): number => g.unlisted + g.unmet;
  return [...counts.values()].filter((g) => open(g) > 0).sort((a, b) => open(b) - open(a) || (a.word < b.word ? -1 : 1));
}

/** How much of what was seen is listed at all, and how much fits a rule, a `none` rule or another table where it stands. */
export function coverageOf(seen: readonly Sighting[]): Coverage[] {
  return (['verb', 'noun'] as const).map((kind) => {
    const all = seen.filter((s) => s.kind === kind);
    const share = (n: number): number => Math.round((1000 * n) / Math.max(1, all.length)) / 10;
    return {
      kind,
      seen: all.length,
      listed: share(all.filter((s) => s.standing !== 'unlisted').length),
      coded: share(all.filter((s) => s.standing === 'known' || s.standing === 'elsewhere').length),
    };
  });
}
