/**
 * Who says a claim: the mention of the source's head and of all that speak together with it ("Norway and Sweden said"), of a text its authors
 * ("a statement by Norway and Sweden"). Several only where it is sure: each is a mention that can speak, joined by "and".
 */
import { objectOf, prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import { companionsOf } from '../2-sentences/companions.ts';
import { baseAt, caseOf, childrenBy, hasChild, isNegated, isPlural, lemmaAt, lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EntityKind, Mention } from '../model/index.ts';
import type { ClaimDraft } from './draft.ts';
import { isWithin } from './places.ts';
import { isVoice } from './voices.ts';

/** The mentions of those who say a draft, the source's head first, then in text order; none where nobody known does. */
export function speakersOf(doc: Document, d: ClaimDraft): readonly Mention[] {
  if (d.source === undefined) return [];
  const sentence = d.sourceSentence ?? d.sentence;
  const own = doc.mentionAt(sentence, d.source);
  const tree = doc.trees[sentence];
  if (!own || !tree) return authorsOf(doc, sentence, d.source);
  const joined = withJoined(doc, tree, own, d.source);
  const { sourceSpan: span } = d;
  // Before a colon the parse may join what the words after it begin with: "President Novak: Ladies and gentlemen".
  if (d.cueToken < 0) return joined.filter((m) => m === own || !span || isWithin(m.span, span));
  if (d.sourceSentence !== undefined) return joined;
  return [...joined, ...partnersOf(doc, tree, d.source, d.cueToken).filter((m) => !joined.includes(m))];
}

/** "Norway, along with Sweden, said", "said in a joint statement with Sweden": who speaks together with the source, said beside it. */
function partnersOf(doc: Document, tree: Tree, source: number, cue: number): readonly Mention[] {
  if (!lemmasOf(tree).includes('with')) return [];
  const texts = [cue, ...childrenBy(tree, cue, 'obl', 'obj')].filter(
    (t) =>
      tree.words.texts.has(lemmaAt(tree, t).toLowerCase()) &&
      childrenBy(tree, t, 'amod').some((a) => tree.words['made-together'].has(lemmaAt(tree, a).toLowerCase())),
  );
  const partners = texts.flatMap((t) => prepositional(tree, t, 'with'));
  return [...companionsOf(tree, source, cue), ...partners]
    .flatMap((c) => [c, ...joinedTo(doc, tree, c)])
    .flatMap((c) => voiceOf(doc, tree, c) ?? []);
}

/** The entities of mentions, each once, in order. */
export const entitiesOf = (mentions: readonly Mention[]): readonly string[] => [...new Set(mentions.flatMap((m) => m.entities))];

/** A mention and those of what "and" joins to its head. */
function withJoined(doc: Document, tree: Tree, own: Mention, head: number): readonly Mention[] {
  if (!isVoice(kindOf(doc, own))) return [own];
  const others = joinedTo(doc, tree, head).flatMap((c) => voiceOf(doc, tree, c) ?? []);
  return [own, ...others.filter((m) => m !== own)];
}

/** The heads that "and" joins to a head: none where anything else joins them ("or", "nor", "but not"), and none where it is not clear what is joined. */
function joinedTo(doc: Document, tree: Tree, head: number): readonly number[] {
  if (!tree.bases.includes('cc')) return [];
  const heads = [...childrenBy(tree, head, 'conj'), ...listedWith(doc, tree, head), ...subjectsBeside(tree, head)];
  for (let k = 0; k < heads.length; k++) heads.push(...childrenBy(tree, heads[k] ?? -1, 'conj'));
  // The parser hangs the "and" before a name of two words on either.
  const named = heads.flatMap((c) => [c, ...childrenBy(tree, c, 'compound', 'flat')]);
  const joints = named.flatMap((c) => childrenBy(tree, c, 'cc').map((w) => lemmaAt(tree, w).toLowerCase()));
  if (joints.length === 0 || joints.some((w) => w !== 'and' && w !== '&' && w !== 'both')) return [];
  if (heads.some((c) => isNegated(tree, c) || isOfBoth(doc, tree, head, c))) return [];
  return heads.filter((c) => !isSamePerson(doc, tree, head, c)).sort((a, b) => a - b);
}

/** "Chairman and chief executive Jan Novak", "Novak, president and owner of the firm": two offices of one person, where no article says otherwise. */
function isSamePerson(doc: Document, tree: Tree, head: number, other: number): boolean {
  const isOffice = (token: number): boolean =>
    tree.tokens[token]?.upos === 'NOUN' || doc.mentionAt(tree.sentence.index, token)?.kind === 'nominal';
  if (!isPlural(tree, head) && isOffice(head) && kindOf(doc, doc.mentionAt(tree.sentence.index, other)) === 'person') return true;
  return !isPlural(tree, other) && isOffice(other) && !hasChild(tree, other, 'det', 'nmod:poss');
}

/** "Norway and Chile's statement said" with two subjects of one verb: the second begins with "and". */
function subjectsBeside(tree: Tree, head: number): readonly number[] {
  const verb = tree.tokens[head]?.head ?? -1;
  if (verb < head || baseAt(tree, head) !== 'nsubj') return [];
  return childrenBy(tree, verb, 'nsubj').filter((c) => c > head && hasChild(tree, c, 'cc'));
}

/** "Norway, Sweden and Hungary" with the second read as an apposition: a name of the same kind for somebody else is in the list. */
function listedWith(doc: Document, tree: Tree, head: number): readonly number[] {
  const own = doc.mentionAt(tree.sentence.index, head);
  return childrenBy(tree, head, 'appos').filter((c) => {
    const mention = doc.mentionAt(tree.sentence.index, c);
    return own !== undefined && mention !== own && mention?.kind === 'name' && kindOf(doc, mention) === kindOf(doc, own);
  });
}

/**
 * "France and Germany's ministers", "France and Germany's envoy": whose the second are is said by both names, unless a person comes first. A text speaks for
 * both either way.
 */
function isOfBoth(doc: Document, tree: Tree, head: number, other: number): boolean {
  if (tree.words.texts.has(lemmaAt(tree, other).toLowerCase())) return false;
  if (!childrenBy(tree, other, 'nmod:poss').some((o) => tree.tokens[o]?.upos === 'PROPN')) return false;
  return isPlural(tree, other) || kindOf(doc, doc.mentionAt(tree.sentence.index, head)) !== 'person';
}

const kindOf = (doc: Document, mention: Mention | undefined): EntityKind | undefined =>
  mention && doc.entities.get(mention.entities[0] ?? '')?.kind;

/** The mention that speaks at a conjunct: its own, or whose text it is. */
function voiceOf(doc: Document, tree: Tree, head: number): Mention | undefined {
  const sentence = tree.sentence.index;
  const mention = doc.mentionAt(sentence, head) ?? authorsOf(doc, sentence, head)[0];
  return mention && mention.entities.length > 0 && mention.entities.every((id) => isVoice(doc.entities.get(id)?.kind))
    ? mention
    : undefined;
}

/** Whose text speaks: "the president's message reads", "a statement by the ministry said". */
function authorsOf(doc: Document, sentence: number, noun: number): readonly Mention[] {
  const tree = doc.trees[sentence];
  if (!tree?.words.texts.has(lemmaAt(tree, noun).toLowerCase())) return [];
  const owners = [
    ...childrenBy(tree, noun, 'nmod:poss'),
    ...childrenBy(tree, noun, 'nmod').filter((c) => caseOf(tree, c) === 'by' || caseOf(tree, c) === 'from'),
  ];
  for (const o of owners) {
    const mention = doc.mentionAt(sentence, o);
    if (mention) return withJoined(doc, tree, mention, o);
  }
  return owners.length === 0 && childrenBy(tree, noun, 'det').some((d) => lemmaAt(tree, d) === 'the')
    ? writersBefore(doc, sentence, lemmaAt(tree, noun).toLowerCase())
    : [];
}

/** Sentences back in which "the message" was sent. */
const SENT_BEFORE = 2;

/**
 * "Novak congratulated the team. The message reads …": who sent, wrote, greeted or thanked in the sentences before; of a report or story only who
 * issued one. Of several all must be known.
 */
function writersBefore(doc: Document, sentence: number, text: string): readonly Mention[] {
  for (let s = sentence - 1; s >= Math.max(0, sentence - SENT_BEFORE); s--) {
    const tree = doc.trees[s];
    if (!tree?.words['writes-to'].has(lemmaAt(tree, tree.root)) || isPassive(tree, tree.root)) continue;
    if (!tree.words.messages.has(text) && !objectOf(tree, tree.root).some((o) => lemmaAt(tree, o).toLowerCase() === text)) continue;
    for (const w of surfaceSubject(tree, tree.root)) {
      const mention = doc.mentionAt(s, w);
      if (!mention || mention.entities.length === 0) continue;
      const all = withJoined(doc, tree, mention, w);
      if (all.length > childrenBy(tree, w, 'conj').length) return all;
    }
  }
  return [];
}
