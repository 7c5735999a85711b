/**
 * Claims carried by nouns: "the claim that", "his decision to", "Seoul's concern over", and with a verb that only lends itself,
 * "expressed concern over", "made a promise to". The source is the owner, or the subject of that verb.
 */
import { ownerOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, baseRelation, childrenBy, isNegated, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import type { Content } from './clauses.ts';
import { prepContent, prepPhrases } from './contents.ts';
import { cueTokens, toSpans, wordsOf } from './cue-words.ts';
import type { ClaimDraft } from './draft.ts';
import type { Cue } from './lexicon.ts';
import { isDummy, sourceSpan } from './sources.ts';
import { clauseSpan } from './spans.ts';

/** Prepositions of the owner, not of the content. */
const OWNER = new Set(['by', 'from', 'of']);

/** The claim of the first of these cues that fits the noun at token `i` (a cue of several words ends there); undefined where none does. */
export function nounCue(tree: Tree, i: number, cues: readonly Cue[]): ClaimDraft | undefined {
  for (const cue of cues) {
    const first = cue.words.length === 1 ? i : i - cue.words.length + 1;
    const words = first < 0 || !isWord(tree, first, cue.words[0] ?? '') ? undefined : wordsOf(tree, first, cue);
    if (!words || words[words.length - 1] !== i) continue;
    const up = tree.tokens[i]?.head ?? -1;
    const light =
      baseAt(tree, i) === 'obj' && up < i && tree.tokens[up]?.upos === 'VERB' && tree.words['lends-itself'].has(lemmaAt(tree, up))
        ? up
        : undefined;
    const owners = childrenBy(tree, i, 'nmod:poss');
    const content =
      clauseContent(tree, i, cue) ?? (light !== undefined || owners.length > 0 ? phraseContent(tree, i, cue, light) : undefined);
    if (!content || content.spans.length === 0) continue;
    // "has the support of the council": what follows supports, and nothing is said of it.
    if (
      light !== undefined &&
      cue.act === 'praise' &&
      content.frame === 'prep:of' &&
      childrenBy(tree, i, 'det').some((d) => lemmaAt(tree, d) === 'the')
    )
      continue;
    const candidates =
      light === undefined
        ? [...owners, ...prepositional(tree, i, 'by'), ...prepositional(tree, i, 'from'), ...holderOf(tree, i)]
        : isPassive(tree, light)
          ? subjectOf(tree, light)
          : surfaceSubject(tree, light);
    const source = candidates.find((s) => !isDummy(tree, s));
    return {
      sentence: tree.sentence.index,
      cueToken: i,
      cue: toSpans(tree, light === undefined ? nounTokens(tree, i, words, content.lead) : lightTokens(tree, light, i, content.lead)),
      content: content.spans,
      source,
      sourceSentence: undefined,
      sourceSpan: source === undefined ? undefined : sourceSpan(tree, source, i),
      act: cue.act,
      attitude: cue.attitude,
      negative:
        light !== undefined && (isNegated(tree, light) || childrenBy(tree, i, 'det').some((d) => lemmaAt(tree, d).toLowerCase() === 'no')),
      how: 'said',
      addressee: undefined,
      verbatim: false,
      prefixed: false,
      rule: `claim.noun.${cue.words.join('-')}`,
    };
  }
  return undefined;
}

/** Whose word it is by where it stands: "floated the idea" is the subject's, "rejected the idea" is not. */
function holderOf(tree: Tree, i: number): readonly number[] {
  if (relationAt(tree, i) !== 'obj') return ownerOf(tree, i);
  const verb = lemmaAt(tree, tree.tokens[i]?.head ?? -1);
  return tree.words['puts-forward'].has(verb) || tree.words['lends-itself'].has(verb) ? ownerOf(tree, i) : [];
}

/** A clause of the noun: "that …", "to …", whether it hangs on the noun or on the light verb. */
function clauseContent(tree: Tree, i: number, cue: Cue): Content | undefined {
  const clauses = (tree.children[i] ?? []).filter((c) => {
    const r = relationAt(tree, c);
    if (r === 'acl:relcl' || c < i) return false;
    const marks = childrenBy(tree, c, 'mark').map((m) => lemmaAt(tree, m).toLowerCase());
    if (r === 'ccomp' || (baseRelation(r) === 'acl' && marks.some((m) => m === 'that' || m === 'whether'))) return cue.frames.has('ccomp');
    return baseRelation(r) === 'acl' && cue.frames.has('xcomp') && marks.includes('to');
  });
  if (clauses.length === 0) return undefined;
  return { spans: clauses.flatMap((c) => clauseSpan(tree, c, i)), frame: 'ccomp' };
}

function phraseContent(tree: Tree, i: number, cue: Cue, light: number | undefined): Content | undefined {
  for (const frame of cue.frames) {
    if (!frame.startsWith('prep:')) continue;
    const prep = frame.slice(5);
    if (OWNER.has(prep) && light === undefined && prep !== 'of') continue;
    const found = [...prepPhrases(tree, i, prep), ...(light === undefined ? [] : prepPhrases(tree, light, prep))].filter((p) => p > i);
    if (found.length === 0) continue;
    return prepContent(
      tree,
      Math.min(...found.map((p) => yieldOf(tree, p)[0])),
      Math.max(...found.map((p) => yieldOf(tree, p)[1])),
      i,
      frame,
    );
  }
  return undefined;
}

/** The noun with its adjectives and article, without its owner. */
function nounTokens(tree: Tree, i: number, words: readonly number[], lead: number | undefined): number[] {
  const tokens = new Set(words);
  for (let k = (words[0] ?? i) - 1; k >= 0; k--) {
    const t = tree.tokens[k];
    if (!t || t.head !== i || !['det', 'amod', 'advmod'].includes(baseRelation(t.deprel)) || isOwnerAdjective(tree, k)) break;
    tokens.add(k);
  }
  if (lead !== undefined) tokens.add(lead);
  return [...tokens].sort((a, b) => a - b);
}

/** "Russian claims": the adjective is whose they are. */
const isOwnerAdjective = (tree: Tree, k: number): boolean =>
  tree.tokens[k]?.upos !== 'DET' && /^[A-Z]/.test(tree.tokens[k]?.form ?? '') && k > 0;

function lightTokens(tree: Tree, light: number, i: number, lead: number | undefined): number[] {
  const tokens = new Set(cueTokens(tree, [light]));
  for (let k = light; k <= i; k++) tokens.add(k);
  if (lead !== undefined) tokens.add(lead);
  return [...tokens].sort((a, b) => a - b);
}

const isWord = (tree: Tree, i: number, word: string): boolean =>
  lemmaAt(tree, i).toLowerCase() === word || tree.tokens[i]?.form.toLowerCase() === word;
