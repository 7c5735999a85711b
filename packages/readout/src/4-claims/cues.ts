/**
 * Cues in a sentence → claim drafts: speech and attitude verbs, nouns and adjectives by the frames of the lexicon, "according to",
 * "as quoted by". What the frame asks for must be there: "warned" without content is no claim.
 */
import { objectOf, ownerOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, isNegated, isPassive, lemmaAt, relationAt, type Tree, yieldOf } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';
import type { ClaimDraft } from './draft.ts';
import type { ClaimKnowledge, Cue } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import { sourceSpan } from './sources.ts';
import { clauseSpan, rangeSpan, sentenceWithout } from './spans.ts';

/** The drafts of one sentence, from the left. */
export function findCues(tree: Tree, quotes: readonly Quote[], knowledge: ClaimKnowledge): ClaimDraft[] {
  const found: ClaimDraft[] = [];
  tree.tokens.forEach((token, i) => {
    const lemma = token.lemma.toLowerCase();
    const draft =
      (token.upos === 'VERB' ? (invertedCue(tree, i, knowledge.cues('verb', lemma)) ?? verbCue(tree, i, knowledge.cues('verb', lemma), quotes)) : undefined) ??
      (token.upos === 'NOUN' ? nounCue(tree, i, knowledge.cues('noun', lemma)) : undefined) ??
      (token.upos === 'ADJ' ? adjectiveCue(tree, i, knowledge.cues('adj', lemma)) : undefined) ??
      prefixCue(tree, i, knowledge.prefixes(token.form.toLowerCase()));
    if (draft) found.push(draft);
  });
  return found;
}

function matchesWords(tree: Tree, i: number, cue: Cue): number[] | undefined {
  if (cue.words.length === 1) return [i];
  const tokens = [i];
  let at = i;
  for (const w of cue.words.slice(1)) {
    let hit = -1;
    for (let k = at + 1; k < Math.min(tree.tokens.length, at + 4); k++) {
      const t = tree.tokens[k];
      if (t && (t.form.toLowerCase() === w || t.lemma.toLowerCase() === w)) {
        hit = k;
        break;
      }
    }
    if (hit < 0) return undefined;
    tokens.push(hit);
    at = hit;
  }
  return tokens;
}

const toSpans = (tree: Tree, tokens: readonly number[]): Span[] => {
  const spans: Span[] = [];
  for (const t of [...tokens].sort((a, b) => a - b)) {
    const token = tree.tokens[t];
    const last = spans[spans.length - 1];
    if (!token) continue;
    if (last && tree.tokens[t - 1]?.end === last.end) spans[spans.length - 1] = { start: last.start, end: token.end };
    else spans.push({ start: token.start, end: token.end });
  }
  return spans;
};

function verbCue(tree: Tree, i: number, cues: readonly Cue[], quotes: readonly Quote[]): ClaimDraft | undefined {
  for (const cue of cues) {
    const words = matchesWords(tree, i, cue);
    if (!words) continue;
    // A participle before a noun ("alleged killer") is no speech of its own.
    if (baseRelation(relationAt(tree, i)) === 'amod') continue;
    const passive = isPassive(tree, i);
    const asClause = asQuotedBy(tree, i, cue, words);
    if (asClause) return asClause;
    const content = contentOf(tree, i, cue, quotes, words);
    if (content.length === 0) continue;
    const auxiliaries = childrenBy(tree, i, 'aux', 'aux:pass', 'advmod', 'compound:prt').filter((c) => c < i && i - c <= 4 && tree.tokens[c]?.upos === 'AUX');
    const cueTokens = [...new Set([...auxiliaries.filter((a) => a === i - 1 || auxiliaries.includes(a + 1)), ...words])];
    const sources = passive ? subjectOf(tree, i) : surfaceSubject(tree, i);
    const source = sources.find((s) => !isDummy(tree, s));
    const addressee = passive ? (cue.frames.has('obj') ? undefined : surfaceSubject(tree, i)[0]) : (objectOf(tree, i).find((o) => tree.tokens[o]?.upos !== 'VERB' && !inside(content, tree, o)) ?? prepositional(tree, i, 'to')[0]);
    const span = source === undefined ? undefined : sourceSpan(tree, source);
    return {
      sentence: tree.sentence.index,
      cueToken: i,
      cue: toSpans(tree, cueTokens),
      content,
      ...(source === undefined || !span ? {} : { source, sourceSpan: span }),
      act: cue.act,
      attitude: cue.attitude,
      negative: isNegated(tree, i),
      how: howOf(cue),
      ...(addressee === undefined || addressee === source ? {} : { addressee }),
      rule: `claim.${cue.attitude ? 'attitude' : 'verb'}.${cue.words.join('-')}`,
    };
  }
  return undefined;
}

/**
 * "…, reported Yonhap." and "…," said the minister.": a comma or closing mark, a verb of saying, and a noun phrase to the sentence's end.
 * Read off the order of words, because parsers take the speaker for an object there.
 */
function invertedCue(tree: Tree, i: number, cues: readonly Cue[]): ClaimDraft | undefined {
  const cue = cues.find((c) => c.words.length === 1 && !c.attitude && (c.frames.has('ccomp') || c.frames.has('quote')));
  const before = tree.tokens[i - 1]?.form ?? '';
  if (!cue || i < 3 || !/^[,”"’?!]$/.test(before) || !/^VB[DZ]$/.test(tree.tokens[i]?.xpos ?? '')) return undefined;
  // The noun phrase right after the verb, with no verb of its own before the sentence or the clause ends.
  const source = tree.tokens.findIndex((t, k) => k > i && (t.upos === 'PROPN' || t.upos === 'NOUN' || t.upos === 'PRON') && (t.head <= i || t.head === -1 || relationAt(tree, k) === 'nsubj') && between(tree, i, k));
  if (source < 0 || childrenBy(tree, i, 'ccomp').some((c) => c > i)) return undefined;
  if (childrenBy(tree, i, 'nsubj').some((c) => c < i && c > 0 && !/^[,”"]$/.test(tree.tokens[i - 1]?.form ?? ''))) return undefined;
  const span = sourceSpan(tree, source);
  const end = tree.tokens.findIndex((t) => t.end >= span.end) + 1;
  const next = tree.tokens[end]?.form ?? '.';
  // Only at the end, or before an addition that a comma or preposition opens.
  if (!/^[.,;:”"“(]$/.test(next) && !['ADP', 'SCONJ', 'ADV', 'PUNCT'].includes(tree.tokens[end]?.upos ?? 'PUNCT') && relationAt(tree, source) !== 'nsubj') return undefined;
  const content = [rangeSpan(tree, 0, i)];
  return { sentence: tree.sentence.index, cueToken: i, cue: toSpans(tree, [i]), content, source, sourceSpan: span, act: cue.act, attitude: false, negative: false, how: howOf(cue), rule: `claim.inverted.${cue.lemma}` };
}

/** Only words of one noun phrase stand between a verb and its speaker. */
const between = (tree: Tree, verb: number, noun: number): boolean => tree.tokens.slice(verb + 1, noun).every((t) => ['DET', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'NUM', 'PART', 'PUNCT', 'ADV'].includes(t.upos) && !/^[,;:.“”"]$/.test(t.form));

const howOf = (cue: Cue): string => (/^(report|carry|publish|cite|quote|note)/.test(cue.lemma) ? 'reported' : /^(write|tweet|post)/.test(cue.lemma) ? 'written' : cue.attitude ? 'held' : cue.act === 'announce' ? 'announced' : 'said');

const isDummy = (tree: Tree, i: number): boolean => ['expl'].includes(baseRelation(relationAt(tree, i))) || (tree.tokens[i]?.form.toLowerCase() === 'it' && childrenBy(tree, tree.tokens[i]?.head ?? -1, 'csubj').length > 0);

const inside = (spans: readonly Span[], tree: Tree, token: number): boolean => {
  const t = tree.tokens[token];
  return t !== undefined && spans.some((s) => s.start <= t.start && t.end <= s.end);
};

/** "…, Yoon said, as quoted by Yonhap": the agency's claim encloses the sentence. */
function asQuotedBy(tree: Tree, i: number, cue: Cue, words: readonly number[]): ClaimDraft | undefined {
  const marks = childrenBy(tree, i, 'mark', 'advmod', 'case').filter((m) => lemmaAt(tree, m).toLowerCase() === 'as');
  if (marks.length === 0 || baseRelation(relationAt(tree, i)) !== 'advcl') return undefined;
  const source = subjectOf(tree, i)[0] ?? (isPassive(tree, i) ? undefined : surfaceSubject(tree, i)[0]);
  if (source === undefined) return undefined;
  const [a, b] = yieldOf(tree, i);
  const span = sourceSpan(tree, source);
  const content = sentenceWithout(tree, [a, b]);
  if (!span || content.length === 0) return undefined;
  const by = childrenBy(tree, source, 'case')[0];
  return {
    sentence: tree.sentence.index,
    cueToken: i,
    cue: toSpans(tree, [...(marks[0] === undefined ? [] : [marks[0]]), ...words, ...(by === undefined ? [] : [by])]),
    content,
    source,
    sourceSpan: span,
    act: cue.act,
    attitude: false,
    negative: false,
    how: /quote/.test(cue.lemma) ? 'quoted' : howOf(cue),
    rule: 'claim.as-quoted-by',
  };
}

/** The content that the cue's frame finds; nothing where the frame is not met. */
function contentOf(tree: Tree, i: number, cue: Cue, quotes: readonly Quote[], words: readonly number[]): Span[] {
  const clauses = childrenBy(tree, i, 'ccomp');
  if (clauses.length > 0 && (cue.frames.has('ccomp') || cue.frames.has('quote'))) return clauses.flatMap((c) => clauseSpan(tree, c, i));
  // The cue stands inside or after what is said: "…, he said, …".
  if (baseRelation(relationAt(tree, i)) === 'parataxis' && (cue.frames.has('ccomp') || cue.frames.has('quote')) && childrenBy(tree, i, 'nsubj', 'nsubj:pass').length > 0) {
    const whole = sentenceWithout(tree, yieldOf(tree, i));
    if (whole.length > 0) return whole;
  }
  if (cue.frames.has('quote') || cue.frames.has('ccomp')) {
    const quoted = quotes.filter((q) => q.words >= 2 && q.inner.start >= tree.sentence.span.start - 1 && q.outer.start < tree.sentence.span.end && !covers(q, tree, i));
    const near = quoted.filter((q) => q.words >= 4);
    if (near.length > 0 && cue.frames.has('quote') && childrenBy(tree, i, 'xcomp').length === 0) return near.map((q) => clip(q.outer, tree.sentence.span));
  }
  if (cue.frames.has('ccomp')) {
    const free = childrenBy(tree, i, 'parataxis').filter((c) => c !== i);
    if (free.length > 0 && !cue.attitude && lemmaAt(tree, i) === 'say') return free.flatMap((c) => clauseSpan(tree, c, i));
  }
  if (cue.frames.has('xcomp')) {
    const to = childrenBy(tree, i, 'xcomp').filter((c) => childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === 'to') || tree.tokens[c]?.xpos === 'VBG');
    if (to.length > 0) return to.flatMap((c) => clauseSpan(tree, c, i));
  }
  for (const frame of cue.frames) {
    if (!frame.startsWith('prep:')) continue;
    const found = prepositional(tree, i, frame.slice(5)).filter((p) => tree.tokens[p]?.head === i);
    if (found.length > 0) {
      // "called for greater cooperation with Beijing on …": all that follows the cue belongs to what was called for.
      const first = Math.min(...found.map((p) => yieldOf(tree, p)[0]));
      const last = Math.max(...found.map((p) => yieldOf(tree, p)[1]));
      return [rangeSpan(tree, first, last)];
    }
    const clause = childrenBy(tree, i, 'advcl').filter((c) => childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === frame.slice(5)));
    if (clause.length > 0) return clause.flatMap((c) => clauseSpan(tree, c, i));
  }
  if (cue.frames.has('obj')) {
    const objects = objectOf(tree, i).filter((o) => !words.includes(o) && tree.tokens[o]?.upos !== 'PRON');
    if (objects.length > 0) return objects.map((o) => rangeSpan(tree, ...yieldOf(tree, o)));
  }
  return [];
}

const covers = (q: Quote, tree: Tree, i: number): boolean => {
  const t = tree.tokens[i];
  return t !== undefined && q.inner.start <= t.start && t.end <= q.inner.end;
};

const clip = (s: Span, within: Span): Span => ({ start: Math.max(s.start, within.start), end: Math.min(s.end, within.end) });

/** "the claim that", "a statement saying": content below the noun, source its owner. */
function nounCue(tree: Tree, i: number, cues: readonly Cue[]): ClaimDraft | undefined {
  for (const cue of cues) {
    const clause = (tree.children[i] ?? []).filter((c) => {
      const r = relationAt(tree, c);
      if (r === 'acl:relcl') return false;
      if (r === 'ccomp' || (baseRelation(r) === 'acl' && childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === 'that'))) return cue.frames.has('ccomp');
      return baseRelation(r) === 'acl' && cue.frames.has('xcomp') && childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === 'to');
    });
    let content = clause.flatMap((c) => clauseSpan(tree, c, i));
    // "expressed concern over X": only where a verb of saying or having carries the noun.
    const up = tree.tokens[i]?.head ?? -1;
    const carried = baseRelation(relationAt(tree, i)) === 'obj' && /^(express|voice|raise|make|issue|repeat|reiterate|have|give|offer|convey|announce|reject|deny)$/.test(lemmaAt(tree, up));
    if (content.length === 0 && (carried || childrenBy(tree, i, 'nmod:poss').length > 0)) {
      for (const f of cue.frames) {
        if (!f.startsWith('prep:') || f === 'prep:by' || f === 'prep:of' || f === 'prep:from') continue;
        const found = [...(tree.children[i] ?? []), ...(carried ? (tree.children[up] ?? []) : [])].filter((c) => ['nmod', 'obl'].includes(baseRelation(relationAt(tree, c))) && caseOf(tree, c) === f.slice(5));
        if (found.length > 0) content = found.map((c) => rangeSpan(tree, ...yieldOf(tree, c)));
        if (content.length > 0) break;
      }
    }
    if (content.length === 0) continue;
    const source = [...childrenBy(tree, i, 'nmod:poss'), ...prepositional(tree, i, 'by'), ...prepositional(tree, i, 'from'), ...ownerOf(tree, i)].find((s) => !isDummy(tree, s));
    const span = source === undefined ? undefined : sourceSpan(tree, source);
    const cueTokens = carried ? [up, i] : [i];
    return {
      sentence: tree.sentence.index,
      cueToken: i,
      cue: toSpans(tree, cueTokens),
      content,
      ...(source === undefined || !span ? {} : { source, sourceSpan: span }),
      act: cue.act,
      attitude: cue.attitude,
      negative: carried && isNegated(tree, up),
      how: 'said',
      rule: `claim.noun.${cue.words.join('-')}`,
    };
  }
  return undefined;
}

/** "is concerned that", "are ready to". */
function adjectiveCue(tree: Tree, i: number, cues: readonly Cue[]): ClaimDraft | undefined {
  if (childrenBy(tree, i, 'cop').length === 0) return undefined;
  for (const cue of cues) {
    const words = matchesWords(tree, i, cue);
    if (!words) continue;
    const clause = (tree.children[i] ?? []).filter((c) => {
      const r = baseRelation(relationAt(tree, c));
      return c > i && ((r === 'ccomp' && cue.frames.has('ccomp')) || (r === 'xcomp' && cue.frames.has('xcomp')) || (r === 'advcl' && (cue.frames.has('ccomp') || cue.frames.has('xcomp')) && childrenBy(tree, c, 'mark').some((m) => /^(that|to)$/.test(lemmaAt(tree, m)))));
    });
    let content = clause.flatMap((c) => clauseSpan(tree, c, i));
    if (content.length === 0) {
      for (const f of cue.frames) {
        if (!f.startsWith('prep:')) continue;
        const found = prepositional(tree, i, f.slice(5));
        if (found.length > 0) content = found.map((c) => rangeSpan(tree, ...yieldOf(tree, c)));
        if (content.length > 0) break;
      }
    }
    const source = surfaceSubject(tree, i).find((s) => !isDummy(tree, s));
    if (content.length === 0 || source === undefined) continue;
    const span = sourceSpan(tree, source);
    const cops = childrenBy(tree, i, 'cop');
    return { sentence: tree.sentence.index, cueToken: i, cue: toSpans(tree, [...cops.filter((c) => c === i - 1), ...words]), content, source, sourceSpan: span, act: cue.act, attitude: true, negative: isNegated(tree, i), how: 'held', rule: `claim.adjective.${cue.words.join('-')}` };
  }
  return undefined;
}

/** "according to officials", "in the words of", "reportedly". */
function prefixCue(tree: Tree, i: number, cues: readonly Cue[]): ClaimDraft | undefined {
  for (const cue of cues) {
    if (cue.attitude || cue.words[0] === 'as' || !cue.frames.has('obj')) {
      if (!(cue.doubt && cue.words.length === 1)) continue;
      // An adverb: nobody is named.
      if (tree.tokens[i]?.upos !== 'ADV') continue;
      const up = tree.tokens[i]?.head ?? -1;
      if (tree.tokens[up]?.upos !== 'VERB') continue;
      const [a, b] = yieldOf(tree, up);
      return { sentence: tree.sentence.index, cueToken: i, cue: toSpans(tree, [i]), content: without(rangeSpan(tree, a, b), tree, i), act: cue.act, attitude: false, negative: false, how: 'reported', rule: `claim.adverb.${cue.lemma}` };
    }
    if (!['according to', 'in the words of', 'per', 'as per', 'citing'].includes(cue.lemma)) continue;
    let k = i;
    const tokens = [i];
    for (const w of cue.words.slice(1)) {
      k++;
      if (tree.tokens[k]?.form.toLowerCase() !== w) {
        k = -1;
        break;
      }
      tokens.push(k);
    }
    if (k < 0) continue;
    // The nominal that the preposition marks.
    const marked = tree.tokens.findIndex((_, n) => n > k && tokens.some((t) => tree.tokens[t]?.head === n) && ['obl', 'nmod', 'advcl', 'root', 'obj', 'parataxis'].includes(baseRelation(relationAt(tree, n))));
    const source = marked > k ? marked : cue.lemma === 'citing' ? objectOf(tree, i)[0] : undefined;
    if (source === undefined || (cue.lemma === 'per' && tree.tokens[source]?.upos !== 'PROPN')) continue;
    const [a, b] = yieldOf(tree, source);
    const content = sentenceWithout(tree, [Math.min(a, i), b]);
    if (content.length === 0) continue;
    return { sentence: tree.sentence.index, cueToken: i, cue: toSpans(tree, tokens), content, source, sourceSpan: sourceSpan(tree, source), act: 'state', attitude: false, negative: false, how: 'said', rule: `claim.${cue.words.join('-')}` };
  }
  return undefined;
}

function without(span: Span, tree: Tree, i: number): Span[] {
  const t = tree.tokens[i];
  if (!t || t.start < span.start || t.end > span.end) return [span];
  return [
    { start: span.start, end: tree.tokens[i - 1]?.end ?? span.start },
    { start: tree.tokens[i + 1]?.start ?? span.end, end: span.end },
  ].filter((s) => s.end > s.start);
}
