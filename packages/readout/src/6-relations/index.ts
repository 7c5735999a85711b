/**
 * Stage 6: document, claims and events → standing relations and figures.
 * Trigger words are looked up in the rules; the parties are read from the noun group and the order of words, then from the tree; status
 * from tense, negation, "former" and the verb that carries the bond; degree words kept; then the knowledge is asked. Offices are read
 * from titles. One relation told twice is one with all its evidence. Figures come last, because they attach to events and relations.
 * Rules: knowledge/rules/relations; words: lexicon/degrees.tsv, numbers.tsv, hedges.tsv, relation-verbs.tsv; known: relations/known.tsv,
 * memberships. A party's claim stays a claim: a relation inside one points to it.
 */
import type { Document } from '../3-mentions/document.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Claim, Event, Figure, Relation } from '../model/index.ts';
import { findFigures } from './figures.ts';
import { findInSentence } from './find.ts';
import { type KnownRelation, type KnownRelations, readKnownRelations } from './known.ts';
import { mergeRelations } from './merge.ts';
import { type FigureWords, readFigureWords } from './numbers.ts';
import { findOffices, type OfficeWords, readOfficeWords } from './offices.ts';
import { type RelationRules, readRelationRules } from './rules.ts';

export { type KnownRelation, type KnownRelations, readKnownRelations };

/** What stage 6 needs besides document, claims and events. */
export interface RelationKnowledge {
  readonly rules: RelationRules;
  readonly known: KnownRelations;
  readonly offices: OfficeWords;
  readonly figures: FigureWords;
}

/** Rules and words of stage 6, made ready once. Throws `knowledge/…` for a row that cannot be read. */
export function relationKnowledge(knowledge: Knowledge): RelationKnowledge {
  return {
    rules: readRelationRules(knowledge),
    known: readKnownRelations(knowledge),
    offices: readOfficeWords(knowledge),
    figures: readFigureWords(knowledge),
  };
}

/** What stage 6 gives. */
export interface FoundRelations {
  readonly relations: readonly Relation[];
  readonly figures: readonly Figure[];
}

/** The relations and figures of a document, in text order, each with its evidence and rule. */
export function findRelations(
  doc: Document,
  claims: readonly Claim[],
  events: readonly Event[],
  knowledge: RelationKnowledge,
): FoundRelations {
  const around = { claims, events, rules: knowledge.rules, known: knowledge.known };
  const found = doc.trees.flatMap((tree) => findInSentence(doc, tree, around));
  const offices = findOffices(doc, knowledge.offices);
  const relations = mergeRelations([...found, ...offices]).map((r, i) => ({ ...r, id: `r${i + 1}` }));
  return { relations, figures: findFigures(doc, claims, events, relations, knowledge.figures) };
}
