/** Where the parties of an act stand: the slots of rules over the arguments of a trigger. Which parties stand there: parties.ts. */
import { BESIDE, objectOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { companionsOf } from '../2-sentences/companions.ts';
import { baseAt, caseOf, childrenBy, hasChild, lemmaAt, prepositionsOf, relationAt, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import { iobjectOf } from './two-objects.ts';

/** What may stand between a noun and the preposition of its party. */
const BETWEEN = ['of', 'in', 'at'];

const NONE: readonly number[] = [];

/** Tokens that fill a slot of a trigger, in order; several when coordinated is left to `partiesAt`. */
export function slotTokens(
  tree: Tree,
  trigger: number,
  kind: 'verb' | 'noun' | 'adj',
  slot: string,
  light: number | undefined,
): readonly number[] {
  if (kind === 'verb') {
    switch (slot) {
      case 'subject':
        return withCompanions(tree, trigger, subjectOf(tree, trigger));
      case 'object':
        return objectOf(tree, trigger);
      case 'iobject':
        return iobjectOf(tree, trigger);
      case 'xcomp-subject':
        return childrenBy(tree, trigger, 'xcomp').flatMap((x) => surfaceSubject(tree, x));
      case 'comp':
        return childrenBy(tree, trigger, 'ccomp', 'xcomp', 'advcl').flatMap((x) => [...surfaceSubject(tree, x), ...objectOf(tree, x), x]);
      case 'purpose':
        return purposeOf(tree, [trigger, ...objectOf(tree, trigger)]);
      case 'benefit':
        return benefitOf(tree, [trigger, ...objectOf(tree, trigger)]);
      case 'cause':
        return causeOf(tree, [trigger]);
      case 'far-with':
        return farWith(tree, trigger);
      case 'far-to':
        return farTo(tree, trigger);
      case 'comp-subject':
        return childrenBy(tree, trigger, 'ccomp').flatMap((x) => surfaceSubject(tree, x));
      case 'comp-actor':
        // "should be seen", "should become", "should have won": nobody is told to do it.
        return (
          childrenBy(tree, trigger, 'ccomp')
            .filter(
              (x) => !isPassive(tree, x) && !tree.words.copulas.has(lemmaAt(tree, x)) && !tree.words['asks-nothing'].has(lemmaAt(tree, x)),
            )
            .filter((x) => !childrenBy(tree, x, 'cop', 'aux').some((a) => /^(be|have)$/.test(lemmaAt(tree, a))))
            .flatMap((x) => surfaceSubject(tree, x))
            // "visitors should boil water": nobody in particular is told.
            .filter((s) => !tree.words['asked-in-general'].has(lemmaAt(tree, s).toLowerCase()))
        );
      case 'poss':
      case 'mod':
        return [];
      default: {
        const own = prepositionsOf(tree).includes(slot) ? prepositional(tree, trigger, slot) : NONE;
        // "sent Ukraine ten tanks": *to* it.
        if (slot === 'to' && own.length === 0 && tree.words['gives-two'].has(lemmaAt(tree, trigger))) return iobjectOf(tree, trigger);
        return slot === 'between' ? withSecond(tree, own) : own;
      }
    }
  }
  if (kind === 'noun') {
    switch (slot) {
      case 'subject':
        // "is the largest donor to Kenya": who a noun says something of.
        return light !== undefined
          ? subjectOf(tree, light)
          : hasChild(tree, trigger, 'cop')
            ? childrenBy(tree, trigger, 'nsubj')
            : relationAt(tree, trigger) === 'xcomp' && tree.words.copulas.has(lemmaAt(tree, tree.tokens[trigger]?.head ?? -1))
              ? surfaceSubject(tree, trigger)
              : [];
      case 'object':
        return prepositional(tree, trigger, 'of');
      case 'poss':
        return childrenBy(tree, trigger, 'nmod:poss');
      case 'mod':
        return (tree.children[trigger] ?? [])
          .filter(
            (c) =>
              c < trigger &&
              ['amod', 'compound', 'nmod:desc', 'nmod:unmarked', 'nmod'].includes(relationAt(tree, c)) &&
              caseOf(tree, c) === '' &&
              // "a Union supported ceasefire": whose support it has.
              !(tree.tokens[c + 1]?.xpos === 'VBN' && tree.tokens[c + 1]?.head === trigger),
          )
          .flatMap((c) => (tree.words['goes-on-between'].has(lemmaAt(tree, trigger)) ? [c] : pairedAt(tree, c)));
      case 'victim':
        return victimsOf(tree, trigger, light);
      case 'purpose':
        return purposeOf(tree, light === undefined ? [trigger] : [trigger, light]);
      case 'benefit':
        return benefitOf(tree, light === undefined ? [trigger] : [trigger, light]);
      case 'cause':
        return causeOf(tree, light === undefined ? [trigger] : [light, trigger]);
      case 'far-with':
        return light === undefined ? [] : farWith(tree, light);
      case 'far-to':
        return farTo(tree, trigger);
      case 'iobject':
        return light === undefined ? [] : iobjectOf(tree, light);
      case 'comp':
      case 'xcomp-subject':
        return (tree.children[trigger] ?? [])
          .filter((c) => baseAt(tree, c) === 'acl')
          .flatMap((x) => surfaceSubject(tree, x).filter((t) => t !== trigger));
      case 'by': {
        const own = prepositional(tree, trigger, 'by');
        if (own.length > 0) return own;
        // "the torture of prisoners by soldiers": parsers hang the agent on the victim or on the clause.
        const below = prepositional(tree, trigger, 'of').flatMap((o) => prepositional(tree, o, 'by'));
        if (below.length > 0) return below;
        const up = tree.tokens[trigger]?.head ?? -1;
        return up >= 0 && tree.tokens[up]?.upos === 'VERB' && !isPassive(tree, up)
          ? (tree.children[up] ?? []).filter((c) => c > trigger && baseAt(tree, c) === 'obl' && caseOf(tree, c) === 'by')
          : [];
      }
      default: {
        if (!prepositionsOf(tree).includes(slot)) return NONE;
        const own = prepositional(tree, trigger, slot);
        if (light !== undefined && (own.length === 0 || slot === 'with'))
          own.push(...prepositional(tree, light, slot).filter((t) => t !== trigger));
        // "a suspension of aid to Egypt": on the complement of the noun.
        // "a suit in a Paris court against X", "talks in Jerusalem with X": on the place.
        if (own.length === 0 && slot !== 'of')
          for (let k = 0; k < BETWEEN.length; k++) {
            const p = BETWEEN[k] ?? '';
            if (p !== slot) for (const o of prepositional(tree, trigger, p)) own.push(...prepositional(tree, o, slot));
          }
        // "fighting broke out between X and Y": on the verb.
        if (own.length === 0 && light === undefined && (slot === 'between' || slot === 'among') && relationAt(tree, trigger) === 'nsubj')
          own.push(...prepositional(tree, tree.tokens[trigger]?.head ?? -1, slot));
        return slot === 'between' ? withSecond(tree, own) : own;
      }
    }
  }
  switch (slot) {
    case 'subject': {
      if (hasChild(tree, trigger, 'cop') || hasChild(tree, trigger, 'nsubj')) return surfaceSubject(tree, trigger);
      const up = tree.tokens[trigger]?.head ?? -1;
      const r = baseAt(tree, trigger);
      // "a president willing to yield": who somebody is, or should be, not what he told anybody.
      if ((r === 'amod' || r === 'acl') && hasChild(tree, trigger, 'xcomp')) return [];
      if (r === 'amod' || r === 'acl') return [up];
      return surfaceSubject(tree, trigger);
    }
    case 'benefit':
      return benefitOf(tree, [trigger]);
    case 'purpose':
      return purposeOf(tree, [trigger]);
    default:
      return prepositional(tree, trigger, slot);
  }
}

/** "Qatar, together with Egypt, mediated": who is named with the subject between commas. */
const withCompanions = (tree: Tree, verb: number, subjects: readonly number[]): readonly number[] =>
  isPassive(tree, verb) ? subjects : subjects.flatMap((s) => [s, ...companionsOf(tree, s, verb)]);

const isCapital = (tree: Tree, k: number): boolean => /^\p{Lu}/u.test(tree.tokens[k]?.form ?? '');

/** "Israeli-Palestinian talks", "Kenyan-Ethiopian border clashes": both of a pair with a hyphen, at a border too; "Franco-German cooperation" names no act. */
function pairedAt(tree: Tree, mod: number): number[] {
  const first = tree.tokens[mod - 1]?.form === '-' && isCapital(tree, mod - 2) && isCapital(tree, mod) ? mod - 2 : undefined;
  if (first !== undefined && tree.tokens[first]?.head === mod) return [first, mod];
  const border = lemmaAt(tree, mod) === 'border' ? childrenBy(tree, mod, 'amod', 'compound').find((c) => c === mod - 1) : undefined;
  const pair = border === undefined ? [] : pairedAt(tree, border);
  return pair.length === 2 ? pair : [mod];
}

/** Whom an attack named by a noun harms: "air strikes killed *dozens of rebels*", "carried out a raid, targeting *the rebels*". */
function victimsOf(tree: Tree, noun: number, light: number | undefined): readonly number[] {
  if (light !== undefined)
    return childrenBy(tree, light, 'advcl', 'acl')
      .filter((v) => tree.tokens[v]?.xpos === 'VBG' && tree.words.harms.has(lemmaAt(tree, v).toLowerCase()))
      .flatMap((v) => objectOf(tree, v));
  const verb = tree.tokens[noun]?.head ?? -1;
  const acts = verb >= 0 && baseAt(tree, noun) === 'nsubj' && !isPassive(tree, verb);
  return acts && tree.words.harms.has(lemmaAt(tree, verb).toLowerCase()) ? objectOf(tree, verb) : [];
}

/** The clauses of purpose under a trigger or its object. */
function purposeClauses(tree: Tree, holders: readonly number[]): number[] {
  // "a shipment of tents and blankets to help Kenya": below the object.
  const deeper = holders.flatMap((h) =>
    childrenBy(tree, h, 'nmod', 'conj', 'obl')
      .filter((c) => c > h && (tree.bases[c] !== 'obl' || /^(in|of|worth)$/.test(caseOf(tree, c))))
      .flatMap((c) => [c, ...childrenBy(tree, c, 'conj')]),
  );
  // "an effort designed to help Kenya".
  const made = holders.flatMap((h) => childrenBy(tree, h, 'acl').filter((c) => tree.words.aimed.has(lemmaAt(tree, c))));
  const clauses = [...holders, ...deeper, ...made].flatMap((h) =>
    childrenBy(tree, h, 'xcomp', 'advcl', 'acl').filter(
      (c) =>
        childrenBy(tree, c, 'mark').some((m) => tree.tokens[m]?.form.toLowerCase() === 'to') &&
        // "pledged not to join an alliance": nothing for anybody.
        !childrenBy(tree, c, 'advmod').some((m) => lemmaAt(tree, m) === 'not'),
    ),
  );
  return [...clauses, ...clauses.flatMap((c) => childrenBy(tree, c, 'xcomp'))];
}

/** Those whom a promise is to do good: "agreed to lend money *to Kenya*", "vowed to help *the rebels*"; what is bought, shut or set up is nobody. */
function benefitOf(tree: Tree, holders: readonly number[]): number[] {
  const clauses = purposeClauses(tree, holders);
  const helped = clauses.filter((c) => tree.words.benefits.has(lemmaAt(tree, c).toLowerCase())).flatMap((c) => objectOf(tree, c));
  const by = (...preps: string[]): number[] => clauses.flatMap((c) => preps.flatMap((p) => prepositional(tree, c, p)));
  return [...clauses.flatMap((c) => iobjectOf(tree, c)), ...by('to', 'with', 'between'), ...helped];
}

/** Those meant by what an act is for: "gave a million to fight disease *in Kenya*". */
function purposeOf(tree: Tree, holders: readonly number[]): number[] {
  const clauses = purposeClauses(tree, holders);
  const by = (...preps: string[]): number[] => clauses.flatMap((c) => preps.flatMap((p) => prepositional(tree, c, p)));
  const objects = clauses
    .filter(
      (c) => !tree.words['against-its-object'].has(lemmaAt(tree, c).toLowerCase()) || lemmaAt(tree, objectOf(tree, c)[0] ?? -1) === 'need',
    )
    .flatMap((c) => objectOf(tree, c));
  return [
    ...clauses.flatMap((c) => iobjectOf(tree, c)),
    ...by('to', 'with', 'between'),
    ...objects.flatMap((o) => prepositional(tree, o, 'between')),
    ...objects,
    ...by('for', 'from', 'in'),
  ];
}

/** Against whom a strike or a march is whose purpose or reason says so: "went on strike to protest *against X*", "in protest *against X*", "protesting *X*". */
function causeOf(tree: Tree, holders: readonly number[]): number[] {
  const clauses = [...purposeClauses(tree, holders), ...holders.flatMap((h) => childrenBy(tree, h, 'advcl', 'acl'))];
  const protests = clauses.filter((c) => lemmaAt(tree, c) === 'protest');
  const reasons = holders.flatMap((h) => childrenBy(tree, h, 'obl'));
  const answers = reasons.filter((c) => /^(response|reaction|answer|opposition)$/.test(lemmaAt(tree, c)) && caseOf(tree, c) === 'in');
  return [
    ...[...clauses, ...reasons].flatMap((c) => prepositional(tree, c, 'against')),
    ...answers.flatMap((c) => prepositional(tree, c, 'to')),
    ...protests.flatMap((c) => objectOf(tree, c)),
  ];
}

/** "between the government of Colombia and the rebels": the other side, which parsers hang on what the first one is of. */
const withSecond = (tree: Tree, tokens: readonly number[]): readonly number[] =>
  tokens.length !== 1 || tokens.some((t) => hasChild(tree, t, 'conj'))
    ? tokens
    : tokens.flatMap((t) => [
        t,
        ...childrenBy(tree, t, 'nmod', 'nmod:poss').flatMap((c) => childrenBy(tree, c, 'conj').filter((o) => hasChild(tree, o, 'det'))),
      ]);

/** Nominals with *to* further down, where parsers lose them: "returned a mask, stolen from a church in X, to Y". */
function farTo(tree: Tree, verb: number): number[] {
  const found: number[] = [];
  const visit = (i: number): void => {
    for (const c of tree.children[i] ?? []) {
      const base = tree.bases[c];
      if (c < verb || base === 'advcl' || (base === 'conj' && tree.tokens[c]?.upos === 'VERB') || base === 'ccomp' || base === 'parataxis')
        continue;
      if (/^(obl|nmod)$/.test(base ?? '') && caseOf(tree, c) === 'to' && !tree.words['takes-to'].has(lemmaAt(tree, i))) found.push(c);
      visit(c);
    }
  };
  visit(verb);
  return found.slice(-1);
}

/** Nominals with *with* further down, past a comma or a place, where parsers lose them: "discussed the crisis in X, with the leaders of Y". */
function farWith(tree: Tree, verb: number): number[] {
  const found: number[] = [];
  const visit = (i: number): void => {
    for (const c of tree.children[i] ?? []) {
      if (c < verb || !['obj', 'obl', 'nmod', 'conj', 'appos'].includes(baseAt(tree, c))) continue;
      if (caseOf(tree, c) === 'with') {
        // "discussed relations with Y": Y is talked of.
        if (tree.tokens[i]?.upos !== 'VERB' && !tree.words['takes-with'].has(lemmaAt(tree, i).toLowerCase())) found.push(c);
      } else if (!BESIDE.test(caseOf(tree, c))) visit(c);
    }
  };
  visit(verb);
  return found;
}
