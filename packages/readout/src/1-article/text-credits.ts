import type { Part } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { PublisherIndex } from './publisher.ts';

const CLOSING_NAME = /(?:^|[.!?]["”’)]{0,2}\s*)([([]\s{0,2}(\p{Lu}[\p{L}\d .&'’/-]{1,50}?)\s{0,2}[)\]])$/u;
const NOTICE =
  /(?:©|\(c\)|copyright)\s{0,3}(?:©|\(c\))?\s{0,3}(?:\d{4}(?:[-–]\d{2,4})?)?,?\s{0,3}(?:by )?((?:the )?\p{Lu}[\p{L}\d .&'’-]{1,50}?)(?:\.|,|;|$| all rights| ltd| inc| \d{4})/iu;
const IN_BYLINE = /(?:,| for| \||\/| -| –| —) ?(?:the )?(\p{Lu}[\p{L}&.'’ -]{1,50})$/u;

/** The credit of a text as a whole: a known agency alone in brackets on a line or behind the last sentence, or alone on the last line. It stands for the text, not for a picture. */
export function findTextCredits(text: string, paragraphs: readonly Span[], publishers: PublisherIndex): readonly Part[] {
  const lines = paragraphs.filter((paragraph) => paragraph.end - paragraph.start <= 60 && isBracketed(text, paragraph, publishers));
  const alone = lines.map((span): Part => ({ kind: 'credit', span }));
  const last = paragraphs.at(-1);
  if (!last || lines.at(-1) === last) return alone;
  const tail = text.slice(Math.max(last.start, last.end - 120), last.end);
  const match = CLOSING_NAME.exec(tail);
  if (match?.[1] !== undefined && match[2] !== undefined && namesKnown(match[2], publishers)) {
    return [...alone, { kind: 'credit', span: { start: last.end - match[1].length, end: last.end } }];
  }
  const isName = last.end - last.start <= 50 && paragraphs.length > 1 && publishers.byName(tail.replace(/^[-–—(]+ ?|(?<![.)])[.)]+$/g, ''));
  return isName ? [...alone, { kind: 'credit', span: last }] : alone;
}

/** The names by which a text may say who published it, likeliest first: its byline's outlet, its own credit, its notice of rights. As written. */
export function publisherNames(text: string, parts: readonly Part[], credits: readonly Part[]): readonly string[] {
  const words = (part: Part): string => text.slice(part.span.start, Math.min(part.span.end, part.span.start + 400));
  const bylines = parts.filter((part) => part.kind === 'byline').flatMap((part) => [IN_BYLINE.exec(words(part))?.[1] ?? words(part)]);
  const credited = credits.map((part) => words(part).replace(/^[-–—([\s]+|(?<![.)\]\s])[.)\]\s]+$/g, ''));
  const notices = parts.filter((part) => part.kind === 'boilerplate').flatMap((part) => NOTICE.exec(words(part))?.[1] ?? []);
  return [...bylines, ...credited, ...notices].map((name) => name.trim());
}

function isBracketed(text: string, paragraph: Span, publishers: PublisherIndex): boolean {
  const inside = /^[([]\s{0,2}(.{2,50}?)\s{0,2}[)\]]$/u.exec(text.slice(paragraph.start, paragraph.end))?.[1];
  return inside !== undefined && namesKnown(inside, publishers);
}

function namesKnown(names: string, publishers: PublisherIndex): boolean {
  return names.split('/').some((name) => publishers.byName(name.trim()) !== undefined);
}
