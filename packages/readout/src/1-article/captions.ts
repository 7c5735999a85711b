import type { Part } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { type Credit, findCredits, isNames } from './credits.ts';
import { without } from './paragraphs.ts';
import { roughSentences } from './rough-sentences.ts';

/** A caption runs no further than this to its credit. */
const REACH = 900;
/** Words that begin a caption, at a paragraph's start or behind a full stop. */
const CUE =
  /(?:TOPSHOTS?\b\s*[-–—:]|\(?FILES?\)?\s?(?:PHOTO|IMAGE|PICTURE|FOOTAGE)?\s?[-–—:](?=\s)|\(FILES?\)|File (?:photo|image|picture|pic)s?\s?(?:[-–—:]|of\b|dated\b|shows?\b)|\[?(?:PHOTO|Photo|IMAGE|Image|PICTURE|Picture|Photograph|Caption|CAPTION|Pictured|PICTURED)s?(?: caption)?\s?:|HANDOUT\s?[-–—:]|(?:In this|An?|This) (?:[\p{L}\d.,]+ ){0,6}?(?:photo|photograph|image|picture|handout|handout photo|file photo|frame grab|screengrab|video grab)(?: (?:grab|image|photo|picture))?,? (?:(?:that was |which was )?(?:provided|released|taken|made|shot|distributed|issued|captured|supplied|handed out)\b|from (?:video|footage|files?)\b|shows?\b))/uy;
/** "In this Nov. 14, 2024, file photo, …" */
const DATED_FILE = /In this (?:[\p{L}\d.,]+ ){1,6}?(?:file )?(?:photo|image|picture),/uy;
const SEES =
  /\b(?:19|20)\d\d\b|\((?:L|R|C|[Ll]eft|[Rr]ight|[Cc]ent(?:er|re)|2nd \w)\)|, (?:left|right|cent(?:er|re)),|\b(?:pictured|seen here|is seen|are seen)\b|\b(?:speaks?|attends?|shakes?|greets?|waves?|arrives?|walks?|gestures?|poses?|looks?|listens?|delivers?|stands?|address(?:es)?|reacts?|sits?|leaves?|holds?|meets?|inspects?|watch(?:es)?|gathers?|march(?:es)?|wait|carry|pass(?:es)?)\b/;
const REPORTS = /["“”]|\b(?:said|told|according to|announced|added|says)\b/;

/**
 * Photo captions and picture credits among paragraphs of the body, also inside a running paragraph. A caption begins at its cue ("TOPSHOT –",
 * "File photo:", "In this photo provided by …") or, without one, where a sentence stands before a credit and shows something; it ends at the credit,
 * or with its sentence. The credit is a part of its own. A bare agency in brackets is a credit only behind a caption.
 */
export function findCaptions(text: string, paragraphs: readonly Span[]): readonly Part[] {
  return paragraphs.flatMap((paragraph) => {
    const credits = findCredits(text, paragraph);
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
      ),
    );
    return [...cued, ...closing];
  });
}

/** A caption that its medium marks (`<figcaption>`), its credit cut off. */
export function splitCaption(text: string, span: Span): readonly Part[] {
  const credits = findCredits(text, span).map((credit): Part => ({ kind: 'credit', span: credit.span }));
  const rest = without(
    text,
    span,
    credits.map((credit) => credit.span),
  ).map((free): Part => ({ kind: isLettered(text, free) ? 'caption' : 'credit', span: free }));
  return [...rest, ...credits].sort((a, b) => a.span.start - b.span.start);
}

function captionsFromCues(text: string, paragraph: Span, credits: readonly Credit[]): readonly Part[] {
  const parts: Part[] = [];
  let at = paragraph.start;
  while (at < paragraph.end) {
    const start = nextCue(text, paragraph, at);
    if (start === undefined) break;
    const caption = captionFrom(text, start, paragraph, credits);
    parts.push(...caption);
    at = Math.max(caption.at(-1)?.span.end ?? start + 1, start + 1);
  }
  return parts;
}

function nextCue(text: string, paragraph: Span, from: number): number | undefined {
  if (from === paragraph.start && isCueAt(text, from)) return from;
  const stops = /[.!?]["”’)\]]{0,3}\s+(?=[([]?\p{Lu})/gu;
  const words = text.slice(from, paragraph.end);
  const first = words.search(/\S/);
  if (from > paragraph.start && first >= 0 && isCueAt(text, from + first)) return from + first;
  for (const stop of words.matchAll(stops)) {
    const at = from + stop.index + stop[0].length;
    if (isCueAt(text, at)) return at;
  }
  return undefined;
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
  const sentences = roughSentences(text, { start, end: paragraph.end });
  const first = sentences[0] ?? reach;
  if (label && isNames(text.slice(start + label[0].length, first.end))) return [{ kind: 'credit', span: first }];
  const whole = start === paragraph.start && sentences.length <= 2 ? { start, end: paragraph.end } : first;
  return [{ kind: 'caption', span: whole }];
}

/** Credits without a cue: the paragraph before them is the caption when it is short, else the last sentence when it shows something. */
function captionsBeforeCredits(text: string, free: Span, credits: readonly Credit[], paragraph: Span): readonly Part[] {
  const parts: Part[] = [];
  let from = free.start;
  for (const credit of credits) {
    const before = without(text, { start: from, end: credit.span.start }, [])[0];
    from = credit.span.end;
    const sentences = before ? roughSentences(text, before) : [];
    const last = sentences.at(-1);
    const isWhole = before?.start === paragraph.start && sentences.length <= 3 && credit.span.end === paragraph.end;
    const shows = last !== undefined && SEES.test(text.slice(last.start, last.end)) && !REPORTS.test(text.slice(last.start, last.end));
    const caption =
      isWhole && (shows || (credit.kind === 'photo' && !REPORTS.test(text.slice(before.start, before.end))))
        ? before
        : credit.kind === 'photo' && shows
          ? last
          : undefined;
    if (caption) parts.push({ kind: 'caption', span: caption });
    if (caption || credit.kind === 'photo' || !before) parts.push({ kind: 'credit', span: credit.span });
  }
  return parts;
}

function isLettered(text: string, span: Span): boolean {
  return /\p{L}/u.test(text.slice(span.start, span.end));
}
