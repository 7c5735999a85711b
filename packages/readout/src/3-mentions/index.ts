/**
 * Stage 3: annotated sentences → mentions, entities, times.
 * Names first (found by names/ over lists/, given entities by linking/), since every later step reads states off them; then where the places are (places/),
 * which may correct a state ("Athens, Georgia"); then what the text says of persons; then, sentence by sentence from the left, phrases that stand by
 * themselves (phrases/), then word by word pronouns and what needs them (coreference/), since "his government" needs "his" and a later "he" may be "his
 * father"; times apart, over the text (times/). grammar/ has what several of them ask of a noun's phrase; standing/ tells news and history apart.
 * Rules and words: knowledge/lists, lexicon/roles.tsv, lexicon/metonym-contexts.tsv, lexicon/times-*.tsv.
 * It does not decide who acts: events and claims do.
 */
import { mapped } from '../2-sentences/mapped.ts';
import type { Tree } from '../2-sentences/syntax.ts';
import type { Article, Entity, Mention } from '../model/index.ts';
import { resolveNominal } from './coreference/coreference.ts';
import { hear, openDiscourse } from './coreference/discourse.ts';
import { resolvePronoun } from './coreference/pronouns.ts';
import { type Desk, type Draft, headedBy, type NameKnowledge } from './draft.ts';
import { describePersons } from './linking/describe-persons.ts';
import { linkNames } from './linking/link.ts';
import { linkPhrase, linkPhrases, ownedByBodiesBehind, ownedByPronouns } from './phrases/phrases.ts';
import { settleService } from './phrases/served-persons.ts';
import { findPlaces, type LocatedName } from './places/find-places.ts';
import type { PlaceKnowledge } from './places/place-knowledge.ts';
import { sortShort } from './short-sort.ts';

/** What stage 3 needs besides the annotated article; `openParts` builds it. */
export interface MentionKnowledge extends NameKnowledge {
  readonly places: PlaceKnowledge;
}

/** What stage 3 gives: mentions in the order of the text, and the entities that they mean. */
export interface FoundMentions {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** The names of places, with where they are. */
  readonly located: readonly LocatedName[];
}

/** Mentions in text order with the entities they name. */
export function findMentions(article: Article, trees: readonly Tree[], knowledge: MentionKnowledge): FoundMentions {
  const desk: Desk = {
    article,
    trees,
    gazetteer: knowledge.gazetteer,
    roles: knowledge.roles,
    metonyms: knowledge.metonyms,
    genders: knowledge.genders,
    nouns: knowledge.nouns,
    personVerbs: knowledge.personVerbs,
    day: article.published?.value,
    entities: new Map(),
    drafts: mapped(trees, () => []),
    byHead: mapped(trees, (tree) => new Array(tree.tokens.length).fill(undefined)),
    main: undefined,
    named: undefined,
    behindNames: undefined,
    toldOf: new Map(),
  };
  linkNames(desk);
  const located = findPlaces(desk, knowledge.places);
  describePersons(desk);
  const discourse = openDiscourse(desk);
  for (const tree of trees) {
    const owned = ownedByPronouns(desk, tree);
    const ofBodies = ownedByBodiesBehind(desk, tree);
    linkPhrases(desk, tree, owned, ofBodies);
    for (let i = 0; i < tree.tokens.length; i++) {
      if (isSilent(desk, tree, i)) continue;
      const same = resolvePronoun(discourse, tree, i);
      settleService(desk, tree, i);
      if (owned.has(i)) linkPhrase(desk, tree, i);
      resolveNominal(discourse, tree, i);
      for (const [noun, body] of ofBodies) if (body === i) linkPhrase(desk, tree, noun);
      hear(discourse, tree, i, same);
    }
  }
  const mentions: Mention[] = [];
  const used = new Set<string>();
  for (const all of desk.drafts) {
    sortShort(all, (a, b) => a.start - b.start || a.end - b.end);
    for (const d of all) {
      mentions.push(asMention(desk, d, mentions.length));
      for (const id of d.entities) used.add(id);
    }
  }
  // No later stage asks for roles, and articles are kept while their batch is read.
  for (const tree of trees) tree.kept.roles = undefined;
  const entities = [...desk.entities.values()].filter((e) => used.has(e.id));
  return { mentions, entities, located };
}

/** Whether a word is none that names, points back or is pointed at: a verb, a mark. */
function isSilent(desk: Desk, tree: Tree, i: number): boolean {
  const token = tree.tokens[i];
  switch (token?.upos) {
    case 'NOUN':
    case 'PROPN':
    case 'PRON':
    case 'NUM':
    case 'DET':
    case 'ADJ':
      return false;
    default:
      return token?.lemma !== 'both' && headedBy(desk, tree.sentence.index, i) === undefined;
  }
}

function asMention(desk: Desk, d: Draft, i: number): Mention {
  const tokens = desk.trees[d.sentence]?.tokens ?? [];
  const span = { start: tokens[d.start]?.start ?? 0, end: tokens[d.end - 1]?.end ?? 0 };
  const m: { -readonly [K in keyof Mention]?: Mention[K] } = { id: `m${i + 1}`, span, entities: d.entities, kind: d.kind, via: d.via };
  if (d.state) m.state = d.state;
  if (d.sector) m.sector = d.sector;
  m.sentence = d.sentence;
  m.head = d.head;
  m.tokens = [d.start, d.end];
  return m as Mention;
}
