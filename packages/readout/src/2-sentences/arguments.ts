/**
 * Subjects, objects and complements over passives, relative clauses, control, participles and coordination: later stages have rules for the active clause.
 */
import { isCompanion } from './companions.ts';
import { addComplements, addImposed, BESIDE, isAbsolute } from './complements.ts';
import { isBehindLeast, isBehindParticle } from './objects-behind.ts';
import { beforeHyphen, doneByOther, hyphenAgent, isImperative, ownersBefore, ownSubjects, toldAround } from './own-subjects.ts';
import { gapBelow, hasObjectAbove, isRelative } from './relative-gaps.ts';
import { baseAt, baseRelation, caseOf, childrenBy, hasChild, lemmaAt, prepositionsOf, relationAt, type Tree } from './syntax.ts';
import { isPassive } from './voice.ts';

/** A token that fills a slot; the tokens of a coordination each count. */
export function subjectOf(tree: Tree, verb: number, depth = 0): readonly number[] {
  if (depth > 6) return [];
  const passive = isPassive(tree, verb);
  if (passive) {
    // Whatever the parser calls it, "to the museum" is no agent, nor is who was just called something else.
    const agents = childrenBy(tree, verb, 'obl').filter(
      (c) =>
        caseOf(tree, c) === 'by' ||
        (relationAt(tree, c) === 'obl:agent' && !/^(to|for|in|on|at|with|against)$/.test(caseOf(tree, c)) && !isOtherName(tree, c)),
    );
    return [...new Set([...agents, ...hyphenAgent(tree, verb)])];
  }
  return surfaceSubject(tree, verb, depth);
}

/** "were thrown at the president, Jan Kowal": a name right behind another complement, with no *by* before it. */
const isOtherName = (tree: Tree, agent: number): boolean =>
  caseOf(tree, agent) === '' &&
  childrenBy(tree, tree.tokens[agent]?.head ?? -1, 'obl').some(
    (o) => o === agent - 2 - childrenBy(tree, agent, 'nmod:desc', 'compound').length && caseOf(tree, o) !== 'by',
  ) &&
  tree.tokens.slice(0, agent).every((t) => t.form !== 'by');

/** The subject as it stands, active or passive. */
export function surfaceSubject(tree: Tree, verb: number, depth = 0): readonly number[] {
  if (depth > 0 || verb < 0) return readSubject(tree, verb, depth);
  tree.kept.subjects ??= new Array(tree.tokens.length);
  const { subjects } = tree.kept;
  const found = subjects[verb] ?? readSubject(tree, verb, 0);
  subjects[verb] = found;
  return found;
}

function readSubject(tree: Tree, verb: number, depth: number): readonly number[] {
  if (depth > 6) return [];
  const own = ownSubjects(tree, verb);
  if (own.length > 0) return own;
  const before = beforeHyphen(tree, verb);
  if (before.length > 0) return before;
  const up = tree.tokens[verb]?.head ?? -1;
  // "Cancel the visit, he wrote": whoever says so is not told to.
  if (up < 0 || isImperative(tree, verb)) return [];
  const relation = relationAt(tree, verb);
  switch (baseRelation(relation)) {
    case 'conj':
      // A conjunct shares the subject of the first; "is X and did Y" too.
      return surfaceSubject(tree, up, depth + 1);
    case 'xcomp': {
      const asked = askedOf(tree, up, verb);
      if (asked.length > 0) return asked;
      // "summoned the envoy to complain": whoever calls somebody in speaks, not who has to come.
      if (tree.words['calls-in'].has(lemmaAt(tree, up)) && tree.words['acts-of-words'].has(lemmaAt(tree, verb)))
        return isPassive(tree, up) ? [] : subjectOf(tree, up, depth + 1);
      const object = [...childrenBy(tree, up, 'obj', 'iobj')];
      if (object.length > 0 && !tree.words['subject-control'].has(lemmaAt(tree, up)) && object.every((o) => o < verb)) return object;
      return tree.tokens[up]?.upos === 'NOUN' ? ownerOf(tree, up) : surfaceSubject(tree, up, depth + 1);
    }
    case 'advcl': {
      const told = toldAround(tree, up, verb);
      if (told !== undefined) return surfaceSubject(tree, told, depth + 1);
      if (childrenBy(tree, verb, 'mark').some((m) => lemmaAt(tree, m) === 'to')) {
        const asked = askedOf(tree, up, verb);
        if (asked.length > 0) return asked;
        if (tree.words['calls-in'].has(lemmaAt(tree, up)) && isPassive(tree, up) && tree.words['acts-of-words'].has(lemmaAt(tree, verb)))
          return [];
        // "pressed the workers to give in", taken for a purpose: whoever is pressed is to do it.
        if (tree.words['object-control'].has(lemmaAt(tree, up)) && !isPassive(tree, up)) {
          const pressed = childrenBy(tree, up, 'obj').filter((o) => o < verb);
          if (pressed.length > 0) return pressed;
        }
      }
      const other = doneByOther(tree, verb);
      if (other !== undefined && (!hasChild(tree, up, 'obj') || tree.words.imposes.has(lemmaAt(tree, up)) || isMeasure(tree, up)))
        return [other];
      // "warned X against sending", "stopped X from selling", "thanked X for sending": X does it.
      if (
        childrenBy(tree, verb, 'mark').some((m) =>
          (tree.words.judging.has(lemmaAt(tree, up)) || thankedBy(tree, up).length > 0
            ? /^(against|from|into|for|of|with)$/
            : /^(against|from|into)$/
          ).test(lemmaAt(tree, m)),
        )
      ) {
        const thanked = thankedBy(tree, up);
        if (thanked.length > 0) return thanked;
        const own = childrenBy(tree, up, 'obj', 'iobj');
        const judged = own.length > 0 ? own : objectOf(tree, up, depth + 1);
        if (judged.length > 0) return judged;
      }
      return childrenBy(tree, verb, 'mark').some((m) => /^(that|whether)$/.test(lemmaAt(tree, m)))
        ? []
        : surfaceSubject(tree, up, depth + 1);
    }
    case 'ccomp':
    case 'parataxis':
      return childrenBy(tree, verb, 'mark').some((m) => /^(that|whether)$/.test(lemmaAt(tree, m))) || isFinitePassive(tree, verb)
        ? []
        : surfaceSubject(tree, up, depth + 1);
    case 'acl':
      if (relation === 'acl:relcl') return up >= 0 ? [up] : [];
      if (tree.tokens[verb]?.xpos === 'VBG') return behindOf(tree, verb, up);
      // "a plan to attack": whoever has the plan.
      if (childrenBy(tree, verb, 'mark').some((m) => lemmaAt(tree, m) === 'to')) return ownerOf(tree, up, depth + 1);
      return [];
    case 'amod':
      return tree.tokens[verb]?.xpos === 'VBG' ? [up] : [];
    case 'cop':
    case 'aux':
      return surfaceSubject(tree, up, depth + 1);
    default:
      return [];
  }
}

/** "recommended sanctions against Peru for breaking the pact". */
const isMeasure = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'obj').some((o) => tree.words.measures.has(lemmaAt(tree, o).toLowerCase()));

const isMarkedOf = (tree: Tree, verb: number): boolean => childrenBy(tree, verb, 'mark').some((m) => lemmaAt(tree, m) === 'of');

/** "her accusation of calling": whoever accuses does not do it. */
export const isAccusedOf = (tree: Tree, verb: number, noun: number): boolean =>
  isMarkedOf(tree, verb) && tree.words['accuses-in-nouns'].has(lemmaAt(tree, noun).toLowerCase());

/** "his habit of calling": whoever has it calls, not the habit; but "accused the firm of calling", and of "her accusation of calling" somebody unnamed. */
function behindOf(tree: Tree, verb: number, noun: number): readonly number[] {
  // "was in Bonn talking to Peru": whoever was there.
  if (childrenBy(tree, noun, 'cop').length > 0 && /^(in|at)$/.test(caseOf(tree, noun))) return surfaceSubject(tree, noun);
  // "was accused by Peru of spying": whoever is accused.
  const up = tree.tokens[noun]?.head ?? -1;
  if (relationAt(tree, noun) === 'obl:agent' && isMarkedOf(tree, verb) && tree.words.judging.has(lemmaAt(tree, up)))
    return objectOf(tree, up);
  if (tree.tokens[noun]?.upos !== 'NOUN' || !isMarkedOf(tree, verb)) return [noun];
  if (isAccusedOf(tree, verb, noun)) return [];
  const above = tree.tokens[noun]?.head ?? -1;
  const isJudged = /^(i?obj|nsubj:pass)$/.test(relationAt(tree, noun)) && tree.words.judging.has(lemmaAt(tree, above));
  return isJudged ? [noun] : childrenBy(tree, noun, 'nmod:poss');
}

/** "expressed gratitude to Peru for sending", "took a swipe at Peru for it", "lashed out at Peru for it": who is thanked or blamed beside the verb. */
export function thankedBy(tree: Tree, verb: number): readonly number[] {
  if (tree.words['lashes-out'].has(lemmaAt(tree, verb)))
    return childrenBy(tree, verb, 'obl', 'obj').filter((c) => c > verb && /^(at|into|against|on)$/.test(caseOf(tree, c)));
  const objects = childrenBy(tree, verb, 'obj');
  const holds = (set: 'thanks-in-nouns' | 'swipes'): boolean => objects.some((o) => tree.words[set].has(lemmaAt(tree, o).toLowerCase()));
  return holds('thanks-in-nouns') ? prepositional(tree, verb, 'to') : holds('swipes') ? prepositional(tree, verb, 'at') : [];
}

/** "said ten plans have been received", whose subject the parser gave to the verb above: not that one's subject was received. */
const isFinitePassive = (tree: Tree, verb: number): boolean =>
  relationAt(tree, verb) === 'ccomp' &&
  childrenBy(tree, verb, 'aux').some((c) => /^VB[DPZ]$/.test(tree.tokens[c]?.xpos ?? '')) &&
  isPassive(tree, verb);

/** "called on X to withdraw", "appealed to X to help": X is to do it; "called X on Monday to thank him": nobody is. */
function askedOf(tree: Tree, up: number, verb: number): number[] {
  if (hasChild(tree, up, 'obj')) return [];
  const asks = tree.words['asks-behind'];
  // "calling for Peru to cooperate": the preposition may hang on the verb.
  const prep = (c: number): string => caseOf(tree, c) || (childrenBy(tree, verb, 'mark').includes(c - 1) ? lemmaAt(tree, c - 1) : '');
  return childrenBy(tree, up, 'obl').filter((c) => c > up && c < verb && asks.has(`${lemmaAt(tree, up)} ${prep(c)}`));
}

/** Who has a noun: its possessor, or the subject of the verb it is the object of. */
export function ownerOf(tree: Tree, noun: number, depth = 0): readonly number[] {
  const before = ownersBefore(tree, noun);
  if (before.length > 0) return before;
  const up = tree.tokens[noun]?.head ?? -1;
  if (up < 0) return [];
  const base = baseAt(tree, noun);
  if (base === 'obj' && tree.tokens[up]?.upos === 'VERB') return subjectOf(tree, up, depth + 1);
  // "said in a letter urging", "with a plan to": not what was spoken against or about, nor "disagreed with an order to".
  if (caseOf(tree, noun) === 'with' && tree.words['at-odds-with'].has(lemmaAt(tree, up))) return [];
  if (base === 'obl' && tree.tokens[up]?.upos === 'VERB' && /^(in|by|through|via|with|under|as|from|of|to|on)$/.test(caseOf(tree, noun)))
    return subjectOf(tree, up, depth + 1);
  if (base === 'nsubj' && hasChild(tree, up, 'cop')) return [];
  return [];
}

/** The direct object as it would be in the active. */
export function objectOf(tree: Tree, verb: number, depth = 0): readonly number[] {
  if (depth > 0 || verb < 0) return readObject(tree, verb, depth);
  tree.kept.objects ??= new Array(tree.tokens.length);
  const { objects } = tree.kept;
  const found = objects[verb] ?? readObject(tree, verb, 0);
  objects[verb] = found;
  return found;
}

function readObject(tree: Tree, verb: number, depth: number): readonly number[] {
  if (depth > 4) return [];
  if (isPassive(tree, verb)) {
    const relation = relationAt(tree, verb);
    const own = ownSubjects(tree, verb);
    if (own.length > 0) return own;
    const up = tree.tokens[verb]?.head ?? -1;
    if (relation === 'acl' || baseRelation(relation) === 'amod' || relation === 'acl:relcl') return up >= 0 ? [up] : [];
    if (baseRelation(relation) === 'conj' && up >= 0) return isPassive(tree, up) ? objectOf(tree, up, depth + 1) : surfaceSubject(tree, up);
    if (['xcomp', 'advcl', 'ccomp', 'parataxis'].includes(baseRelation(relation))) return surfaceSubject(tree, verb);
    return [];
  }
  // "an aide of Kowal, its founder, has called": what stands between a subject and its verb is no object of it.
  const subject = childrenBy(tree, verb, 'nsubj')[0] ?? verb;
  const own = childrenBy(tree, verb, 'obj').filter((o) => !(subject < o && o < verb && tree.tokens[o]?.upos === 'NOUN'));
  if (own.length > 0) return isRelative(tree, own) && gapBelow(tree, verb) !== undefined ? [] : own;
  // "handed over the remains": a particle that parsers take for a preposition.
  const behind = childrenBy(tree, verb, 'obl').filter((c) => isBehindParticle(tree, verb, c) || isBehindLeast(tree, verb, c));
  if (behind.length > 0) return behind;
  // "let free two hostages": the object of what they are made.
  const made = childrenBy(tree, verb, 'xcomp').filter((x) => tree.tokens[x]?.upos === 'ADJ' && x === verb + 1);
  const freed = made.flatMap((x) => childrenBy(tree, x, 'obj').filter((o) => o > x));
  if (freed.length > 0) return freed;
  const relation = relationAt(tree, verb);
  const up = tree.tokens[verb]?.head ?? -1;
  // "the man police arrested", "sanctions the US imposed": the noun the clause hangs on.
  if (relation === 'acl:relcl' && up >= 0 && hasObjectAbove(tree, verb)) return gapBelow(tree, verb) === undefined ? [up] : [];
  // "the president, whom they helped to topple".
  if (relation === 'xcomp' && up >= 0 && relationAt(tree, up) === 'acl:relcl' && gapBelow(tree, up) === verb)
    return hasObjectAbove(tree, up) ? [tree.tokens[up]?.head ?? -1] : [];
  // Shared object: "condemned and rejected the plan".
  if (baseRelation(relation) === 'conj' || relation === 'acl:relcl') return [];
  const next = childrenBy(tree, verb, 'conj').find(
    (c) => tree.tokens[c]?.upos === 'VERB' && hasChild(tree, c, 'obj') && !hasChild(tree, c, 'nsubj'),
  );
  return next !== undefined && !hasChild(tree, verb, 'ccomp', 'xcomp', 'obl') ? childrenBy(tree, next, 'obj') : [];
}

/** Complements of a token with a preposition, its own and those of its object noun ("impose sanctions on X"). */
export function prepositional(tree: Tree, head: number, prep: string): number[] {
  const found: number[] = [];
  // Rules ask for many, and a sentence has few.
  if (!prepositionsOf(tree).includes(prep)) return found;
  const children = tree.children[head] ?? [];
  for (let k = 0; k < children.length; k++) {
    const c = children[k] as number;
    if (
      (tree.bases[c] === 'obl' || tree.bases[c] === 'nmod') &&
      caseOf(tree, c) === prep &&
      !(prep === 'with' && (isAbsolute(tree, c) || isCompanion(tree, c))) &&
      !(tree.bases[c] === 'obl' && isBehindParticle(tree, head, c) && tree.tokens[head]?.upos === 'VERB')
    )
      found.push(c);
  }
  if (tree.tokens[head]?.upos !== 'VERB') {
    if (found.length === 0) addImposed(tree, head, prep, found);
    return found;
  }
  if (!(relationAt(tree, head) === 'acl' && isPassive(tree, head))) {
    const objects = objectOf(tree, head);
    for (let k = 0; k < objects.length; k++) {
      const o = objects[k] as number;
      const before = found.length;
      addComplements(tree, o, prep, found, o);
      if (found.length === before) addImposed(tree, o, prep, found);
      // "suspended flights and supplies to Kenya".
      if (prep !== 'with')
        for (const c of tree.children[o] ?? []) if (c > o && tree.bases[c] === 'conj') addComplements(tree, c, prep, found, c);
      // "gave $40 million in aid to Kenya", "sent tonnes of food to Kenya": on what the amount is of.
      if (found.length > before || prep === 'of') continue;
      for (const c of tree.children[o] ?? [])
        if (
          c > o &&
          (tree.bases[c] === 'appos' || (tree.bases[c] === 'nmod' && /^(of|in|worth)$/.test(caseOf(tree, c)))) &&
          // "demanded the release of a report from Peru": who has written it.
          !(prep === 'from' && tree.words.texts.has(lemmaAt(tree, c)))
        )
          addComplements(tree, c, prep, found, c);
    }
  }
  // "withdrew from talks with Turkey": one level below another complement; not below who does it or what was at the time.
  // What is *of* something is of it alone: "protested against the seizure of a ship".
  if (found.length === 0 && prep !== 'of')
    for (let k = 0; k < children.length; k++) {
      const c = children[k] as number;
      if (tree.bases[c] === 'obl' && c >= head && !BESIDE.test(caseOf(tree, c)) && !tree.words['no-way-through'].has(lemmaAt(tree, c)))
        addComplements(tree, c, prep, found, -1);
    }
  return found.length < 2 ? found : [...new Set(found)];
}
