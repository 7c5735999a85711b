/**
 * Does a capital's or a seat's name stand for the place or for the government? Its syntactic role decides, with the words around it:
 * "in Beijing" is a place, "Beijing said" a government, "visit Beijing" a place, "talks with Beijing" a government.
 * Word lists: lexicon/metonym-contexts.tsv.
 */
import { baseRelation, caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Knowledge } from '../knowledge.ts';

/** Words around a place name that tell place and government apart. */
export interface MetonymContexts {
  /** `slot/word` → literal or metonymic; slots: prep, subject-of, object-of, prep-of, poss-of, modifier-of, pair-of, sport. */
  readonly words: ReadonlyMap<string, 'place' | 'party'>;
}

/** The rows of metonym-contexts.tsv, by slot and word. */
export function metonymContexts(knowledge: Knowledge): MetonymContexts {
  return {
    words: new Map(knowledge.lexicon('metonym-contexts').map((r) => [`${r.slot}/${r.word}`, r.reading === 'place' ? 'place' : 'party'])),
  };
}

/** Whether the name headed at `head` means the place itself and not who governs it. */
export function standsForPlace(desk: { readonly metonyms: MetonymContexts }, tree: Tree, head: number): boolean {
  return placeReading(desk.metonyms.words, tree, head) === 'place';
}

type Reading = 'place' | 'party';
type Words = ReadonlyMap<string, Reading>;

/** How far a name hands the question up: "France, Spain and Italy", "countries such as Germany", "its ally, Qatar". */
const HAND_UP = 4;

/** The reading of a place name by its role in the sentence. */
export function placeReading(words: Words, tree: Tree, name: number): Reading {
  return readingAt(words, tree, name, HAND_UP);
}

function readingAt(words: Words, tree: Tree, name: number, steps: number): Reading {
  // In a coordination the first conjunct's role counts.
  let head = name;
  while (relationAt(tree, head) === 'conj' && caseOf(tree, head) === '' && (tree.tokens[head]?.head ?? -1) >= 0)
    head = tree.tokens[head]?.head ?? head;
  if (isLocated(tree, name) || isJoined(tree, name)) return 'place';
  if (isPeople(tree, name)) return 'party';
  const relation = relationAt(tree, head);
  const up = tree.tokens[head]?.head ?? -1;
  const governor = lemmaAt(tree, up).toLowerCase();
  const look = (slot: string, word: string): Reading | undefined => words.get(`${slot}/${word}`);
  /** A noun's own row for the slot first, then what kind of thing it is. */
  const noun = (slot: string): Reading | undefined => look(slot, governor) ?? look('thing', governor);
  /** "issued an ultimatum to X": what the verb's object between the two says of the preposition. */
  const besides = (prep: string): Reading | undefined => {
    const o = childrenBy(tree, up, 'obj').find((c) => c > up && c < head);
    return o === undefined ? undefined : look(`${prep}-of`, lemmaAt(tree, o).toLowerCase());
  };
  switch (baseRelation(relation)) {
    case 'nsubj': {
      const cop = hasChild(tree, up, 'cop');
      if (cop) return look('copula', governor) ?? (isPlaceList(tree, up, words) ? 'place' : 'party');
      return look(relation === 'nsubj:pass' ? 'passive-subject-of' : 'subject-of', governor) ?? 'party';
    }
    case 'obj':
    case 'iobj':
      return look('object-of', governor) ?? 'party';
    case 'obl':
    case 'nmod': {
      if (relation === 'nmod:poss') return possessed(words, tree, up) ?? noun('poss-of') ?? 'party';
      const prep = caseOf(tree, head);
      if (prep === '') return relation === 'nmod:unmarked' || relation === 'obl:unmarked' ? 'place' : (noun('modifier-of') ?? 'party');
      if (/^(such as|including|like)$/.test(prep) && steps > 0 && tree.tokens[up]?.upos !== 'VERB')
        return readingAt(words, tree, up, steps - 1);
      // The preposition's own row is for what is said of it; the kind of thing counts only after "of".
      if (prep === 'of') return noun('of-of') ?? (tree.tokens[up]?.upos === 'PROPN' && isInstitution(tree, up) ? 'party' : 'place');
      return look(`${prep}-of`, governor) ?? besides(prep) ?? look('prep', prep) ?? 'party';
    }
    case 'compound':
    case 'amod':
      return modified(words, tree, head, up);
    case 'appos':
      return tree.tokens[up]?.upos === 'NOUN' && steps > 0 ? (look('thing', governor) ?? readingAt(words, tree, up, steps - 1)) : 'place';
    case 'flat':
      return tree.tokens[up]?.upos === 'PROPN' ? 'party' : 'place';
    case 'root':
    case 'dep':
    case 'list':
      return 'place';
    default:
      return 'party';
  }
}

/** "Lima, Peru" and "Beijing, China": a place named with what it lies in. */
function isLocated(tree: Tree, head: number): boolean {
  return (tree.children[head] ?? []).some(
    (c) =>
      c > head &&
      ['appos', 'nmod:unmarked', 'flat', 'nmod'].includes(relationAt(tree, c)) &&
      caseOf(tree, c) === '' &&
      tree.tokens[c]?.upos === 'PROPN' &&
      tree.tokens[c - 1]?.form === ',',
  );
}

/** "Oslo-based", "Cairo-born", "London-Paris": joined by a hyphen to where somebody sits, or to another place. */
function isJoined(tree: Tree, head: number): boolean {
  const hyphen = tree.tokens[head + 1]?.form;
  return (hyphen === '-' || hyphen === '–') && tree.words['joined-to-place'].has(tree.tokens[head + 2]?.form.toLowerCase() ?? '');
}

/** A name in front of a noun: an official, a body, a people act; a coast, a station, a festival are where the place is. */
function modified(words: Words, tree: Tree, head: number, up: number): Reading {
  const governor = lemmaAt(tree, up).toLowerCase();
  const pair = isPair(tree, head) ? words.get(`pair-of/${governor}`) : undefined;
  const known = pair ?? words.get(`modifier-of/${governor}`) ?? words.get(`thing/${governor}`);
  // "the Peru-Chile summit": both do what is said of the two.
  if (tree.tokens[up]?.upos === 'PROPN' && tree.tokens[head + 1]?.form === '-' && /^(compound|amod)$/.test(relationAt(tree, up)))
    return modified(words, tree, up, tree.tokens[up]?.head ?? -1);
  // "the North American Free Trade Agreement" is a name, however its words are tagged.
  if (
    tree.tokens[up]?.upos === 'PROPN' ||
    (/^\p{Lu}/u.test(tree.tokens[up]?.form ?? '') && tree.words['institutions-of-places'].has(governor))
  ) {
    // "Lagos Police Department" is an institution; "Lagos Island" a place.
    const last = known === 'place' && !tree.words['institutions-of-places'].has(governor);
    return last ? 'place' : 'party';
  }
  if (known) return known;
  // An adjective of a people, or an abbreviation used as one ("US", "EU"), tells whose; a bare name before a noun more often where.
  const form = tree.tokens[head]?.form ?? '';
  return tree.tokens[head]?.upos === 'ADJ' || /^(\p{Lu}\.?){2,3}$/u.test(form) || /(ian|can|ish|ese)$/.test(form) ? 'party' : 'place';
}

/** "the Seoul-Tokyo summit": one of two names joined by a hyphen, which tells between whom, not where. */
function isPair(tree: Tree, head: number): boolean {
  const joins = (hyphen: number, other: number): boolean =>
    /^[-–]$/.test(tree.tokens[hyphen]?.form ?? '') && tree.tokens[other]?.upos === 'PROPN';
  return joins(head + 1, head + 2) || joins(head - 1, head - 2);
}

/** "Mexicans", "in Portuguese", "Hungarian-led": people, languages and hands, never soil. */
function isPeople(tree: Tree, name: number): boolean {
  const token = tree.tokens[name];
  if (token?.xpos === 'NNPS' && /(ans|ians|ers|is|ese)$/.test(token.form)) return true;
  const next = tree.tokens[name + 1]?.form;
  if ((next === '-' || next === '–') && tree.words['joined-to-doer'].has(tree.tokens[name + 2]?.form.toLowerCase() ?? '')) return true;
  return caseOf(tree, name) === 'in' && /(ese|ish)$/.test(token?.form ?? '');
}

/** Whether a capitalised head is an institution or office, not a town or hill. */
function isInstitution(tree: Tree, i: number): boolean {
  return tree.words.institutions.has(lemmaAt(tree, i).toLowerCase());
}

/** "Italy's largest city", "the country's top league": a superlative among what lies there. */
function possessed(words: Words, tree: Tree, up: number): Reading | undefined {
  const ranked = childrenBy(tree, up, 'amod').some((c) => tree.tokens[c]?.xpos === 'JJS' || tree.words.ranks.has(lemmaAt(tree, c)));
  return ranked && words.get(`thing/${lemmaAt(tree, up).toLowerCase()}`) !== 'party' ? 'place' : undefined;
}

/** "is one of the poorest countries", "is the centre of …, a town": a place said through "one of". */
function isPlaceList(tree: Tree, up: number, words: Words): boolean {
  if (!tree.words['one-of'].has(lemmaAt(tree, up).toLowerCase())) return false;
  return childrenBy(tree, up, 'nmod').some((c) => {
    const lemma = lemmaAt(tree, c).toLowerCase();
    return words.get(`copula/${lemma}`) === 'place' || words.get(`thing/${lemma}`) === 'place' || lemma === 'country';
  });
}
