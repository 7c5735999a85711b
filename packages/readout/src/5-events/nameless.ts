/**
 * Abstaining where nobody is named who did it: a noun of words or of yielding says that somebody spoke or yielded, and what stands beside it is mostly
 * neither whom it was said to nor why ("settled the charges with Y", "as a warning to Y", "won praise"). What force does to somebody is told without its
 * doer as a rule, and so are criticism and trials of somebody.
 */
import { subjectOf } from '../2-sentences/arguments.ts';
import type { Tree } from '../2-sentences/syntax.ts';
import type { EventType } from '../model/index.ts';
import type { Act } from './act.ts';
import type { Match } from './match.ts';

/** Types whose nouns are of words or of yielding. */
const OF_WORDS: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'AGREE', 'THREATEN', 'CONCEDE', 'RETREAT']);

/** Whether an act without an actor is none: a noun of words, or a threat that something makes ("is threatened by imports"). */
export const isNameless = (tree: Tree, { kind, trigger, light }: Match, act: Act): boolean =>
  act.modality === 'asserted' &&
  ((kind === 'noun' && light === undefined && OF_WORDS.has(act.type) && !/^11[15]/.test(act.cameo)) ||
    (kind === 'verb' && act.type === 'THREATEN' && subjectOf(tree, trigger).length > 0));
