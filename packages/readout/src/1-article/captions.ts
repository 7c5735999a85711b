import type { Part } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { type Credit, findCredits, isBareCredit, isNames } from './credits.ts';
import type { PagePhrases } from './page-phrases.ts';
import { without } from './paragraphs.ts';
import { roughSentences } from './rough-sentences.ts';

/** A caption runs no further than this to its credit. */
const REACH = 900;
/** "(AFP)" */
const SHORTEST = 5;
/** No report has a paragraph of this length; what has is not searched. */
const LONGEST = 20_000;
/** Words that begin a caption, at a paragraph's start or behind a full stop. */
const CUE =
  /(?:TOPSHOTS?\b\s*[-–—:]|\(?FILES?\)?\s?(?:PHOTO|IMAGE|PICTURE|FOOTAGE)?\s?[-–—:](?=\s)|\(FILES?\)|File (?:photo|image|picture|pic)s?\s?(?:[-–—:]|of\b|dated\b|shows?\b)|\[?(?:PHOTO|Photo|IMAGE|Image|PICTURE|Picture|Photograph|Caption|CAPTION|Pictured|PICTURED)s?(?: caption)?\s?:|HANDOUT\s?[-–—:]|(?:In this|An?|This) (?:[\p{L}\d.,]+ ){0,6}?(?:photo|photograph|image|picture|handout|handout photo|file photo|frame grab|screengrab|video grab)(?: (?:grab|image|photo|picture))?,? (?:(?:that was |which was )?(?:provided|released|taken|made|shot|distributed|issued|captured|supplied|handed out)\b|from (?:video|footage|files?)\b|shows?\b))/uy;
/** "In this Nov. 14, 2024, file photo, …" */
const DATED_FILE = /In this (?:[\p{L}\d.,]+ ){1,6}?(?:file )?(?:photo|image|picture),/uy;
const DATED = /\b\d{1,2},? (?:19|20)\d\d\b|\b\p{Lu}\p{Ll}{2,8}\.? (?:19|20)\d\d\b/u;

/**
 * Photo captions and picture credits among paragraphs of the body, also inside a running paragraph. A caption begins at its cue ("TOPSHOT –",
 * "File photo:", "In this photo provided by …") or, without one, where a sentence stands before a credit and shows something; it ends at the credit,
 * or with its sentence. The credit is a part of its own. A bare agency in brackets is a credit only behind a caption.
 */
export function findCaptions(text: string, paragraphs: readonly Span[], phrases: PagePhrases): readonly Part[] {
  return paragraphs.flatMap((paragraph) => {
    const length = paragraph.end - paragraph.start;
    if (length < SHORTEST || length > LONGEST) return [];
    const credits = findCredits(text, paragraph, phrases);
    const cued = captionsFromCues(text, paragraph, credits);
    const rest = without(
      text,
      paragraph,
      cued.map((part) => part.span),
    );
    const closing = rest.flatMap((free) =>
      captionsBeforeCredits(
        text,
        free,
        credits.filter(({ span }) => span.start >= free.start && span.end <= free.end),
        paragraph,
        phrases,
      ),
    );
    return [...cued, ...closing];
  });
}

/** A caption that its medium marks (`<figcaption>`), its credit cut off. */
export function splitCaption(text: string, span: Span, phrases: PagePhrases): readonly Part[] {
  if (isBareCredit(text.slice(span.start, span.end), phrases)) return [{ kind: 'credit', span }];
  const credits = findCredits(text, span, phrases).map((credit): Part => ({ kind: 'credit', span: credit.span }));
  const rest = without(
    text,
    span,
    credits.map((credit) => credit.span),
  ).map((free): Part => ({ kind: isLettered(text, free) ? 'caption' : 'credit', span: free }));
  return [...rest, ...credits].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a line is a caption or ends in a credit, whatever else it looks like. */
export function isCaptionLine(text: string, line: Span, phrases: PagePhrases): boolean {
  return isCueAt(text, line.start) || findCredits(text, line, phrases).length > 0;
}

function captionsFromCues(text: string, paragraph: Span, credits: readonly Credit[]): readonly Part[] {
  // "… in Lima. Image: Jane Doe." is a credit with a caption before it and no cue.
  const creditStarts = new Set(credits.map((credit) => credit.span.start));
  const parts: Part[] = [];
  for (const start of sentenceStarts(text, paragraph)) {
    if (start < (parts.at(-1)?.span.end ?? 0) || creditStarts.has(start) || !isCueAt(text, start)) continue;
    parts.push(...captionFrom(text, start, paragraph, credits));
  }
  return parts;
}

function sentenceStarts(text: string, paragraph: Span): readonly number[] {
  const stops = text.slice(paragraph.start, paragraph.end).matchAll(/[.!?)\]]["”’)\]]{0,3}\s+(?=[([]?\p{Lu})/gu);
  return [paragraph.start, ...[...stops].map((stop) => paragraph.start + stop.index + stop[0].length)];
}

function isCueAt(text: string, at: number): boolean {
  return [CUE, DATED_FILE].some((pattern) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  });
}

function captionFrom(text: string, start: number, paragraph: Span, credits: readonly Credit[]): readonly Part[] {
  const reach = { start, end: Math.min(paragraph.end, start + REACH) };
  const label = /^\[?(?:photo|image|picture|photograph)s?\s?:\s*/i.exec(text.slice(start, reach.end));
  const credit = credits.find(({ span }) => span.end > start && span.end <= reach.end);
  if (credit && credit.span.start > start) {
    return [
      { kind: 'caption', span: without(text, { start, end: credit.span.start }, [])[0] ?? { start, end: start } },
      { kind: 'credit', span: credit.span },
    ];
  }
  if (credit) return [{ kind: 'credit', span: credit.span }];
  const sentences = roughSentences(text, reach);
  const first = sentences[0] ?? reach;
  if (label && isNames(text.slice(start + label[0].length, first.end))) return [{ kind: 'credit', span: first }];
  const whole = start === paragraph.start && sentences.length <= 2 && reach.end === paragraph.end ? reach : first;
  return [{ kind: 'caption', span: whole }];
}

/** Credits without a cue: the paragraph before them is the caption when it is short, else the last sentence when it shows something. */
function captionsBeforeCredits(
  text: string,
  free: Span,
  credits: readonly Credit[],
  paragraph: Span,
  phrases: PagePhrases,
): readonly Part[] {
  const parts: Part[] = [];
  let from = free.start;
  for (const credit of credits) {
    const before = without(text, { start: from, end: credit.span.start }, [])[0];
    from = credit.span.end;
    const sentences = before ? roughSentences(text, before) : [];
    const last = sentences.at(-1);
    const isWhole = before?.start === paragraph.start && sentences.length <= 3 && credit.span.end === paragraph.end;
    const shows = last !== undefined && isShown(text.slice(last.start, last.end), credit.kind, phrases);
    const isPicture = credit.kind === 'photo' && isWhole && !phrases.reports.test(text.slice(before.start, before.end));
    const caption = isPicture || (isWhole && shows) ? before : credit.kind === 'photo' && shows ? last : undefined;
    if (caption) parts.push({ kind: 'caption', span: caption });
    if (caption || credit.kind === 'photo') parts.push({ kind: 'credit', span: credit.span });
  }
  return parts;
}

/** A sentence that describes a picture. Before a bare name in brackets only a full date shows it: "(Reuters)" may end a summary of the agency's report too. */
function isShown(sentence: string, credit: Credit['kind'], { reports, shown }: PagePhrases): boolean {
  return !reports.test(sentence) && (credit === 'photo' ? shown : DATED).test(sentence);
}

function isLettered(text: string, span: Span): boolean {
  return /\p{L}/u.test(text.slice(span.start, span.end));
}
