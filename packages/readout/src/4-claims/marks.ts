/**
 * Claims that only punctuation carries: speaker lines ("Tomas Varga: Good afternoon."), headlines ("Novak: Asia must …"), and quotes with
 * a name after a dash ("“…” — Jane Roe").
 */
import type { Document } from '../3-mentions/document.ts';
import type { Mention, Span } from '../model/index.ts';
import type { ClaimDraft } from './draft.ts';
import { sentenceNumber } from './places.ts';
import type { Quote } from './quotes.ts';

interface Line {
  readonly paragraph: Span;
  /** The name before the colon, and where the words after it begin. */
  readonly label?: { readonly span: Span; readonly name: string; readonly after: number };
}

const LABEL =
  /^(?:["“”'‘]{1,2})?(\p{Lu}[\p{L}.'’-]*(?:[ ,]{1,2}(?:\p{Lu}[\p{L}.'’-]*|of|the|and|for|\([^)]{1,20}\)))* ?(?:\([^)]{1,40}\))?):\s+(?=\S)/u;
/** Drafts from speaker lines and dashes. */
export function findMarks(doc: Document, quotes: readonly Quote[]): ClaimDraft[] {
  return [...speakerLines(doc), ...dashed(doc, quotes)];
}

function speakerLines(doc: Document): ClaimDraft[] {
  const lines = readLines(doc);
  const words = doc.trees[0]?.words;
  const counts = new Map<string, number>();
  for (const { label } of lines) if (label) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  const spoken = [...counts.entries()].filter(([name, n]) => n >= 2 || name === name.toUpperCase());
  // One person who answers another is a transcript already; a lone capital label ("WASHINGTON:") is not.
  const transcript = spoken.some(([, n]) => n >= 2) && lines.length >= 3;
  const drafts: ClaimDraft[] = [];
  lines.forEach(({ paragraph, label }, at) => {
    if (!label) return;
    const headline = at === 0 || isTitle(doc, label.span.start);
    const mention = mentionOver(doc, label.span);
    const is = (set: 'form-labels' | 'part-labels' | 'source-labels'): boolean => words?.[set].has(label.name.toLowerCase()) ?? false;
    const isVoice = mention?.entities.some((id) =>
      ['person', 'news-agency', 'outlet', 'body', 'organisation', 'people'].includes(doc.entities.get(id)?.kind ?? ''),
    );
    const known =
      isVoice || (!is('form-labels') && (recurs(doc, label) || /^[“"'‘]/.test(doc.article.text.slice(label.after, label.after + 1))));
    if (
      !known &&
      !(transcript && !is('form-labels') && (is('part-labels') || isNamed(doc, label.span))) &&
      !(headline && is('source-labels'))
    )
      return;
    const content: Span[] = [trimmed(doc, { start: label.after, end: paragraph.end })];
    if (!/\p{L}{2}\P{L}+\p{L}/u.test(doc.article.text.slice(label.after, paragraph.end))) return;
    if (transcript)
      for (let k = at + 1; k < lines.length && !lines[k]?.label; k++) content.push(trimmed(doc, lines[k]?.paragraph ?? paragraph));
    const draft = draftAt(
      doc,
      label.span,
      { start: label.span.end, end: label.span.end + 1 },
      content,
      transcript ? 'claim.speaker-line' : 'claim.headline',
      transcript,
    );
    if (draft) drafts.push(draft);
  });
  return drafts;
}

/** The label holds a proper name. */
function isNamed(doc: Document, span: Span): boolean {
  const tree = doc.trees[sentenceNumber(doc.trees, span.start)];
  return tree?.tokens.some((t) => t.upos === 'PROPN' && t.start >= span.start && t.end <= span.end) ?? false;
}

/** A name of a few words that the text uses again after its line. */
function recurs(doc: Document, label: { readonly name: string; readonly after: number }): boolean {
  return (
    label.name.split(' ').length <= 3 &&
    /\p{Ll}/u.test(label.name) &&
    doc.article.text.indexOf(` ${label.name} `, label.after) > 0 &&
    !doc.article.text.includes(`the ${label.name}`)
  );
}

/** Paragraphs of title and body, with the names that open them. */
function readLines(doc: Document): Line[] {
  const { text, parts } = doc.article;
  const lines: Line[] = [];
  for (const part of parts) {
    if (part.kind !== 'body' && part.kind !== 'title') continue;
    for (let at = part.span.start; at < part.span.end; ) {
      const stop = text.indexOf('\n', at);
      const end = stop < 0 || stop > part.span.end ? part.span.end : stop;
      if (end > at) lines.push(readLine(text, at, end));
      at = end + 1;
    }
  }
  return lines;
}

function readLine(text: string, start: number, end: number): Line {
  const m = LABEL.exec(text.slice(start, Math.min(end, start + 120)));
  const paragraph = { start, end };
  const name = m?.[1];
  if (!m || name === undefined || name.split(' ').length > 9) return { paragraph };
  const from = start + m[0].indexOf(name);
  return { paragraph, label: { span: { start: from, end: from + name.length }, name, after: start + m[0].length } };
}

const isTitle = (doc: Document, offset: number): boolean =>
  doc.article.parts.some((p) => p.kind === 'title' && p.span.start <= offset && offset < p.span.end);

/** Without a quotation mark that the next paragraph opens again, and without blanks. */
function trimmed(doc: Document, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(doc.article.text[start] ?? '')) start++;
  while (end > start && /\s/.test(doc.article.text[end - 1] ?? '')) end--;
  return { start, end };
}

const DASH =
  /^\s*(?:[―—–]|--?)\s*((?:\p{Lu}|@\w)[\p{L}\p{N}.'’@-]*(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|and|de|van|von|al|bin))*)(?=[\s,.(]|$)/u;

/** "“…” — Name" at the end of a line. */
function dashed(doc: Document, quotes: readonly Quote[]): ClaimDraft[] {
  const { text } = doc.article;
  const drafts: ClaimDraft[] = [];
  for (const q of quotes) {
    if (q.words < 4) continue;
    const next = text[q.outer.end] ?? '';
    if (!/[\s―—–-]/.test(next)) continue;
    const m = DASH.exec(text.slice(q.outer.end, q.outer.end + 100));
    const name = m?.[1];
    if (!m || name === undefined) continue;
    const start = q.outer.end + m[0].length - name.length;
    const rest = text.slice(start + name.length, start + name.length + 80);
    const alone = /^[^\S\n]*(?:[,(][^\n]{0,80})?(?:\n|$)/.test(rest);
    if (!alone) continue;
    const dash = start - (/(?:[―—–]|--?)\s*$/.exec(text.slice(q.outer.end, start))?.[0].length ?? 1);
    const draft = draftAt(
      doc,
      { start, end: start + name.length },
      { start: dash, end: dash + text.slice(dash, start).trimEnd().length },
      [q.outer],
      'claim.dash',
      false,
    );
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function draftAt(doc: Document, source: Span, cue: Span, content: Span[], rule: string, verbatim: boolean): ClaimDraft | undefined {
  const s = sentenceNumber(doc.trees, source.start);
  const tree = doc.trees[s];
  const spans = content.filter((c) => c.end > c.start);
  if (!tree || spans.length === 0) return undefined;
  const inside = tree.tokens
    .map((t, k) => ({ t, k }))
    .filter(({ t }) => t.start < source.end && t.end > source.start)
    .map(({ k }) => k);
  const head = inside.find((k) => !inside.includes(tree.tokens[k]?.head ?? -1)) ?? inside[0];
  const mention = mentionOver(doc, source);
  return {
    sentence: s,
    cueToken: -1,
    cue: [cue],
    content: spans,
    source: head !== undefined && mention?.sentence === s ? mention.head : head,
    sourceSentence: undefined,
    sourceSpan: source,
    act: 'state',
    attitude: false,
    negative: false,
    how: 'said',
    addressee: undefined,
    verbatim,
    prefixed: false,
    rule,
  };
}

/** The longest mention inside the name. */
function mentionOver(doc: Document, span: Span): Mention | undefined {
  let best: Mention | undefined;
  for (const m of doc.mentionsIn(sentenceNumber(doc.trees, span.start))) {
    if (m.span.start < span.start || m.span.end > span.end) continue;
    if (!best || m.span.end - m.span.start > best.span.end - best.span.start) best = m;
  }
  return best;
}
