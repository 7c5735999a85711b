import { Parser } from 'htmlparser2';

export interface PageCaps {
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxAttributes: number;
}

const CHUNK = 16_384;
/** Texts and comments are nodes too, and every character reference makes one: so many for each element that is allowed. */
const NODES_PER_ELEMENT = 4;

/**
 * Why a page must not be built into a tree: nested too deeply, too many elements, too many attributes on one; undefined when it may be. It reads the tags with
 * the tokenizer that the tree builder uses, in chunks, and stops at the first excess, so it costs one pass at most.
 */
export function excessOf(html: string, caps: PageCaps): string | undefined {
  let depth = 0;
  let elements = 0;
  let nodes = 0;
  let attributes = 0;
  let excess: string | undefined;
  const maxNodes = caps.maxElements * NODES_PER_ELEMENT;
  const addNode = (): void => {
    if (++nodes > maxNodes) excess = `it has more than ${maxNodes} pieces of text and comments`;
  };
  const parser = new Parser({
    onopentagname() {
      attributes = 0;
      elements++;
      depth++;
      if (depth > caps.maxDepth) excess = `elements are nested more than ${caps.maxDepth} deep`;
      else if (elements > caps.maxElements) excess = `it has more than ${caps.maxElements} elements`;
    },
    onattribute() {
      attributes++;
      if (attributes > caps.maxAttributes) excess = `an element has more than ${caps.maxAttributes} attributes`;
    },
    ontext: addNode,
    oncomment: addNode,
    onclosetag() {
      depth--;
    },
  });
  for (let at = 0; at < html.length && excess === undefined; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  return excess;
}
