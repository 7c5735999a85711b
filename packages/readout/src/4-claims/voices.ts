/** Who can be silent: mentions that speak, and texts, whose author they are put down to where one is named. */
import { prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EntityKind, Mention, Span } from '../model/index.ts';
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

/** The subject of the verb; of the copula, for an adjective; of the clause above, for "without mentioning". */
export function silentOf(doc: Document, tree: Tree, phrase: SilencePhrase, words: readonly number[]): Voice | undefined {
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
  return voiceOf(doc, tree, subjects);
}

/** The word of a phrase that the others hang on: "tight - lipped" hangs on its end. */
const topOf = (tree: Tree, words: readonly number[]): number =>
  words.find((w) => !words.includes(tree.tokens[w]?.head ?? -1)) ?? words[0] ?? 0;

/** Where something went unmentioned: "by Tass", "from the statement", "in the account". */
export function holderOf(doc: Document, tree: Tree, words: readonly number[]): Voice | undefined {
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? first;
  const governed =
    (tree.children[last] ?? []).length === 0 && baseRelation(relationAt(tree, last)) === 'case' ? [tree.tokens[last]?.head ?? -1] : [];
  const around = [...governed, ...words.flatMap((w) => ['by', 'from', 'in'].flatMap((p) => prepositional(tree, w, p)))].filter(
    (t) => t >= 0 && t !== first,
  );
  return voiceOf(doc, tree, around);
}

function voiceOf(doc: Document, tree: Tree, tokens: readonly number[]): Voice | undefined {
  const s = tree.sentence.index;
  for (const t of tokens) {
    if (isDummy(tree, t)) continue;
    const mention = doc.mentionAt(s, t);
    const kind = mention ? doc.entities.get(mention.entities[0] ?? '')?.kind : undefined;
    const noun = lemmaAt(tree, t).toLowerCase();
    const isText = tree.words.texts.has(noun);
    const reports = tree.words['reporting-texts'].has(noun);
    if (mention && mention.head === t && kind && VOICES.has(kind)) return { mention, span: mention.span, reports };
    if (isText) {
      const author = authorOf(doc, tree, t);
      return { ...(author ? { mention: author } : {}), span: sourceSpan(tree, t), reports };
    }
    if (mention && kind && VOICES.has(kind) && tree.tokens[t]?.upos !== 'VERB') return { mention, span: mention.span, reports: false };
  }
  return undefined;
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
