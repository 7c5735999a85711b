import type { PageNode } from './page-meta.ts';

/** A paragraph of a page. */
export interface Block {
  readonly kind: 'text' | 'caption';
  readonly text: string;
}

const ELEMENT = 1;
const TEXT = 3;
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed form button select textarea input canvas audio video head nav'.split(' '),
);
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:wp-caption-text|figcaption|(?:image|photo|img|picture|media|article)[-_]*(?:caption|credit|description|legend)|caption(?:[-_]text)?|credits?|photo[-_]?credit)(?:$|[\s_-])/i;
/** Boxes between the paragraphs that are no part of the report. */
const BOX_CLASS =
  /(?:^|[\s_-])(?:share|sharing|sharedaddy|social|related(?:posts)?|newsletter|subscribe|subscription|signup|promo|advert(?:isement)?|ads?|sponsored|comments?|respond|tags|breadcrumbs?|jp-relatedposts|recommended|read-?more|paywall|cookie|popup|pagination|navigation|author-?box|screen-reader-text|hidden|toc)(?:$|[\s_-])/i;
/** A box longer than this is the report itself, whatever its class says. */
const LONGEST_BOX = 1500;

/** The paragraphs of an element in order: white space folded, lines of `<br>` kept, captions marked. Cells of a row stand on one line. */
export function blocksOf(root: PageNode): readonly Block[] {
  const blocks: Block[] = [];
  let words = '';
  const flush = (kind: Block['kind']): void => {
    for (const paragraph of words.split(/\n[ \t]*\n\s*/)) {
      const text = paragraph
        .replace(/[ \t\r\f]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim();
      if (text !== '') blocks.push({ kind, text });
    }
    words = '';
  };
  const walk = (node: PageNode, within: Block['kind']): void => {
    if (node.nodeType === TEXT) {
      words += (node.textContent ?? '').replace(/\s+/g, ' ');
      return;
    }
    if (node.nodeType !== ELEMENT || SKIPPED.has(node.localName)) return;
    if (node.localName === 'br') {
      words += '\n';
      return;
    }
    if (isBox(node)) return;
    const kind = within === 'caption' || isCaption(node) ? 'caption' : 'text';
    const isCell = node.localName === 'td' || node.localName === 'th';
    const breaks = (BLOCKS.has(node.localName) && !isCell) || kind !== within;
    if (breaks) flush(within);
    for (const child of node.childNodes) walk(child, kind);
    if (breaks) flush(kind);
    else if (isCell) words += ' ';
  };
  walk(root, 'text');
  flush('text');
  return blocks;
}

function isBox(node: PageNode): boolean {
  if (node.localName === 'aside') return true;
  const names = `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`;
  return BOX_CLASS.test(names) && (node.textContent ?? '').length < LONGEST_BOX;
}

function isCaption(node: PageNode): boolean {
  if (node.localName === 'figcaption') return true;
  const names = node.getAttribute('class');
  return names !== null && CAPTION_CLASS.test(names) && (node.textContent ?? '').length < 800;
}
