import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Block, blocksOf } from './page-blocks.ts';
import { excessOf, type PageCaps } from './page-guard.ts';
import { type PageNode, pageMeta } from './page-meta.ts';

/** A headline is shorter. */
const MAX_TITLE = 500;
/** What a page marks as its text is taken when it is not much shorter than what Readability finds; a shorter one is a teaser. */
const MARKED_SHARE = 0.7;

/** What a page yields, as plain data that can leave the worker. */
export interface Page {
  readonly title?: string;
  readonly byline?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly blocks: readonly Block[];
}

/** A page read, or why it was not. */
export type PageResult = { readonly page: Page } | { readonly excess: string } | { readonly empty: true };

/** The article of a page: its main text by Mozilla's Readability, captions marked, and what the head says. The caps are checked before a tree is built. */
export function readPage(html: string, caps: PageCaps): PageResult {
  const excess = excessOf(html, caps);
  if (excess !== undefined) return { excess };
  const document: unknown = parseHTML(/<html[\s>]/i.test(html.slice(0, 5000)) ? html : `<html><body>${html}</body></html>`).document;
  const root = document as PageNode; // linkedom's document has the few members PageNode names
  const meta = pageMeta(root);
  // Before Readability, which takes the tree apart.
  const marked = markedBody(root);
  const article = new Readability<PageNode>(document as never, {
    keepClasses: true,
    serializer: (node) => node as unknown as PageNode,
    maxElemsToParse: caps.maxElements,
  }).parse();
  const guessed = article?.content ? blocksOf(article.content) : paragraphsAlone(root);
  const blocks = lengthOf(marked) > lengthOf(guessed) * MARKED_SHARE ? marked : guessed;
  if (blocks.every((block) => block.kind === 'caption')) return { empty: true };
  const title = (article?.title || meta.title)?.slice(0, MAX_TITLE);
  const date = meta.date ?? article?.publishedTime;
  return {
    page: {
      ...meta,
      ...(title ? { title } : {}),
      ...(article?.byline ? { byline: article.byline.replace(/\s+/g, ' ').trim().slice(0, 300) } : {}),
      ...(date ? { date } : {}),
      blocks,
    },
  };
}

/** The paragraphs of the element that the page marks as its text: schema.org's `articleBody`, or `e-content`, `entry-content` of microformats. */
function markedBody(root: PageNode): readonly Block[] {
  for (const selector of ['[itemprop~="articleBody"]', '.e-content', '.entry-content']) {
    const found = [...root.querySelectorAll(selector)].map((element) => blocksOf(element));
    const longest = found.reduce<readonly Block[]>((best, blocks) => (lengthOf(blocks) > lengthOf(best) ? blocks : best), []);
    if (lengthOf(longest) > 0) return longest;
  }
  return [];
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((length, block) => length + (block.kind === 'text' ? block.text.length : 0), 0);
}

/** Where Readability finds no article: the paragraphs of the page. */
function paragraphsAlone(root: PageNode): readonly Block[] {
  const blocks: Block[] = [];
  for (const paragraph of root.querySelectorAll('p')) blocks.push(...blocksOf(paragraph));
  return blocks;
}
