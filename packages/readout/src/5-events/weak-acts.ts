/** The table lexicon/weak-acts.tsv: words that most often stand for one type of act. */
import type { Knowledge } from '../knowledge.ts';
import type { EventType } from '../model/index.ts';

/** `verb/return`, `noun/raid`, `prep/against` → the type it most often stands for. */
export type WeakActs = ReadonlyMap<string, EventType>;

/** Types by `pos/lemma`. */
export function readWeakActs(knowledge: Knowledge): WeakActs {
  return new Map(knowledge.lexicon('weak-acts').map((r) => [`${r.pos}/${(r.lemma ?? '').toLowerCase()}`, (r.event ?? '') as EventType]));
}
