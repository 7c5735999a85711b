// Stage 1, article: one report as text, bytes or a reader's Source → ReadArticle (the cleaned text in typed parts, publisher, day, problems).
// Steps: front matter, then the lines above the report (header, title, byline), since both must be gone before a dateline can be first;
// closing bylines; captions and credits before boilerplate, for "Photo: …" looks like a menu line; the dateline last of the finders, at
// the first words left over; everything else is body. Publisher, day and language are judged from all of it, then the id.
// Rules are in the file of each phenomenon, their words in lexicon/page-phrases.tsv, cases in cases/1-article/. Pages and rows become Sources in read/. Never throws on a Source.
// Does not split sentences, resolve places or tell which agency a body quotes.
import type { Article, ArticleHints, Part, ReadArticle } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import { articleId } from './article-id.ts';
import { findBoilerplate } from './boilerplate.ts';
import { findClosingBylines } from './byline.ts';
import { findCaptions, splitCaption } from './captions.ts';
import { findDateline } from './first-words.ts';
import { findFrontMatter } from './front-matter.ts';
import { guessLanguage } from './language.ts';
import type { PagePhrases } from './page-phrases.ts';
import { paragraphsOf } from './paragraphs.ts';
import { headEnd, inOrder, left, textOf, withBody } from './parts.ts';
import { findPublished } from './published.ts';
import { findPublisher, type PublisherIndex } from './publisher.ts';
import { readText } from './read/text.ts';
import type { Source } from './source.ts';
import { findTextCredits, publisherNames } from './text-credits.ts';
import { findTopMatter } from './top-matter.ts';

export { type PagePhrases, pagePhrases } from './page-phrases.ts';
export type { PublisherIndex } from './publisher.ts';
export { type PageLimits, PageReader } from './read/html.ts';
export { type Format, type ReadItem, type ReadSourcesOptions, readSources } from './read/sources.ts';
export type { Source, Stated } from './source.ts';

export interface ReadArticleOptions {
  /** What the caller knows beforehand; wins over what the text says. */
  readonly hints?: ArticleHints;
  readonly publishers: PublisherIndex;
  readonly phrases: PagePhrases;
  /** Whether a name in capitals is a place; needed for datelines that end in a colon ("NEW DELHI:"). Default: none is. */
  readonly isPlace?: (name: string) => boolean;
}

/** The article in a text. Bytes and strings are read as plain text (errors of `readText`: empty, binary, too large); pages and rows come as a Source. */
export function readArticle(input: string | Uint8Array | Source, options: ReadArticleOptions): ReadArticle {
  const source = typeof input === 'string' || input instanceof Uint8Array ? readText(input) : input;
  const { text, stated: meta } = source;
  const { phrases } = options;
  const hints = options.hints ?? {};
  const front = findFrontMatter(text);
  const top = findTopMatter(text, front?.span.end ?? headEnd(source.parts), hints.title ?? front?.stated.title ?? meta.title, phrases);

  const given = source.parts.flatMap((part): readonly Part[] =>
    part.kind === 'caption' ? splitCaption(text, part.span, phrases) : [part],
  );
  const head: readonly Part[] = [...given, ...(front ? [{ kind: 'header', span: front.span } as const] : []), ...top.parts];
  const closing = findClosingBylines(text, top.end).map((span): Part => ({ kind: 'byline', span }));
  const paragraphs = left(text, paragraphsOf(text, top.end), [...head, ...closing]);
  const captions = findCaptions(text, paragraphs, phrases);
  const uncaptioned = left(text, paragraphs, captions);
  const credits = findTextCredits(text, uncaptioned, options.publishers);
  const uncredited = left(text, uncaptioned, credits);
  const boilerplate = findBoilerplate(text, uncredited, phrases);
  const dateline = findDateline(text, left(text, uncredited, boilerplate)[0], phrases, options.isPlace);
  const parts = withBody(text, inOrder([...head, ...closing, ...captions, ...credits, ...boilerplate, ...(dateline?.parts ?? [])]));

  const url = hints.url ?? front?.stated.url ?? meta.url;
  const clues = { hints, front: front?.stated ?? {}, meta, ...(url === undefined ? {} : { url }) };
  const line = dateline?.line;
  const day = findPublished({ ...clues, ...(top.date ? { header: top.date } : {}), ...(line?.date ? { dateline: line.date } : {}) });
  const agency = line?.agency ? { agency: text.slice(line.agency.start, line.agency.end) } : {};
  const publisher = findPublisher({ ...clues, ...agency, credits: publisherNames(text, parts, credits) }, options.publishers);
  const language = guessLanguage(textOf(text, parts, 'body'));
  const title = hints.title ?? front?.stated.title ?? meta.title ?? top.title;
  const article: Article = {
    id: articleId(text, publisher?.id, day.published?.value),
    text,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    language,
    ...(publisher ? { publisher } : {}),
    ...(day.published ? { published: day.published } : {}),
    ...(line?.place ? { dateline: { place: text.slice(line.place.start, line.place.end), span: line.place } } : {}),
    parts,
  };
  const problems: Problem[] = [...source.problems, ...day.problems];
  if (!publisher) problems.push({ code: 'article/no-publisher', message: 'The text does not say who published it.' });
  if (language !== 'en')
    problems.push({ code: 'article/language', message: `The text seems to be in another language (${language}); Readout reads English.` });
  return { article, problems };
}
