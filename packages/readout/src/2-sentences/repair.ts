/**
 * Readings that no English sentence has, put right before the rules see them: an auxiliary cut off from its participle ("has in the past
 * called for"), a finite verb taken for a participle (Novak “called on …,” Xinhua reported), an object that stands before its verb's own conjunction
 * or hangs on the subject, a name that is the head of "his counterpart". Each is plain from the order of words; all other trees stay as they are.
 */
import type { Token } from '../model/index.ts';
import {
  asSubject,
  behindRelative,
  behindReported,
  joinedDescription,
  relativeByNumber,
  subjectOfReported,
  whomObject,
} from './repair-attachments.ts';
import { datelineSubject } from './repair-datelines.ts';
import { lostLetter } from './repair-letters.ts';
import { auxiliarysSubject, pastConjunct, progressive, rootParticiple, strayAuxiliary } from './repair-predicates.ts';
import { joinedTitle } from './repair-titles.ts';
import { under, withChanges } from './repair-tools.ts';
import type { WordSets } from './word-sets.ts';

const GENERAL = /^generals?$/i;

/** The same tokens where nothing is wrong. */
export function repairTokens(tokens: readonly Token[], words: WordSets): readonly Token[] {
  let result: readonly Token[] = tokens;
  for (let i = 0; i < tokens.length; i++) {
    if (result[i]?.deprel.startsWith('nsubj'))
      result = auxiliarysSubject(result, i) ?? asSubject(result, i) ?? subjectOfReported(result, i) ?? result;
    if (i > 1 && GENERAL.test(result[i]?.form ?? '')) result = joinedTitle(result, i) ?? result;
    const t = result[i];
    if (!t) continue;
    if (t.lemma === 'have' && !t.deprel.startsWith('aux') && i < t.head) result = strayAuxiliary(result, i) ?? result;
    if (t.deprel === 'acl' && (t.xpos === 'VBN' || t.xpos === 'VBD'))
      result = splitPerfect(result, i) ?? quotedVerb(result, i) ?? rootParticiple(result, i, words) ?? result;
    else if (t.deprel === 'nsubj:pass' || (i === 0 && t.deprel === 'obl:unmarked'))
      result = (t.head === i + 2 ? quotedPassive(result, i) : undefined) ?? barePassive(result, i) ?? result;
    else if (t.deprel === 'amod' && (t.xpos === 'VBN' || t.xpos === 'VBD'))
      result = verbBeforeObject(result, i) ?? verbInsidePhrase(result, i) ?? result;
    else if (t.xpos === 'VBG' && (t.deprel === 'amod' || t.deprel === 'compound')) result = progressive(result, i) ?? result;
    else if (t.deprel === 'acl:relcl') result = relativeByNumber(result, i) ?? result;
    else if (t.deprel === 'conj')
      result =
        t.upos === 'NOUN'
          ? (joinedDescription(result, i) ?? result)
          : ((/^VB[DN]$/.test(t.xpos) ? pastConjunct(result, i) : undefined) ??
            behindRelative(result, i) ??
            behindReported(result, i, words) ??
            result);
    else if (t.deprel === 'ccomp') result = timeClause(result, i) ?? result;
    else if (t.deprel === 'nmod:desc') result = ownedTitle(result, i) ?? result;
    else if (t.deprel === 'nmod:poss') result = whomObject(result, i) ?? result;
    else if (t.deprel === 'iobj') result = loneObject(result, i) ?? result;
    else if (t.deprel === 'obl' && t.head === i - 1 - determiners(result, i)) result = bareOblique(result, i) ?? result;
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

/** "China has in the past called for": `have` without object, a phrase, and a participle on the phrase. */
function splitPerfect(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const have = tokens[noun]?.head ?? -1;
  const h = tokens[have];
  if (h?.lemma !== 'have' || !(have < noun && noun < verb) || !(tokens[noun]?.deprel ?? '').startsWith('obl')) return undefined;
  if (tokens.some((t) => t.head === have && (t.deprel === 'obj' || t.deprel === 'xcomp' || t.deprel === 'ccomp'))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === have && k !== have) changes.set(k, { head: verb });
  });
  changes.set(have, { head: verb, deprel: 'aux', upos: 'AUX' });
  changes.set(verb, { head: h.head, deprel: h.deprel, xpos: 'VBN' });
  return withChanges(tokens, changes);
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

/** Novak “called on …: the noun before the mark is the subject of what stands after it. */
function quotedVerb(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const s = tokens[noun];
  if (!s || !/^[“"«„]$/.test(tokens[verb - 1]?.form ?? '') || noun !== verb - 2 || !tokens[verb]?.form.endsWith('ed')) return undefined;
  const governor = s.head;
  const doubled =
    governor >= 0 &&
    s.deprel.startsWith('nsubj') &&
    tokens.some((t, k) => k !== noun && t.head === governor && t.deprel.startsWith('nsubj'));
  if (!doubled && s.deprel !== 'root') return undefined;
  const changes = new Map<number, Partial<Token>>([
    [verb, { head: governor, deprel: doubled ? 'ccomp' : 'root', xpos: 'VBD' }],
    [noun, { head: verb, deprel: 'nsubj' }],
  ]);
  return withChanges(tokens, changes);
}

/** The same, where the parser made the noun the subject of a passive without auxiliary. */
function quotedPassive(tokens: readonly Token[], noun: number): Token[] | undefined {
  const verb = noun + 2;
  const v = tokens[verb];
  if (
    !v ||
    !/^[“"«„]$/.test(tokens[verb - 1]?.form ?? '') ||
    !v.form.endsWith('ed') ||
    tokens.some((t) => t.head === verb && t.deprel.startsWith('aux'))
  )
    return undefined;
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([
      [verb, { xpos: 'VBD' }],
      [noun, { deprel: 'nsubj' }],
    ]),
  );
}

/** "Oman mediated between the two." in a full sentence: a passive has an auxiliary, so that the noun before the verb is its subject. */
function barePassive(tokens: readonly Token[], noun: number): Token[] | undefined {
  const n = tokens[noun];
  const verb = n?.head ?? -1;
  const v = tokens[verb];
  const finite = v?.form.endsWith('ed') || (n?.deprel === 'obl:unmarked' && /^VB[DN]$/.test(v?.xpos ?? ''));
  if (!n || !v || v.head !== -1 || verb < noun || !finite || !/^[.”"]$/.test(tokens[tokens.length - 1]?.form ?? '')) return undefined;
  if (n.deprel === 'obl:unmarked' && n.upos !== 'PROPN') return undefined;
  if (tokens.some((t, k) => t.head === verb && k !== noun && /^(aux|cop|nsubj|obl:agent)/.test(t.deprel))) return undefined;
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([
      [verb, { xpos: 'VBD' }],
      [noun, { deprel: 'nsubj' }],
    ]),
  );
}

/** "telephoned the president": an indirect object that nothing else is given to is the object. */
function loneObject(tokens: readonly Token[], object: number): Token[] | undefined {
  const verb = tokens[object]?.head ?? -1;
  if (tokens.some((t) => t.head === verb && /^(obj|ccomp|xcomp|advcl|parataxis)/.test(t.deprel))) return undefined;
  return withChanges(tokens, new Map([[object, { deprel: 'obj' }]]));
}

/** Words between a noun and the word that its phrase follows, a particle of its verb among them ("shut down the port"). */
function determiners(tokens: readonly Token[], noun: number): number {
  let k = noun - 1;
  while (k >= 0 && tokens[k]?.head === noun && /^(det|amod|compound|nummod|nmod:poss)$/.test(tokens[k]?.deprel ?? '')) k--;
  if (tokens[k]?.deprel === 'compound:prt' && tokens[k]?.head === tokens[noun]?.head) k--;
  return noun - 1 - k;
}

/** "Norway suspended aid." read as "aid that Norway suspended": a word before a noun that has a subject of its own is the verb, the noun its object. */
function verbBeforeObject(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const n = tokens[noun];
  if (!n || noun < verb || n.head !== -1) return undefined;
  const subject = tokens.findIndex((t, k) => k < verb && t.head === verb && /^(nsubj|nsubj:pass|obl:unmarked)$/.test(t.deprel));
  if (subject < 0 || tokens[subject]?.upos === 'NUM' || tokens.some((t) => t.head === verb && t.deprel.startsWith('aux'))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === noun && k !== verb && (k < verb || t.deprel === 'punct')) changes.set(k, { head: verb });
  });
  changes.set(subject, { deprel: 'nsubj' });
  changes.set(verb, { head: -1, deprel: 'root', xpos: 'VBD' });
  changes.set(noun, { head: verb, deprel: 'obj' });
  return withChanges(tokens, changes);
}

/**
 * "Norway supplied tanks to Ghana." read as the tanks that Norway supplied: where no other verb makes the sentence, the word before the noun is
 * its verb, the noun before that its subject.
 */
function verbInsidePhrase(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const n = tokens[noun];
  // "Norway and Peru supplied": the first of them.
  const before = tokens[verb - 1];
  const subject = before?.deprel === 'conj' ? before.head : verb - 1;
  const s = tokens[subject];
  if (!n || !s || noun < verb || n.head !== -1 || !/^(NOUN|PROPN)$/.test(n.upos) || tokens[tokens.length - 1]?.form !== '.')
    return undefined;
  if (
    (s.head !== noun && s.head !== verb) ||
    !/^(NOUN|PROPN)$/.test(s.upos) ||
    !/^(compound|nmod:desc|nmod:unmarked)$/.test(s.deprel === 'amod' && s.upos === 'PROPN' ? 'compound' : s.deprel)
  )
    return undefined;
  // A verb that is none elsewhere: "Norway supplied tanks were seen."
  if (tokens.some((t, k) => k !== verb && (/^(VBD|VBZ|VBP|MD)$/.test(t.xpos) || /^(aux|cop|nsubj)/.test(t.deprel)))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === noun && k < subject) changes.set(k, { head: subject });
    else if (t.head === noun && t.deprel === 'punct') changes.set(k, { head: verb });
  });
  changes.set(subject, { head: verb, deprel: 'nsubj' });
  changes.set(verb, { head: -1, deprel: 'root', xpos: 'VBD' });
  changes.set(noun, { head: verb, deprel: 'obj' });
  return withChanges(tokens, changes);
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

/** "Cyprus compared notes": an object that hangs on the subject of the verb before it is the verb's. */
function subjectsObject(tokens: readonly Token[], object: number): Token[] | undefined {
  const subject = tokens[object]?.head ?? -1;
  const s = tokens[subject];
  const verb = s?.head ?? -1;
  if (!s?.deprel.startsWith('nsubj') || !/^(NOUN|PROPN|PRON)$/.test(s.upos) || !(subject < verb && verb < object)) return undefined;
  if (tokens[verb]?.upos !== 'VERB' || tokens.some((t) => t.head === verb && t.deprel === 'obj')) return undefined;
  return withChanges(tokens, new Map([[object, { head: verb }]]));
}

/** "overran a garrison": what follows a verb without a preposition is its object. */
function bareOblique(tokens: readonly Token[], noun: number): Token[] | undefined {
  const t = tokens[noun];
  const verb = t?.head ?? -1;
  if (!t || tokens[verb]?.upos !== 'VERB' || !/^(NOUN|PROPN)$/.test(t.upos)) return undefined;
  if (tokens.some((x) => x.head === noun && (x.deprel === 'case' || x.deprel === 'mark'))) return undefined;
  if (tokens.some((x) => x.head === verb && /^(obj|ccomp|aux:pass)/.test(x.deprel))) return undefined;
  return withChanges(tokens, new Map([[noun, { deprel: 'obj' }]]));
}

/** "reiterating that stance after the North declared": an object cannot stand before the conjunction of its verb. */
function strayObject(tokens: readonly Token[], object: number): Token[] | undefined {
  const verb = tokens[object]?.head ?? -1;
  const cut = tokens.some((t, k) => t.head === verb && t.deprel === 'mark' && k > object && k < verb);
  if (!cut) return undefined;
  let before = object - 1;
  while (before >= 0 && tokens[before]?.head === object) before--;
  if (tokens[before]?.upos !== 'VERB' || tokens.some((t) => t.head === before && t.deprel === 'obj')) return undefined;
  return withChanges(tokens, new Map([[object, { head: before }]]));
}
