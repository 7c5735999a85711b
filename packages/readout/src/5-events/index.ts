/**
 * Stage 5: document and claims → events.
 * Triggers are looked up in the rule index; each match gets its parties by slots, its mood from the clause, its change of code from
 * the governor above it, its date and place from clause, sentence, article; the claim around it is attached; last, one act told twice is
 * one event with all its evidence, and gets its confidence. Governors come after slots, because they move parties; merging comes last, because it needs all.
 * Rules: knowledge/rules/events, governors.yaml, classes.yaml; codes: ontology/cameo.tsv; light verbs: lexicon/light-verbs.tsv.
 * It does not judge whether a claim is true: an event inside a claim points to it.
 */
import type { Document } from '../3-mentions/document.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Claim, Event } from '../model/index.ts';
import { codeMatch } from './code.ts';
import { readCodes } from './codes.ts';
import { readConfidence, withConfidence } from './confidence.ts';
import { contextWords } from './contexts.ts';
import type { EventKnowledge } from './event-knowledge.ts';
import { readGovernors } from './governors.ts';
import { eachMatch } from './match.ts';
import { mergeEvents } from './merge.ts';
import { readRules } from './rules.ts';
import { readSureClause } from './sure.ts';
import { joinTitled } from './titles.ts';
import { type Read, withoutTwins } from './twins.ts';
import { readWeakActs } from './weak-acts.ts';

export type { EventKnowledge } from './event-knowledge.ts';

/** Rules, governors, codes and words of stage 5, made ready once. Throws `knowledge/…` for a row that cannot be read. */
export function eventKnowledge(knowledge: Knowledge): EventKnowledge {
  return {
    rules: readRules(knowledge),
    governors: readGovernors(knowledge),
    codes: readCodes(knowledge),
    lights: new Map(knowledge.lexicon('light-verbs').map((r) => [r.lemma ?? '', lightOf(r.effect ?? 'do', r.note ?? '')])),
    weak: readWeakActs(knowledge),
    contexts: contextWords(knowledge),
    ended: new Map(knowledge.list('states').flatMap((r) => (r.kind === 'historic' && r.end ? [[r.id ?? '', r.end]] : []))),
    sureClause: readSureClause(knowledge),
    confidence: readConfidence(knowledge),
  };
}

/** What a light verb does to its noun; `carry` when the subject only brings it about, stands by or tells of it. */
function lightOf(effect: string, note: string): string {
  if (effect === 'stop' && /\bothers\b/.test(note)) return 'carry';
  return effect === 'do' && /\b(third-party|cause|indirect|setting|averted)\b/.test(note) ? 'carry' : effect;
}

/** The events of a document, in text order. Titles repeat the body and captions describe pictures: both are read, and merge. */
export function findEvents(doc: Document, claims: readonly Claim[], knowledge: EventKnowledge): Event[] {
  const drafts: Event[] = [];
  for (const tree of doc.trees) {
    // An act that nobody named takes part in is none.
    if (doc.mentionsIn(tree.sentence.index).length === 0) continue;
    const reads: Read[] = [];
    // The strongest rule whose parties are there.
    eachMatch(doc, tree, knowledge.rules, knowledge.lights, (match) => {
      const events = codeMatch(doc, tree, match, claims, knowledge);
      for (const event of events) reads.push({ event, match });
      return events.length > 0;
    });
    drafts.push(...withoutTwins(tree, reads));
  }
  const events = joinTitled(doc, mergeEvents(drafts)).flatMap((e) => withConfidence(doc, e, knowledge.confidence) ?? []);
  // They are this stage's own still.
  for (let i = 0; i < events.length; i++) (events[i] as { id: string }).id = `e${i + 1}`;
  return events;
}
