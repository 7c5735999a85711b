/**
 * What is left where no listed trigger has to do with the two parties: a word that most often stands for one type of act, by the table
 * lexicon/weak-acts.tsv (`lemma pos event note source`), on the way between the parties or governed by it; a preposition between them; last,
 * the tone of the sentence, which alone is a guess.
 */
import { clauseOf, moodOf } from '../2-sentences/mood.ts';
import { caseOf, childrenBy, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EventType, Span } from '../model/index.ts';
import { labelOf, type Places, placesOf, verbsOnWay } from './pair-triggers.ts';
import type { WeakActs } from './weak-acts.ts';

/** The type of act that a word alone speaks for. */
export interface WeakAct {
  readonly event: EventType;
  /** `weak.verb.return`: the part of the table and the word. */
  readonly rule: string;
  /** The word only stands in the same sentence; nothing ties it to the parties. */
  readonly loose: boolean;
}

/** The type of the first weak word found, from the strongest place to the weakest. */
export function byWeakWord(doc: Document, weak: WeakActs, actor: Span | undefined, recipient: Span | undefined): WeakAct | undefined {
  const trees = doc.trees.map((tree) => ({ tree, places: placesOf(tree, actor, recipient) }));
  const here = trees.filter(({ places }) => places.way.size > 0);
  for (const [i, look] of [verbs, nouns, prepositions, anyWord].entries()) {
    for (const { tree, places } of here) {
      const found = look(tree, places, weak);
      if (found) return { ...found, loose: i >= 2 };
    }
  }
  return undefined;
}

type Found = Pick<WeakAct, 'event' | 'rule'>;
type Look = (tree: Tree, places: Places, weak: WeakActs) => Found | undefined;

const verbs: Look = (tree, places, weak) => {
  for (const v of verbsOnWay(tree, places)) {
    const found = spokenThrough(tree, v, weak) ?? verbAt(tree, v, weak);
    if (found) return found;
  }
  return undefined;
};

/** "called the emir to convey support": what a call is made to say. */
function spokenThrough(tree: Tree, verb: number, weak: WeakActs): Found | undefined {
  if (!tree.words.talks.has(lemmaAt(tree, verb).toLowerCase())) return undefined;
  for (const said of childrenBy(tree, verb, 'advcl', 'xcomp')) {
    if (!tree.words['acts-of-words'].has(lemmaAt(tree, said).toLowerCase())) continue;
    const [word] = childrenBy(tree, said, 'obj').flatMap((o) => {
      const lemma = lemmaAt(tree, o).toLowerCase();
      const event = weak.get(`noun/${lemma}`);
      return event ? [{ event, rule: `weak.noun.${lemma}` }] : [];
    });
    const found = word ?? verbAt(tree, said, weak);
    if (found) return found;
  }
  return undefined;
}

function verbAt(tree: Tree, verb: number, weak: WeakActs): Found | undefined {
  const lemma = lemmaAt(tree, verb).toLowerCase();
  const particle = childrenBy(tree, verb, 'compound:prt')
    .map((c) => `${lemma} ${tree.tokens[c]?.form.toLowerCase()}`)
    .find((k) => weak.has(`verb/${k}`));
  const word = particle ?? lemma;
  const event = weak.get(`verb/${word}`);
  if (!event) return undefined;
  // "will not end the strike".
  const mood = moodOf(tree, clauseOf(tree, verb));
  if (event === 'SANCTION' && mood.polarity === 'negative') return { event: 'REJECT', rule: `weak.verb.${word.replace(/ /g, '-')}` };
  const label = labelOf(event, COOPERATIVE.has(event) ? 1 : 3, mood);
  return { event: label, rule: `weak.verb.${word.replace(/ /g, '-')}` };
}

const COOPERATIVE: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT']);

/** Nouns that the verbs on the way govern, or that stand there themselves. */
const nouns: Look = (tree, places, weak) => {
  const governed = verbsOnWay(tree, places).flatMap((v) => childrenBy(tree, v, 'obj', 'obl', 'nsubj:pass'));
  for (const n of [...governed, ...places.way]) {
    const lemma = lemmaAt(tree, n).toLowerCase();
    const event = tree.tokens[n]?.upos === 'VERB' ? undefined : weak.get(`noun/${lemma}`);
    if (event) return { event, rule: `weak.noun.${lemma}` };
  }
  return undefined;
};

/** The preposition before the recipient. */
const prepositions: Look = (tree, places, weak) => {
  for (const i of places.recipient) {
    const prep = caseOf(tree, i);
    const event = weak.get(`prep/${prep}`);
    if (event) return { event, rule: `weak.prep.${prep}` };
  }
  return undefined;
};

/** Any weak word of the sentence, outside of the parties' phrases. */
const anyWord: Look = (tree, places, weak) => {
  for (const [i, t] of tree.tokens.entries()) {
    if (places.actor.includes(i) || places.recipient.includes(i)) continue;
    if (t.upos === 'VERB') {
      const found = verbAt(tree, i, weak);
      if (found) return found;
    }
    const event = t.upos === 'NOUN' ? weak.get(`noun/${t.lemma.toLowerCase()}`) : undefined;
    if (event) return { event, rule: `weak.noun.${t.lemma.toLowerCase()}` };
  }
  return undefined;
};
