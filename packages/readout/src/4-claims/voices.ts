/** Who can be silent: mentions that speak, and texts, whose author they are put down to where one is named. */
import { prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EntityKind, Mention, Span } from '../model/index.ts';
import { isNobody } from './cue-words.ts';
import type { SilencePhrase } from './lexicon.ts';
import { isDummy, sourceSpan } from './sources.ts';

const VOICES: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'person',
  'people',
  'state',
  'body',
  'organisation',
  'news-agency',
  'outlet',
  'armed-group',
]);
/** Whoever is silent: a mention that can speak, or a text, with its words. */
export interface Voice {
  readonly mention?: Mention;
  readonly span: Span;
  /** A text that tells what happened. */
  readonly reports: boolean;
}

/** The subjects of the verb; of the copula, for an adjective; of the clause above, for "without mentioning". Each is silent for itself. */
export function silentOf(doc: Document, tree: Tree, phrase: SilencePhrase, words: readonly number[]): Voice[] {
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? first;
  const clause =
    phrase.pos === 'verb' || phrase.pos === 'adj'
      ? topOf(tree, words)
      : phrase.pos === 'prep' && tree.tokens[last]?.upos === 'VERB'
        ? last
        : (tree.tokens[phrase.pos === 'prep' ? last : first]?.head ?? -1);
  const owners =
    phrase.pos === 'noun'
      ? [
          ...childrenBy(tree, first, 'nmod:poss'),
          ...prepositional(tree, first, 'from'),
          ...prepositional(tree, last, 'from'),
          ...prepositional(tree, first, 'by'),
        ]
      : [];
  // The actor of a noun ("no comment from Seoul") is not the subject of "there was".
  const subjects = owners.length > 0 ? owners : clause < 0 ? [] : surfaceSubject(tree, clause).filter((t) => !words.includes(t));
  return voicesOf(doc, tree, withConjuncts(tree, subjects));
}

/** "Nobody in the ministry"; "nobody in Norway" is not Norway. */
const behindIn = (tree: Tree, noun: number): number[] => prepositional(tree, noun, 'in').filter((c) => tree.tokens[c]?.upos !== 'PROPN');

/** Each of "Seoul and Tokyo" and of "neither the readout nor the spokesman"; of "none of the firms" the firms. */
function withConjuncts(tree: Tree, subjects: readonly number[]): number[] {
  return subjects.flatMap((s) => [
    ...(tree.tokens[s]?.upos === 'PROPN' || !isNobody(tree, s)
      ? []
      : [...prepositional(tree, s, 'of'), ...prepositional(tree, s, 'at'), ...behindIn(tree, s)]),
    s,
    ...childrenBy(tree, s, 'conj'),
  ]);
}

/** The word of a phrase that the others hang on: "tight - lipped" hangs on its end. */
const topOf = (tree: Tree, words: readonly number[]): number =>
  words.find((w) => !words.includes(tree.tokens[w]?.head ?? -1)) ?? words[0] ?? 0;

/** Where something went unmentioned: "by Tass", "from the statement", "in the account". */
export function holderOf(doc: Document, tree: Tree, words: readonly number[]): Voice[] {
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? first;
  const governed =
    (tree.children[last] ?? []).length === 0 && baseRelation(relationAt(tree, last)) === 'case' ? [tree.tokens[last]?.head ?? -1] : [];
  const around = [...governed, ...words.flatMap((w) => ['by', 'from', 'in'].flatMap((p) => prepositional(tree, w, p)))].filter(
    (t) => t >= 0 && t !== first,
  );
  return voicesOf(doc, tree, around);
}

/** The voices among tokens; of one that no voice stands for, nothing. */
function voicesOf(doc: Document, tree: Tree, tokens: readonly number[]): Voice[] {
  const found: Voice[] = [];
  for (const t of tokens) {
    const voice = isDummy(tree, t) ? undefined : voiceAt(doc, tree, t);
    if (voice && !found.some((v) => (v.mention ? v.mention === voice.mention : v.span.start === voice.span.start))) found.push(voice);
  }
  return found;
}

function voiceAt(doc: Document, tree: Tree, t: number): Voice | undefined {
  const mention = doc.mentionAt(tree.sentence.index, t);
  const kind = mention ? doc.entities.get(mention.entities[0] ?? '')?.kind : undefined;
  const noun = lemmaAt(tree, t).toLowerCase();
  const reports = tree.words['reporting-texts'].has(noun);
  if (mention && mention.head === t && kind && VOICES.has(kind)) return { mention, span: mention.span, reports };
  if (tree.words.texts.has(noun)) {
    const author = authorOf(doc, tree, t);
    return { ...(author ? { mention: author } : {}), span: sourceSpan(tree, t), reports };
  }
  return mention && kind && VOICES.has(kind) && tree.tokens[t]?.upos !== 'VERB'
    ? { mention, span: mention.span, reports: false }
    : undefined;
}

/** Whose text it is: "Beijing's statement", "a report by Tass", "the ministry statement". */
function authorOf(doc: Document, tree: Tree, noun: number): Mention | undefined {
  const owners = [
    ...childrenBy(tree, noun, 'nmod:poss', 'amod', 'compound'),
    ...(tree.children[noun] ?? []).filter(
      (c) => baseRelation(relationAt(tree, c)) === 'nmod' && ['by', 'from', 'of', 'in'].includes(caseOf(tree, c)),
    ),
  ];
  for (const o of owners) {
    const mention = doc.mentionAt(tree.sentence.index, o);
    if (mention && VOICES.has(doc.entities.get(mention.entities[0] ?? '')?.kind ?? 'place')) return mention;
  }
  return undefined;
}
