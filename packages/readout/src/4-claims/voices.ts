/** Who can be silent: mentions that speak, and texts, whose author they are put down to where one is named. */
import { prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseAt, caseOf, childrenBy, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
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
/** Whether such an entity can speak, and so be silent: a place cannot. */
export const isVoice = (kind: EntityKind | undefined): boolean => kind !== undefined && VOICES.has(kind);

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

/** Where something went unmentioned: "by Tass", "from the statement", "in the account"; each of those that one such phrase names. */
export function holderOf(doc: Document, tree: Tree, words: readonly number[]): Voice[] {
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? first;
  const governed = (tree.children[last] ?? []).length === 0 && baseAt(tree, last) === 'case' ? [tree.tokens[last]?.head ?? -1] : [];
  const around = [...governed, ...words.flatMap((w) => ['by', 'from', 'in'].flatMap((p) => prepositional(tree, w, p)))].filter(
    (t) => t >= 0 && t !== first,
  );
  const holder = around.find((t) => voicesOf(doc, tree, [t]).length > 0);
  return holder === undefined ? [] : voicesOf(doc, tree, [holder, ...childrenBy(tree, holder, 'conj')]);
}

/** The voices among tokens; of one that no voice stands for, nothing. */
function voicesOf(doc: Document, tree: Tree, tokens: readonly number[]): Voice[] {
  const found: Voice[] = [];
  for (const voice of tokens.flatMap((t) => (isDummy(tree, t) ? [] : voicesAt(doc, tree, t))))
    if (!found.some((v) => (v.mention ? v.mention === voice.mention : v.span.start === voice.span.start))) found.push(voice);
  return found;
}

/** One, or none; of a text each of its authors. */
function voicesAt(doc: Document, tree: Tree, t: number): readonly Voice[] {
  const mention = doc.mentionAt(tree.sentence.index, t);
  const canSpeak = mention !== undefined && isVoice(kindOf(doc, mention));
  const noun = lemmaAt(tree, t).toLowerCase();
  const reports = tree.words['reporting-texts'].has(noun);
  if (canSpeak && mention.head === t) return [{ mention, span: mention.span, reports }];
  if (tree.words.texts.has(noun)) {
    const span = sourceSpan(tree, t);
    const authors = authorsOf(doc, tree, t);
    return authors.length === 0 ? [{ span, reports }] : authors.map((author) => ({ mention: author, span, reports }));
  }
  return canSpeak && tree.tokens[t]?.upos !== 'VERB' ? [{ mention, span: mention.span, reports: false }] : [];
}

const kindOf = (doc: Document, mention: Mention): EntityKind | undefined => doc.entities.get(mention.entities[0] ?? '')?.kind;

/** Whose text it is: "Beijing's statement", "a report by Tass", "the ministry statement"; of "the Norwegian and Swedish statements" both. */
function authorsOf(doc: Document, tree: Tree, noun: number): readonly Mention[] {
  const owners = [
    ...childrenBy(tree, noun, 'nmod:poss', 'amod', 'compound'),
    ...(tree.children[noun] ?? []).filter((c) => baseAt(tree, c) === 'nmod' && ['by', 'from', 'of', 'in'].includes(caseOf(tree, c))),
  ];
  const authorAt = (token: number): Mention[] => {
    const mention = doc.mentionAt(tree.sentence.index, token);
    return mention && isVoice(kindOf(doc, mention)) ? [mention] : [];
  };
  for (const o of owners) {
    const author = authorAt(o);
    if (author.length > 0) return [...author, ...childrenBy(tree, o, 'conj').flatMap(authorAt)];
  }
  return [];
}
