/**
 * A text's own reports that somebody did not mention something: "made no mention of", "declined to comment on", "without naming".
 * Phrases, the place of what was left out, and the kind come from lexicon/silences.tsv. Its own record, never a negative event.
 */
import { objectOf, prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import {
  baseRelation,
  caseOf,
  childrenBy,
  isNegated,
  lemmaAt,
  relationAt,
  spanOf,
  type Tree,
  withConjuncts,
  yieldOf,
} from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Evidence, Silence } from '../model/index.ts';
import type { ClaimKnowledge, SilencePhrase } from './lexicon.ts';

const SKIPPED = new Set([
  'any',
  'a',
  'an',
  'the',
  'even',
  'also',
  'further',
  'immediately',
  'publicly',
  'directly',
  'to',
  'its',
  'his',
  'her',
  'their',
  'specifically',
  'explicitly',
  'specific',
  'only',
  'so',
  'far',
  'immediate',
]);

/** The silences of one sentence. */
export function findSilences(doc: Document, tree: Tree, knowledge: ClaimKnowledge): Silence[] {
  const found: Silence[] = [];
  const taken = new Set<number>();
  tree.tokens.forEach((token, i) => {
    if (taken.has(i)) return;
    for (const phrase of knowledge.silences(token.lemma.toLowerCase())) {
      const words = matchPhrase(tree, i, phrase);
      if (!words) continue;
      const silence = asSilence(doc, tree, phrase, words);
      if (!silence) continue;
      for (const w of words) taken.add(w);
      found.push(silence);
      break;
    }
  });
  return found;
}

function matchPhrase(tree: Tree, i: number, phrase: SilencePhrase): number[] | undefined {
  const words = [i];
  let at = i;
  for (const w of phrase.words.slice(1)) {
    let hit = -1;
    for (let k = at + 1; k < Math.min(tree.tokens.length, at + 4); k++) {
      const t = tree.tokens[k];
      if (!t) break;
      if (t.lemma.toLowerCase() === w || t.form.toLowerCase() === w) {
        hit = k;
        break;
      }
      if (!SKIPPED.has(t.lemma.toLowerCase())) break;
    }
    if (hit < 0) return undefined;
    words.push(hit);
    at = hit;
  }
  const head = phrase.pos === 'prep' ? at : i;
  const upos = tree.tokens[i]?.upos ?? '';
  if (phrase.pos === 'verb' && phrase.words[0] !== 'be' && upos !== 'VERB' && upos !== 'AUX') return undefined;
  if (phrase.pos === 'adj' && upos !== 'ADJ' && upos !== 'ADV' && upos !== 'NOUN' && upos !== 'VERB') return undefined;
  if (phrase.negated) {
    if (!isNegated(tree, head)) return undefined;
  } else if (phrase.pos === 'verb' && isNegated(tree, i) && !phrase.words.includes('no')) return undefined;
  return words;
}

function asSilence(doc: Document, tree: Tree, phrase: SilencePhrase, words: readonly number[]): Silence | undefined {
  const s = tree.sentence.index;
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? first;
  // Whose silence: the subject of the verb; of the copula, for an adjective; of the clause above, for "without mentioning".
  const clause = phrase.pos === 'verb' ? first : (tree.tokens[phrase.pos === 'prep' ? last : first]?.head ?? -1);
  const subjects =
    phrase.pos === 'adj'
      ? surfaceSubject(tree, first)
      : surfaceSubject(tree, phrase.pos === 'prep' && tree.tokens[last]?.upos === 'VERB' ? last : clause);
  const subject = subjects.find((t) => doc.mentionAt(s, t) !== undefined);
  const by = subject === undefined ? undefined : doc.mentionAt(s, subject);
  // Voices only: what cannot speak cannot be silent. Weak phrases ("ignored", "did not report") need a press or government voice.
  const sector = by ? doc.sectorOf(by) : undefined;
  const entity = by ? doc.entities.get(by.entities[0] ?? '') : undefined;
  if (!by || !entity) return undefined;
  if (phrase.weak) {
    if (!(sector === 'JRN' || entity.kind === 'news-agency' || entity.kind === 'outlet')) return undefined;
    if (phrase.words.length === 1 && ['cut', 'drop', 'cover', 'carry'].includes(phrase.words[0] ?? '')) return undefined;
  }
  const about = topicTokens(tree, phrase, words);
  const topics: string[] = [];
  const evidence: Evidence[] = [
    { span: spanOf(tree, first, last + 1), as: 'trigger' },
    { span: by.span, as: 'actor' },
  ];
  for (const [a, b] of about) {
    const span = spanOf(tree, a, b);
    const named = doc.mentionsWithin(span).filter((m) => m.kind !== 'pronoun');
    if (named.length > 0) for (const m of named) for (const id of m.entities) if (!topics.includes(id)) topics.push(id);
    if (named.length === 0) topics.push(doc.article.text.slice(span.start, span.end));
    evidence.push({ span, as: 'about' });
  }
  if (phrase.kind === 'left-out' && topics.length === 0) return undefined;
  const state = doc.stateOf(by);
  return {
    id: '',
    by: { entity: by.entities[0] ?? '', ...(state ? { state } : {}), ...(sector ? { sector } : {}), mention: by.id },
    about: topics,
    kind: phrase.kind,
    evidence,
    rule: `silence.${phrase.negated ? 'not-' : ''}${phrase.words.join('-')}`,
  };
}

/** Token ranges of what was not mentioned. */
function topicTokens(tree: Tree, phrase: SilencePhrase, words: readonly number[]): [number, number][] {
  const first = words[0] ?? 0;
  const heads = [...words].reverse();
  for (const slot of phrase.about) {
    for (const w of heads) {
      let tokens: number[] = [];
      if (slot === 'obj') tokens = objectOf(tree, w).filter((o) => !words.includes(o));
      else if (slot === 'subj') tokens = surfaceSubject(tree, first);
      else if (slot === 'ccomp' || slot === 'xcomp') tokens = childrenBy(tree, w, slot, 'advcl').filter((c) => !words.includes(c));
      else if (slot.startsWith('prep:')) {
        const prep = slot.slice(5);
        tokens = prepositional(tree, w, prep);
        if (tokens.length === 0)
          tokens = (tree.children[w] ?? []).filter(
            (c) => baseRelation(relationAt(tree, c)) === 'advcl' && childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === prep),
          );
        // The preposition may belong to the phrase itself ("touch on").
        if (tokens.length === 0 && caseOf(tree, w) === prep) tokens = [w];
      }
      tokens = tokens.filter((t) => !words.includes(t));
      if (tokens.length > 0) return tokens.flatMap((t) => (withConjuncts(tree, t).length > 1 ? [yieldOf(tree, t)] : [yieldOf(tree, t)]));
    }
  }
  return [];
}
