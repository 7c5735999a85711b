import type { Part } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { PagePhrases } from './page-phrases.ts';
import { roughSentences } from './rough-sentences.ts';

const LONGEST = 320;

/**
 * Paragraphs that belong to the page around a report: links to other reports, notices of rights, calls to share or subscribe, advertisement marks, navigation
 * lists, the list of sources below, lines without a letter. Each is short; sentences of the report that only use such words stay body.
 */
export function findBoilerplate(text: string, paragraphs: readonly Span[], phrases: PagePhrases): readonly Part[] {
  const listFrom = sourceList(text, paragraphs, phrases);
  return paragraphs.flatMap((paragraph, i): readonly Part[] => {
    const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 2000));
    if (i >= listFrom || isBoilerplate(words, phrases) || isNavigation(text, paragraphs, i))
      return [{ kind: 'boilerplate', span: paragraph }];
    const debris = /^\]\]+\s+/.exec(words);
    const lead: readonly Part[] = debris
      ? [{ kind: 'boilerplate', span: { start: paragraph.start, end: paragraph.start + debris[0].trimEnd().length } }]
      : [];
    return [...lead, ...closingSentences(text, paragraph, phrases)];
  });
}

/** Whether a whole line or paragraph is the page's. */
export function isBoilerplate(words: string, { page, notPage }: PagePhrases): boolean {
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  return words.length <= LONGEST && page.test(words) && !notPage.test(words);
}

/** Where a closing list of sources begins, or past the end: its heading alone on a line, in the second half, only short paragraphs below. */
function sourceList(text: string, paragraphs: readonly Span[], { linkHeading }: PagePhrases): number {
  for (let i = paragraphs.length - 1; i >= Math.max(1, Math.floor(paragraphs.length / 2)); i--) {
    const span = paragraphs[i];
    if (span && linkHeading.test(text.slice(span.start, Math.min(span.end, span.start + 40)))) {
      return paragraphs.slice(i + 1).every((below) => below.end - below.start < LONGEST) ? i : paragraphs.length;
    }
  }
  return paragraphs.length;
}

/** One of three or more neighbouring lines of one to four capitalised words without a stop: a menu. */
function isNavigation(text: string, paragraphs: readonly Span[], i: number): boolean {
  const isEntry = (at: number): boolean => {
    const span = paragraphs[at];
    return (
      span !== undefined &&
      span.end - span.start <= 32 &&
      /^\p{Lu}[\p{L}'’&-]*(?: (?:\p{Lu}[\p{L}'’-]*|&|and|of|the)){0,3}$/u.test(text.slice(span.start, span.end))
    );
  };
  if (!isEntry(i)) return false;
  let run = 1;
  for (let before = i - 1; run < 4 && isEntry(before); before--) run++;
  for (let after = i + 1; run < 4 && isEntry(after); after++) run++;
  return run >= 4;
}

function closingSentences(text: string, paragraph: Span, phrases: PagePhrases): readonly Part[] {
  const tail = { start: Math.max(paragraph.start, paragraph.end - 600), end: paragraph.end };
  if (!phrases.pageEndInside.test(text.slice(tail.start, tail.end))) return [];
  const sentences = roughSentences(text, tail).slice(tail.start === paragraph.start ? 0 : 1);
  const first = sentences.findIndex((sentence) => phrases.pageEnd.test(text.slice(sentence.start, sentence.end)));
  const start = first < 0 ? undefined : sentences[first]?.start;
  return start === undefined || sentences.length - first > 3 ? [] : [{ kind: 'boilerplate', span: { start, end: paragraph.end } }];
}
