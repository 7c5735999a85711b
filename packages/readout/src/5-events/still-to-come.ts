/** Meetings, visits and protests that a text only announces: told of with verbs of the past, but not held yet. */
import { clauseOf, isDecidedAbove, moodOf } from '../2-sentences/mood.ts';
import { baseAt, caseOf, childrenBy, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Dated } from '../3-mentions/standing/dating.ts';
import { isDay } from '../3-mentions/standing/history.ts';
import type { EventType } from '../model/index.ts';
import type { Act } from './act.ts';
import { sumBefore } from './light-verbs.ts';
import type { Match } from './match.ts';

/** What is held on a day that is called beforehand. */
const HELD: ReadonlySet<EventType> = new Set(['CONSULT', 'PROTEST']);
/** What is in force from a day on. */
const IN_FORCE: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION']);

/** "announced a strike", "a meeting was set for Friday", "announced a visit": what is announced, or called for a day, is still to come. */
export function isStillToCome(doc: Document, tree: Tree, match: Match): boolean {
  const { rule, kind, light, trigger } = match;
  // "voted to strike": decided, not begun.
  if (rule.type === 'PROTEST' && isDecidedAbove(tree, clauseOf(tree, light ?? trigger))) return true;
  // "called a strike": the verb itself may be the trigger.
  if (kind === 'verb' && light === undefined) return rule.type === 'PROTEST' && tellsAhead(tree, trigger);
  if (kind === 'noun' && rule.type && IN_FORCE.has(rule.type)) return isNotInForce(tree, trigger);
  if (kind !== 'noun' || !rule.type || !HELD.has(rule.type)) return false;
  // "the announcement of her visit".
  if (light === undefined && caseOf(tree, trigger) === 'of' && tellsAhead(tree, tree.tokens[trigger]?.head ?? -1)) return true;
  const carrier = light ?? carrierOf(tree, trigger);
  if (carrier === undefined || tree.tokens[carrier]?.xpos === 'VBG') return false;
  const isForDay = [trigger, carrier].some((k) =>
    childrenBy(tree, k, 'obl', 'nmod').some((c) => caseOf(tree, c) === 'for' && isDayAt(doc, tree, c)),
  );
  // "announced the protest that was held": told again.
  return isForDay || (tellsAhead(tree, carrier) && !isTold(tree, trigger));
}

/** "tariffs set to take effect", "the ban is due to come into force", "the tariffs that it is to impose": a measure that is only announced. */
function isNotInForce(tree: Tree, noun: number): boolean {
  const sum = sumBefore(tree, noun);
  return (sum === undefined ? [noun] : [noun, sum]).some((k) => {
    const up = tree.tokens[k]?.head ?? -1;
    const told = [...childrenBy(tree, k, 'acl'), ...(baseAt(tree, k) === 'nsubj' ? [up] : [])];
    return told.some(
      (c) =>
        (takesEffect(tree, c) && (moodOf(tree, c).modality === 'intended' || isDueTo(tree, c))) ||
        (tree.words['set-to'].has(lemmaAt(tree, c)) && childrenBy(tree, c, 'xcomp', 'advcl').some((x) => takesEffect(tree, x))),
    );
  });
}

/** "are due to take effect", where parsers make one word of "due to". */
const isDueTo = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'mark').some((m) => tree.words['set-to'].has(lemmaAt(tree, m)));

const takesEffect = (tree: Tree, verb: number): boolean => tree.words['takes-effect'].has(lemmaAt(tree, verb).toLowerCase());

/** The verb that a noun is the object or the subject of. */
function carrierOf(tree: Tree, noun: number): number | undefined {
  const up = tree.tokens[noun]?.head ?? -1;
  return /^(obj|nsubj)$/.test(baseAt(tree, noun)) && tree.tokens[up]?.upos === 'VERB' ? up : undefined;
}

const tellsAhead = (tree: Tree, verb: number): boolean => tree.words['tells-ahead'].has(lemmaAt(tree, verb).toLowerCase());

const isTold = (tree: Tree, noun: number): boolean => childrenBy(tree, noun, 'acl').length > 0;

function isDayAt(doc: Document, tree: Tree, token: number): boolean {
  const { start = 0, end = 0 } = tree.tokens[token] ?? {};
  return doc.timesWithin(tree.sentence.span).some((t) => t.span.start < end && start < t.span.end && isDay(t));
}

/**
 * Whether an act is one of a time to come: "visits Oslo tomorrow", "ahead of her visit to Oslo next week", and "is flying to Oslo on Friday", whose
 * day may have been taken for the last one.
 */
export function isOnLaterDay(doc: Document, tree: Tree, match: Match, act: Act, dated: Dated): boolean {
  const published = doc.article.published?.value;
  const day = dated.date?.start;
  if (act.modality !== 'asserted' || published === undefined || day === undefined || dated.time === undefined) return false;
  // What is held next week is told beforehand, whatever the tense of the verb above it.
  if (day > published && match.kind === 'noun' && HELD.has(act.type)) return true;
  if (act.mood.tense !== 'present' || dated.date?.precision !== 'day') return false;
  return day > published || (day !== published && act.type === 'CONSULT' && isUnderWay(tree, match.light ?? match.trigger));
}

/** "is flying": a present that goes on. */
const isUnderWay = (tree: Tree, verb: number): boolean => {
  const aux = childrenBy(tree, verb, 'aux').map((a) => tree.tokens[a]);
  return tree.tokens[verb]?.xpos === 'VBG' && aux.length === 1 && /^VB[PZ]$/.test(aux[0]?.xpos ?? '');
};
