/**
 * Readings that no English sentence has, put right before the rules see them: an auxiliary cut off from its participle ("has in the past
 * called for"), a finite verb taken for a participle (Novak “called on …,” Xinhua reported), an object that stands before its verb's own conjunction
 * or hangs on the subject, a name that is the head of "his counterpart". Each is plain from the order of words; all other trees stay as they are.
 */
import type { Token } from '../../model/index.ts';
import type { WordSets } from '../word-sets.ts';
import {
  agentRightBehind,
  asSubject,
  behindRelative,
  behindReported,
  gerundOfText,
  growingNoun,
  joinedDescription,
  relativeByNumber,
  speakersParticiple,
  subjectOfReported,
  whomObject,
} from './attachments.ts';
import { datelineSubject } from './datelines.ts';
import { dayBehindNoun } from './days.ts';
import { lostLetter } from './letters.ts';
import { bareOblique, countedObject, determiners, gerundBesideTold, loneObject, strayObject, subjectsObject } from './objects.ts';
import { auxiliarysSubject, finiteConjunct, pastConjunct, progressive, rootParticiple, strayAuxiliary } from './predicates.ts';
import { subjectOfTimeClause } from './times.ts';
import { joinedTitle } from './titles.ts';
import { under, withChanges } from './tools.ts';
import {
  barePassive,
  infinitiveLikeAdjective,
  noPassive,
  quotedPassive,
  quotedVerb,
  splitPerfect,
  verbBeforeObject,
  verbInsidePhrase,
} from './verbs.ts';

const GENERAL = /^generals?$/i;
const COUNTED = /^(obj|obl|obl:unmarked)$/;

/** The same tokens where nothing is wrong. */
export function repairTokens(tokens: readonly Token[], words: WordSets): readonly Token[] {
  let result: readonly Token[] = tokens;
  for (let i = 0; i < tokens.length; i++) {
    if (result[i]?.deprel.startsWith('nsubj'))
      result = auxiliarysSubject(result, i) ?? asSubject(result, i) ?? subjectOfReported(result, i) ?? result;
    if (i > 1 && GENERAL.test(result[i]?.form ?? '')) result = joinedTitle(result, i) ?? result;
    if (i > 1 && result[i]?.upos === 'PROPN' && result[i - 1]?.head === i) result = dayBehindNoun(result, i, words) ?? result;
    if (i > 3 && result[i]?.xpos === 'NNS' && COUNTED.test(result[i]?.deprel ?? '')) result = countedObject(result, i, words) ?? result;
    const t = result[i];
    if (!t) continue;
    if (t.lemma === 'have' && !t.deprel.startsWith('aux') && i < t.head) result = strayAuxiliary(result, i) ?? result;
    if (t.deprel === 'acl' && (t.xpos === 'VBN' || t.xpos === 'VBD'))
      result = splitPerfect(result, i) ?? quotedVerb(result, i) ?? rootParticiple(result, i, words) ?? result;
    else if (t.deprel === 'nsubj:pass' || (i === 0 && t.deprel === 'obl:unmarked'))
      result = (t.head === i + 2 ? quotedPassive(result, i) : undefined) ?? noPassive(result, i, words) ?? barePassive(result, i) ?? result;
    else if (t.deprel === 'amod' && (t.xpos === 'VBN' || t.xpos === 'VBD'))
      result = verbBeforeObject(result, i) ?? verbInsidePhrase(result, i) ?? result;
    else if (t.xpos === 'VBG' && (t.deprel === 'amod' || t.deprel === 'compound')) result = progressive(result, i) ?? result;
    else if (t.deprel === 'amod' && i > 1) result = infinitiveLikeAdjective(result, i, words) ?? result;
    else if (t.deprel === 'acl:relcl') result = relativeByNumber(result, i) ?? result;
    else if (t.deprel === 'conj')
      result =
        t.upos === 'NOUN'
          ? (joinedDescription(result, i) ?? result)
          : ((/^VB[DN]$/.test(t.xpos) ? pastConjunct(result, i) : undefined) ??
            behindRelative(result, i) ??
            behindReported(result, i, words) ??
            finiteConjunct(result, i) ??
            result);
    else if (t.deprel === 'xcomp') result = gerundBesideTold(result, i, words) ?? result;
    else if (t.deprel === 'ccomp') result = timeClause(result, i) ?? result;
    else if (t.deprel === 'advcl' && t.xpos === 'VBG')
      result = growingNoun(result, i, words) ?? gerundOfText(result, i, words) ?? speakersParticiple(result, i, words) ?? result;
    else if (t.deprel === 'nmod:desc') result = ownedTitle(result, i) ?? result;
    else if (t.deprel === 'nmod:poss') result = whomObject(result, i) ?? result;
    else if (t.deprel === 'iobj') result = loneObject(result, i) ?? result;
    else if (t.deprel === 'obl')
      result =
        (t.head > i
          ? subjectOfTimeClause(result, i)
          : t.head === i - 1 - determiners(result, i)
            ? bareOblique(result, i)
            : agentRightBehind(result, i)) ?? result;
    else if (t.deprel === 'obj') result = (t.head > i ? strayObject(result, i) : subjectsObject(result, i)) ?? result;
    else if (t.deprel === 'nsubj' && i > t.head) result = subjectBehind(result, i) ?? result;
    else if (t.upos === 'NOUN' && t.deprel === 'nsubj' && result[i + 1]?.form === ',') result = describedSubject(result, i) ?? result;
    else if (t.upos === 'PROPN' && (t.deprel === 'nsubj' || t.deprel === 'nsubj:pass') && i < t.head)
      result = nameBesideTitle(result, i) ?? (i < 3 ? datelineSubject(result, i) : undefined) ?? result;
    else if (t.form === 'he' && t.deprel.startsWith('nsubj')) result = lostLetter(result, i) ?? result;
    else if (i < 3 && t.deprel.startsWith('nsubj')) result = datelineSubject(result, i) ?? result;
  }
  return lastStop(result);
}

/** The stop that ends a sentence is the root's, so that it is in nobody's clause. */
function lastStop(tokens: readonly Token[]): readonly Token[] {
  const stop = tokens.length - 1;
  const root = tokens.findIndex((t) => t.head === -1);
  if (tokens[stop]?.form !== '.' || tokens[stop]?.deprel !== 'punct' || root < 0 || tokens[stop]?.head === root) return tokens;
  return withChanges(tokens, new Map([[stop, { head: root }]]));
}

/**
 * "The previous president, Ana Costa, had …", "Pop band Blue Door has …": two subjects side by side before one verb are a description and the
 * name it belongs to.
 */
function nameBesideTitle(tokens: readonly Token[], name: number): Token[] | undefined {
  const n = tokens[name];
  if (!n) return undefined;
  let title = -1;
  for (let k = 0; k < name; k++) if (tokens[k]?.head === n.head && tokens[k]?.deprel === n.deprel) title = title < 0 ? k : name;
  // One other subject, a common noun or a role in capitals, that ends where the name's phrase begins.
  if (title < 0 || title === name) return undefined;
  let start = name;
  while (start > 0 && under(tokens, start - 1, name)) start--;
  if (tokens[start - 1]?.form === ',') start--;
  for (let k = title + 1; k < start; k++) if (!under(tokens, k, title)) return undefined;
  // "MANILA, Philippines -- President A met": the place before the dash is no subject.
  if (
    title < 3 &&
    tokens[title]?.upos === 'PROPN' &&
    tokens.slice(title, name).some((t, k) => /^(-|--|–|—)$/.test(t.form) && tokens[title + k - 1]?.spaceAfter !== false)
  )
    return withChanges(tokens, new Map<number, Partial<Token>>([[title, { head: name, deprel: 'dep' }]]));
  // "President A and President B met": two names are two parties.
  const joined = tokens[title]?.upos === 'PROPN' && tokens.slice(title, name).some((t) => t.deprel === 'cc' && t.form !== '&');
  return withChanges(tokens, new Map<number, Partial<Token>>([[name, { head: title, deprel: joined ? 'conj' : 'appos' }]]));
}

/** "Novak, the party's former leader, spoke": what stands between two commas behind the subject's name describes it. */
function describedSubject(tokens: readonly Token[], noun: number): Token[] | undefined {
  const verb = tokens[noun]?.head ?? -1;
  const name = tokens.findIndex((t, k) => k < noun && t.head === verb && t.deprel === 'nsubj');
  let start = noun;
  while (start > 0 && under(tokens, start - 1, noun) && tokens[start - 1]?.form !== ',') start--;
  const n = tokens[name];
  if (n?.upos !== 'PROPN' || noun > verb || start < 2 || tokens[start - 1]?.form !== ',') return undefined;
  if (start - 2 !== name && !under(tokens, start - 2, name)) return undefined;
  return withChanges(tokens, new Map<number, Partial<Token>>([[noun, { head: name, deprel: 'appos' }]]));
}

/** "Norway warned Sweden": a verb that has its subject before it and no object has the second subject, behind it, as its object. */
function subjectBehind(tokens: readonly Token[], second: number): Token[] | undefined {
  const verb = tokens[second]?.head ?? -1;
  const own = (t: Token | undefined): boolean => t?.head === verb;
  if (tokens[verb]?.upos !== 'VERB' || !tokens.some((t, k) => k < verb && own(t) && t.deprel === 'nsubj')) return undefined;
  if (tokens.some((t) => own(t) && /^(obj|iobj|ccomp|xcomp|aux:pass|cop)$/.test(t.deprel))) return undefined;
  return withChanges(tokens, new Map<number, Partial<Token>>([[second, { deprel: 'obj' }]]));
}

/** "with his Chinese counterpart X": a title that has an owner is the head of its phrase, the name stands beside it. */
function ownedTitle(tokens: readonly Token[], title: number): Token[] | undefined {
  const name = tokens[title]?.head ?? -1;
  const n = tokens[name];
  if (!n || name < title || !tokens.some((t, k) => k < title && t.head === title && t.deprel === 'nmod:poss')) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === name && k < title) changes.set(k, { head: title });
  });
  changes.set(title, { head: n.head, deprel: n.deprel });
  changes.set(name, { head: title, deprel: 'appos' });
  return withChanges(tokens, changes);
}

/** "reiterating that stance after the North declared": a clause behind such a conjunction is not what is said. */
function timeClause(tokens: readonly Token[], verb: number): Token[] | undefined {
  const mark = tokens.find((t) => t.head === verb && t.deprel === 'mark');
  if (!mark || !/^(after|before|until|till|while|whilst|because|although|though|unless)$/i.test(mark.form)) return undefined;
  return withChanges(tokens, new Map([[verb, { deprel: 'advcl' }]]));
}
