/**
 * Stage 6: document, claims and events → standing relations and figures.
 * Trigger words are looked up in the rules; the holder is found by predication, apposition or title, the other by possessor, modifier or
 * preposition; status from tense, negation and "former"; degree words kept; then the knowledge is asked. One relation told twice is one
 * with all its evidence. Figures come last, because they attach to events and relations.
 * Rules: knowledge/rules/relations; words: lexicon/degrees.tsv, numbers.tsv, hedges.tsv; known: relations/known.tsv, memberships.
 * A party's claim stays a claim: a relation inside one points to it.
 */
import { clauseOf, moodOf } from '../2-sentences/mood.ts';
import { childrenBy, isNegated, lemmaAt, spanOf, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { dateRange } from '../3-mentions/times/date-range.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Claim, DateRange, Event, Evidence, Figure, Relation } from '../model/index.ts';
import { type FigureWords, findFigures } from './figures.ts';
import { type KnownRelations, readKnownRelations } from './known.ts';
import { type Holder, holders, others } from './parties.ts';
import { type RelationRule, type RelationRules, readRelationRules } from './rules.ts';

export interface RelationKnowledge {
  readonly rules: RelationRules;
  readonly known: KnownRelations;
  readonly figures: FigureWords;
}

export function relationKnowledge(knowledge: Knowledge): RelationKnowledge {
  return {
    rules: readRelationRules(knowledge),
    known: readKnownRelations(knowledge),
    figures: {
      numbers: new Map(knowledge.lexicon('numbers').map((r) => [r.word ?? '', Number(r.value)])),
      hedges: knowledge
        .lexicon('hedges')
        .map((r) => ({ words: (r.phrase ?? '').split(' '), hedge: (r.hedge ?? 'about') as NonNullable<Figure['hedge']> }))
        .sort((a, b) => b.words.length - a.words.length),
    },
  };
}

export interface FoundRelations {
  readonly relations: readonly Relation[];
  readonly figures: readonly Figure[];
}

export function findRelations(
  doc: Document,
  claims: readonly Claim[],
  events: readonly Event[],
  knowledge: RelationKnowledge,
): FoundRelations {
  const found: Relation[] = [];
  for (const tree of doc.trees) {
    tree.tokens.forEach((token, i) => {
      const pos =
        token.upos === 'VERB'
          ? 'verb'
          : token.upos === 'NOUN' || token.upos === 'PROPN'
            ? 'noun'
            : token.upos === 'ADJ'
              ? 'adj'
              : undefined;
      if (!pos) return;
      for (const rule of knowledge.rules.at(pos, token.lemma.toLowerCase())) {
        if (!triggerHolds(tree, i, rule)) continue;
        if (rule.kind) found.push(...asRelations(doc, tree, i, rule, claims, knowledge));
        break;
      }
    });
  }
  const relations = mergeRelations(found).map((r, i) => ({ ...r, id: `r${i + 1}` }));
  return { relations, figures: findFigures(doc, claims, events, relations, knowledge.figures) };
}

function triggerHolds(tree: Tree, i: number, rule: RelationRule): boolean {
  if (rule.pos === 'noun') {
    const ok = rule.rest.every((w, k) => {
      const t = tree.tokens[i - rule.rest.length + k];
      return t !== undefined && (t.form.toLowerCase() === w || t.lemma.toLowerCase() === w);
    });
    // "diplomatic and economic backer": the word may also stand among the modifiers.
    if (
      !ok &&
      !rule.rest.every((w) =>
        below(tree, i, 2).some((c) => tree.tokens[c]?.form.toLowerCase() === w || lemmaAt(tree, c).toLowerCase() === w),
      )
    )
      return false;
  } else if (
    !rule.rest.every(
      (w) => (tree.children[i] ?? []).some((c) => tree.tokens[c]?.form.toLowerCase() === w) || tree.tokens[i + 1]?.form.toLowerCase() === w,
    )
  )
    return false;
  if (rule.case !== undefined && !childrenBy(tree, i, 'case').some((c) => tree.tokens[c]?.form.toLowerCase() === rule.case)) return false;
  if (rule.with && !below(tree, i, 3).some((c) => rule.with?.has(lemmaAt(tree, c).toLowerCase()))) return false;
  if (rule.without && below(tree, i, 3).some((c) => rule.without?.has(lemmaAt(tree, c).toLowerCase()))) return false;
  return true;
}

function below(tree: Tree, i: number, depth: number): number[] {
  if (depth === 0) return [];
  return (tree.children[i] ?? []).flatMap((c) => [c, ...below(tree, c, depth - 1)]);
}

function asRelations(
  doc: Document,
  tree: Tree,
  i: number,
  rule: RelationRule,
  claims: readonly Claim[],
  knowledge: RelationKnowledge,
): Relation[] {
  let left = holders(doc, tree, i, rule);
  let right = others(doc, tree, i, rule);
  if (rule.mutual && (left.length === 0 || right.length === 0)) {
    // "X and Y are allies", "relations between X and Y", "the two countries' partnership".
    const all = left.length > 0 ? left : right;
    if (all.length < 2) return [];
    left = all.slice(0, 1);
    right = all.slice(1);
  }
  if (left.length === 0 || right.length === 0) return [];
  const made: Relation[] = [];
  const degree = degreeOf(tree, i, knowledge.rules.degrees) ?? rule.degree;
  const status = rule.status ?? statusOf(tree, i);
  const at = tree.tokens[i]?.start ?? 0;
  const claim = claims.filter((c) => c.content.some((s) => s.start <= at && at < s.end)).sort((a, b) => length(a) - length(b))[0];
  const interval = intervalOf(doc, tree, i);
  for (const a of left) {
    for (const b of right) {
      if (a.entity === b.entity || !rule.kind) continue;
      const known = knowledge.known.check(rule.kind, a.entity, b.entity, doc.article.published?.value);
      made.push({
        id: '',
        kind: rule.kind,
        parties: [party(a, rule.as?.[0]), party(b, rule.as?.[1])],
        ...(degree ? { degree } : {}),
        ...interval,
        status,
        ...(known ? { knowledge: known } : {}),
        ...(claim ? { claim: claim.id } : {}),
        evidence: [
          {
            span: spanOf(
              tree,
              rule.pos === 'noun' && tree.tokens[i - rule.rest.length] ? i - (contiguous(tree, i, rule) ? rule.rest.length : 0) : i,
              i + 1,
            ),
            as: 'trigger',
          },
          { span: a.mention.span, as: 'party' },
          { span: b.mention.span, as: 'party' },
        ] satisfies Evidence[],
        rule: rule.id,
      });
    }
  }
  return made;
}

const contiguous = (tree: Tree, i: number, rule: RelationRule): boolean =>
  rule.rest.every(
    (w, k) =>
      tree.tokens[i - rule.rest.length + k]?.form.toLowerCase() === w || lemmaAt(tree, i - rule.rest.length + k).toLowerCase() === w,
  );
const party = (h: Holder, as: string | undefined): { entity: string; as?: string; mention: string } => ({
  entity: h.entity,
  ...(as ? { as } : {}),
  mention: h.mention.id,
});
const length = (c: Claim): number => c.content.reduce((n, s) => n + s.end - s.start, 0);

function degreeOf(tree: Tree, i: number, degrees: ReadonlySet<string>): string | undefined {
  const words = (tree.children[i] ?? [])
    .filter((c) => c < i && degrees.has(tree.tokens[c]?.form.toLowerCase() ?? ''))
    .map((c) => tree.tokens[c]?.form.toLowerCase() ?? '');
  return words.length > 0 ? words.join(' ') : undefined;
}

function statusOf(tree: Tree, i: number): Relation['status'] {
  const former = (tree.children[i] ?? []).some(
    (c) => /^(former|onetime|ex|erstwhile|old|one-time)$/.test(lemmaAt(tree, c).toLowerCase()) && c < i,
  );
  const clause = clauseOf(tree, i);
  if (isNegated(tree, i) || isNegated(tree, clause) || childrenBy(tree, i, 'det').some((d) => lemmaAt(tree, d) === 'no')) return 'denied';
  if (former) return 'held';
  const mood = moodOf(tree, clause);
  if (mood.modality === 'intended' || mood.modality === 'hypothetical' || mood.modality === 'requested') return 'sought';
  if (childrenBy(tree, i, 'cop').some((c) => tree.tokens[c]?.xpos === 'VBD')) return 'held';
  return 'holds';
}

/** Start and end only where the text says so: "since 1961", "until 1991", "from 1950 to 1953". */
function intervalOf(doc: Document, tree: Tree, i: number): { start?: DateRange; end?: DateRange } {
  for (const t of doc.timesWithin(tree.sentence.span)) {
    const token = tree.tokens.findIndex((k) => k.start <= t.span.start && t.span.start < k.end);
    if (token < 0 || clauseOf(tree, token) !== clauseOf(tree, i)) continue;
    const before = [tree.tokens[token - 1]?.form.toLowerCase(), tree.tokens[token]?.form.toLowerCase()];
    const range = dateRange(t);
    if (range.start === undefined) continue;
    if (before.includes('since')) return { start: { ...range, time: t.id } };
    if (before.includes('until')) return { end: { ...range, time: t.id } };
  }
  return {};
}

/** Same kind, parties and status: one relation; unordered where the parts are alike. */
function mergeRelations(relations: readonly Relation[]): Relation[] {
  const kept: Relation[] = [];
  const key = (r: Relation): string =>
    `${r.kind}/${r.status}/${(r.parties.every((p) => p.as === undefined) ? r.parties.map((p) => p.entity).sort() : r.parties.map((p) => `${p.entity}:${p.as}`)).join('/')}`;
  for (const r of relations) {
    const i = kept.findIndex((k) => key(k) === key(r));
    const k = kept[i];
    if (!k) kept.push(r);
    else {
      const { claim: _, ...rest } = k;
      const claim = k.claim !== undefined && r.claim !== undefined ? k.claim : undefined;
      const degree = k.degree ?? r.degree;
      kept[i] = {
        ...rest,
        ...(degree ? { degree } : {}),
        ...(claim === undefined ? {} : { claim }),
        evidence: [
          ...k.evidence,
          ...r.evidence.filter((e) => !k.evidence.some((x) => x.as === e.as && x.span.start === e.span.start && x.span.end === e.span.end)),
        ],
      };
    }
  }
  return kept;
}
