/** Whether a text is about a campaign for votes, told by its words (lexicon/word-sets.tsv: electioneering, force). */
import { lemmasOf } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';

const known = new WeakMap<Document, boolean>();

/** Words of campaigns that make a text one on a campaign, if there are no more of force. */
const SOME = 3;

/** Whether words of campaigns are many in the text, and more than those of force. */
export function isCampaign(doc: Document): boolean {
  let is = known.get(doc);
  if (is === undefined) {
    let [votes, force] = [0, 0];
    for (const tree of doc.trees)
      for (const l of lemmasOf(tree)) {
        if (tree.words.electioneering.has(l)) votes++;
        if (tree.words.force.has(l)) force++;
      }
    is = votes >= SOME && votes > force;
    known.set(doc, is);
  }
  return is;
}
