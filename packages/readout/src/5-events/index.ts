/**
 * Stage 5: document and claims → events.
 * Triggers are looked up in the rule index; each match gets its parties by slots, its mood from the clause, its change of code from
 * the governor above it, its date and place from clause, sentence, article; the claim around it is attached; last, one act told twice is
 * one event with all its evidence. Governors come after slots, because they move parties; merging comes last, because it needs all.
 * Rules: knowledge/rules/events, governors.yaml, classes.yaml; codes: ontology/cameo.tsv; light verbs: lexicon/light-verbs.tsv.
 * It does not judge whether a claim is true: an event inside a claim points to it.
 */
import type { Document } from '../3-mentions/document.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Claim, Event } from '../model/index.ts';
import { type Codes, readCodes } from './codes.ts';
import { codeMatch } from './code.ts';
import { contextWords } from './contexts.ts';
import { type GovernorIndex, readGovernors } from './governors.ts';
import { findMatches, type LightVerbs } from './match.ts';
import { mergeEvents } from './merge.ts';
import { readRules, type RuleIndex } from './rules.ts';

export interface EventKnowledge {
  readonly rules: RuleIndex;
  readonly governors: GovernorIndex;
  readonly codes: Codes;
  readonly lights: LightVerbs;
  readonly contexts: ReadonlyMap<string, readonly string[]>;
}

export function eventKnowledge(knowledge: Knowledge): EventKnowledge {
  return {
    rules: readRules(knowledge),
    governors: readGovernors(knowledge),
    codes: readCodes(knowledge),
    lights: new Map(knowledge.lexicon('light-verbs').map((r) => [r.lemma ?? '', r.effect ?? 'do'])),
    contexts: contextWords(knowledge),
  };
}

/** The events of a document, in text order. Titles repeat the body and captions describe pictures: both are read, and merge. */
export function findEvents(doc: Document, claims: readonly Claim[], knowledge: EventKnowledge): Event[] {
  const drafts: Event[] = [];
  for (const tree of doc.trees) {
    for (const match of findMatches(doc, tree, knowledge.rules, knowledge.lights)) drafts.push(...codeMatch(doc, tree, match, claims, knowledge));
  }
  return mergeEvents(drafts).map((e, i) => ({ ...e, id: `e${i + 1}` }));
}
