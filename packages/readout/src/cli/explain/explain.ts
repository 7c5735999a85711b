import { type Found, recordKeys } from '../../7-store/index.ts';
import { explainRule, type RuleWords } from '../../http/explain-rule.ts';
import { explainSigns, type SignWords } from '../../http/explain-signs.ts';
import type { Knowledge } from '../../knowledge.ts';
import type { Record } from '../../model/record.ts';
import { claimSentences } from './claim.ts';
import { eventSentences } from './event.ts';
import { articleSentences, entitySentences, figureSentences, relationSentences, silenceSentences } from './others.ts';
import { type Mark, wordsInContext } from './words-in-context.ts';

export interface Explanation {
  readonly kind: Found['kind'];
  readonly id: string;
  /** What it is, a sentence each. */
  readonly sentences: readonly string[];
  /** The report, in one line. */
  readonly from?: string;
  readonly rule?: RuleWords | { readonly id: string };
  /** Of an event: how likely it is right, and by which signs. */
  readonly confidence?: { readonly value: number; readonly signs: readonly SignWords[] };
  readonly words: readonly (Mark & { readonly text: string })[];
  readonly item?: unknown;
}

/** Why something is there: what it says, the rule that made it, and its words. */
export function explain(found: Found, knowledge: Knowledge): Explanation {
  if (found.kind === 'entity')
    return { kind: 'entity', id: found.id, sentences: entitySentences(found.entity), words: [], item: found.entity };
  const { record, id } = found;
  const from = headline(record);
  if (found.kind === 'article') return { kind: 'article', id, sentences: articleSentences(record, recordKeys(record)), from, words: [] };
  const { text } = record.article;
  const rule = 'rule' in found.item ? (explainRule(found.item.rule, knowledge) ?? { id: found.item.rule }) : undefined;
  const marks = marksOf(found).filter(
    (m, i, all) => all.findIndex((o) => o.as === m.as && o.span.start === m.span.start && o.span.end === m.span.end) === i,
  );
  return {
    kind: found.kind,
    id,
    sentences: sentencesOf(found),
    from,
    ...(rule ? { rule } : {}),
    ...(found.kind === 'event' && found.item.confidence !== undefined
      ? { confidence: { value: found.item.confidence, signs: explainSigns(found.item, knowledge) } }
      : {}),
    words: marks.map((m) => ({ ...m, text: text.slice(m.span.start, m.span.end) })),
    item: found.item,
  };
}

/** An explanation as a person reads it. */
export function explanationText(explanation: Explanation, text: string | undefined, width: number): string {
  const { kind, id, from, sentences, rule, confidence, words } = explanation;
  const lines = [
    `${kind[0]?.toUpperCase()}${kind.slice(1)} ${id}`,
    ...(from === undefined ? [] : [`in ${from}`]),
    '',
    ...sentences.map((s) => `  ${s}`),
  ];
  if (rule) {
    lines.push('', `Rule ${rule.id}${'makes' in rule && rule.makes ? ` makes ${rule.makes}` : ''}`);
    if ('wording' in rule) lines.push(...rule.wording.map((w) => `  ${w}`));
    if ('source' in rule && rule.source) lines.push(`  From: ${rule.source}.`);
  }
  if (confidence) lines.push('', ...confidenceLines(confidence));
  if (words.length > 0 && text !== undefined) lines.push('', 'The words', wordsInContext(text, words, width).trimEnd());
  return `${lines.join('\n')}\n`;
}

function confidenceLines({ value, signs }: NonNullable<Explanation['confidence']>): readonly string[] {
  const sign = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;
  return [
    `Confidence ${value}, by how it is told`,
    ...signs.map((s) => `  ${sign(s.weight)}  ${s.meaning} (${s.wrong} of ${s.right + s.wrong} judged events with this sign were wrong)`),
    ...(signs.length === 0 ? ['  It has none of the signs that add to it or take from it.'] : []),
  ];
}

function sentencesOf(found: Exclude<Found, { readonly kind: 'entity' | 'article' }>): readonly string[] {
  if (found.kind === 'event') return eventSentences(found.record, found.item);
  if (found.kind === 'claim') return claimSentences(found.record, found.item);
  if (found.kind === 'relation') return relationSentences(found.record, found.item);
  if (found.kind === 'silence') return silenceSentences(found.record, found.item);
  return figureSentences(found.record, found.item);
}

function marksOf(found: Exclude<Found, { readonly kind: 'entity' | 'article' }>): readonly Mark[] {
  if (found.kind === 'figure') return [{ span: found.item.span, as: 'figure' }];
  if (found.kind !== 'claim') return found.item.evidence;
  const { source, cue, content } = found.item;
  return [
    ...(source ? [{ span: source.span, as: 'source' }] : []),
    ...cue.map((span) => ({ span, as: 'cue' })),
    ...content.map((span) => ({ span, as: 'content' })),
  ];
}

function headline({ article }: Record): string {
  const more = [article.publisher?.name, article.published?.value].filter((part) => part !== undefined);
  return `“${article.title ?? `${article.text.slice(0, 60).replace(/\s+/g, ' ')}…`}”${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}
