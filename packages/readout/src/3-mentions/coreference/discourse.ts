/**
 * What a pronoun may point at: every mention made so far, and beside them the nouns that are no party ("the clock", "her mother"), so that
 * "it" is not forced on a state where the text speaks of a clock. Filled token by token while a text is read.
 */
import { mapped } from '../../2-sentences/mapped.ts';
import { phraseOf, withConjuncts } from '../../2-sentences/phrase.ts';
import { baseAt, childrenBy, hasChild, isPlural, lemmaAt, lemmasOf, relationAt, type Tree, textOf } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt, enter, headedBy, localId, place } from '../draft.ts';
import { isNoBody } from '../phrases/no-bodies.ts';
import { type Quoted, readQuotes } from './quoted.ts';

/** What a pronoun may stand for, by the sort of noun. */
export type Sort = 'person' | 'people' | 'body' | 'state' | 'place' | 'thing' | 'name' | 'time';

/** A noun, name or pronoun that a later pronoun may mean. */
export interface Candidate {
  readonly sentence: number;
  readonly head: number;
  readonly sort: Sort;
  readonly number: 'one' | 'many' | 'either';
  readonly gender?: 'm' | 'f' | undefined;
  /** Equal for candidates that are one. */
  readonly key: string;
  readonly draft?: Draft | undefined;
  /** The pronoun that it is, lower case. */
  readonly pronoun?: string | undefined;
  /** "Someone", "every player": what is said of any of them. */
  readonly indefinite: boolean;
  readonly relation: string;
}

/** What was met so far, for finding antecedents; grows sentence by sentence. */
export interface Discourse {
  readonly desk: Desk;
  readonly quoted: Quoted;
  readonly candidates: Candidate[][];
  /** How often each key was met. */
  readonly counts: Map<string, number>;
  /** What each key was last called: "it" or "they". */
  readonly called: Map<string, 'it' | 'they'>;
  /** Genders that pronouns told. */
  readonly genders: Map<string, 'm' | 'f'>;
  /** The persons named in the text who ever held an office, in its order, once asked. */
  holders: readonly string[] | undefined;
}

/** A discourse in which nothing was met. */
export function openDiscourse(desk: Desk): Discourse {
  return {
    desk,
    quoted: readQuotes(desk.trees),
    candidates: mapped(desk.trees, () => []),
    counts: new Map(),
    called: new Map(),
    genders: new Map(),
    holders: undefined,
  };
}

/** Enters token `i`, if it heads a noun phrase; `same`: what the pronoun there was found to be. */
export function hear(discourse: Discourse, tree: Tree, i: number, same?: Candidate): void {
  const found = candidateAt(discourse, tree, i, same);
  if (!found) return;
  discourse.candidates[tree.sentence.index]?.push(found);
  discourse.counts.set(found.key, (discourse.counts.get(found.key) ?? 0) + 1);
  if (found.pronoun === undefined) return;
  if (/^(it|its|itself)$/.test(found.pronoun)) discourse.called.set(found.key, 'it');
  else if (/^the(y|m|ir|irs|mselves)$/.test(found.pronoun)) discourse.called.set(found.key, 'they');
}

type Where = Pick<Candidate, 'sentence' | 'head' | 'relation'>;
type What = Pick<Candidate, 'sort' | 'number' | 'key' | 'indefinite' | 'gender' | 'draft' | 'pronoun'>;

/** A candidate, its fields laid out one way, since each is looked at again and again (see `draftOf`). */
function candidateOf({ sentence, head, relation }: Where, { sort, number, gender, key, draft, pronoun, indefinite }: What): Candidate {
  return { sentence, head, relation, sort, number, gender, key, draft, pronoun, indefinite };
}

/** "Saved 200 more", "two were hurt", "those who fled": so many people, without a noun. */
function isSoMany(tree: Tree, i: number): boolean {
  const form = tree.tokens[i]?.form.toLowerCase() ?? '';
  if (form === 'those')
    return childrenBy(tree, i, 'acl:relcl').some((c) => (tree.children[c] ?? []).some((w) => tree.tokens[w]?.form === 'who'));
  const counts = form === 'more' || form === 'others' ? hasChild(tree, i, 'nummod') : tree.tokens[i]?.upos === 'NUM' && form !== 'one';
  if (!counts || hasChild(tree, i, 'nmod')) return false;
  const verb = tree.tokens[tree.tokens[i]?.head ?? -1];
  const suffers = tree.words.casualties.has(verb?.form.toLowerCase() ?? '') || tree.words.casualties.has(verb?.lemma ?? '');
  return baseAt(tree, i) === 'obj' ? suffers : relationAt(tree, i) === 'nsubj:pass' && verb?.upos === 'VERB';
}

const ANYBODY = /^(someone|somebody|anyone|anybody|everyone|everybody|nobody|whoever)$/;
/** Relations of words inside another's phrase. */
const NO_HEAD = new Set(['compound', 'flat', 'fixed', 'amod', 'goeswith', 'nummod']);

/** The candidate that token `i` heads; undefined for modifiers, insides of names and words that are no nouns. */
export function candidateAt(discourse: Discourse, tree: Tree, i: number, same?: Candidate): Candidate | undefined {
  const { desk } = discourse;
  const s = tree.sentence.index;
  const token = tree.tokens[i];
  if (!token) return undefined;
  const draft = headedBy(desk, s, i);
  if (
    !draft &&
    !same &&
    token.upos !== 'NUM' &&
    token.upos !== 'ADJ' &&
    token.upos !== 'NOUN' &&
    token.upos !== 'PROPN' &&
    token.upos !== 'PRON'
  )
    return undefined;
  const relation = relationAt(tree, i);
  const base = baseAt(tree, i);
  if (draft) {
    if (draft.via === 'coreference.relative' || (draft.kind === 'demonym' && base === 'amod')) return undefined;
    return ofDraft(discourse, tree, draft, token.upos === 'PRON' ? token.form.toLowerCase() : undefined);
  }
  const common = { sentence: s, head: i, relation };
  if (same) return candidateOf(common, { ...same, pronoun: token.form.toLowerCase() });
  if (isSoMany(tree, i)) return candidateOf(common, { sort: 'people', number: 'many', key: `${s}/${i}`, indefinite: false });
  if (token.upos === 'PRON' && ANYBODY.test(token.form.toLowerCase()))
    return candidateOf(common, { sort: 'person', number: 'either', key: `${s}/${i}`, indefinite: true });
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return undefined;
  if (NO_HEAD.has(base) || relation === 'nmod:desc' || draftAt(desk, s, i)) return undefined;
  const other = saidOf(discourse, tree, i);
  if (other) return candidateOf(common, other);
  return ofNoun(desk, tree, i);
}

/** Who a noun is said of: "Lindqvist is a doctor", "Lindqvist, a doctor". */
function saidOf(discourse: Discourse, tree: Tree, i: number): Candidate | undefined {
  const of =
    relationAt(tree, i) === 'appos' ? tree.tokens[i]?.head : hasChild(tree, i, 'cop') ? childrenBy(tree, i, 'nsubj')[0] : undefined;
  const found = of === undefined ? undefined : discourse.candidates[tree.sentence.index]?.find((c) => c.head === of);
  const plural = isPlural(tree, i);
  return found && (found.number === 'either' || plural === (found.number === 'many')) ? found : undefined;
}

function ofDraft(discourse: Discourse, tree: Tree, draft: Draft, pronoun: string | undefined): Candidate | undefined {
  const { desk } = discourse;
  const id = draft.entities[0] ?? '';
  const e = desk.entities.get(id);
  if (!e) return undefined;
  const lemma = draft.kind === 'nominal' ? lemmaAt(tree, draft.head).toLowerCase() : '';
  const told = draft.gender ?? e.gender ?? discourse.genders.get(id) ?? (desk.nouns.get(lemma) || undefined);
  // "The Democrats": those who are in it.
  const isMembers = e.sector === 'PTY' && tree.tokens[draft.head]?.xpos === 'NNPS';
  const several = draft.entities.length > 1 || draft.plural || isMembers;
  const grouped = tree.words['either-number'].has(lemma) || desk.roles.at(tree, draft.head)?.kind === 'group';
  let sort: Sort;
  if (e.kind === 'person') sort = 'person';
  else if (e.kind === 'people' || isMembers) sort = several || grouped ? 'people' : 'person';
  // "The government … they": the noun is a body, whatever it stands for.
  else if ((e.kind === 'state' && draft.kind !== 'nominal') || e.kind === 'place') sort = e.kind;
  else sort = 'body';
  const { sentence, head, entities } = draft;
  return {
    sentence,
    head,
    relation: relationAt(tree, head),
    sort,
    number: several
      ? 'many'
      : tree.words.houses.has(lemma)
        ? 'one'
        : sort === 'body' || sort === 'people' || sort === 'state'
          ? 'either'
          : 'one',
    gender: told && !several ? told : undefined,
    key: entities.length === 1 ? id : entities.join('+'),
    draft,
    pronoun,
    indefinite: isIndefinite(tree, head),
  };
}

function ofNoun(desk: Desk, tree: Tree, i: number): Candidate {
  const token = tree.tokens[i];
  const lemma = lemmasOf(tree)[i] ?? '';
  const plural = token?.xpos === 'NNS' || token?.xpos === 'NNPS';
  const number = plural ? 'many' : tree.words['either-number'].has(lemma) ? 'either' : 'one';
  if (tree.words.times.has(lemma)) return nounAs(tree, i, 'time', number);
  const gender = desk.nouns.get(lemma);
  if (gender !== undefined && token?.upos === 'NOUN')
    return plural ? nounAs(tree, i, 'people', number) : nounAs(tree, i, 'person', number, gender || undefined);
  const role = desk.roles.at(tree, i);
  if (role?.equipment || role?.again || (role && isNoBody(desk, tree, i, role, undefined))) return nounAs(tree, i, 'thing', number);
  if (role?.kind === 'body' || role?.kind === 'group')
    return nounAs(tree, i, role.kind === 'body' ? 'body' : 'people', plural ? 'many' : 'either');
  if (role && (token?.upos === 'NOUN' || role.kind === 'role')) return nounAs(tree, i, plural ? 'people' : 'person', number);
  return nounAs(tree, i, token?.upos === 'PROPN' ? 'name' : 'thing', number);
}

/** A noun that is no mention, as a candidate. */
function nounAs(tree: Tree, i: number, sort: Sort, number: Candidate['number'], gender?: Candidate['gender']): Candidate {
  const s = tree.sentence.index;
  return {
    sentence: s,
    head: i,
    relation: relationAt(tree, i),
    sort,
    number,
    gender,
    key: `${s}/${i}`,
    draft: undefined,
    pronoun: undefined,
    indefinite: isIndefinite(tree, i),
  };
}

const isIndefinite = (tree: Tree, i: number): boolean => {
  const children = tree.children[i] ?? [];
  for (let k = 0; k < children.length; k++) {
    const c = children[k] as number;
    if (tree.bases[c] === 'det' && ANY.has(lemmasOf(tree)[c] ?? '')) return true;
  }
  return false;
};
const ANY = new Set(['any', 'every', 'each', 'no']);

/** All that are joined with a candidate before token `i`: "Saudi Arabia and Iran … they". Undefined where it stands alone. */
export function joinedWith(discourse: Discourse, c: Candidate, tree: Tree, i: number): Candidate[] | undefined {
  const own = discourse.desk.trees[c.sentence];
  if (!own || c.pronoun === 'they' || !mayHaveConjuncts(own, c.head)) return undefined;
  const tokens = withConjuncts(own, c.head).filter((t) => c.sentence < tree.sentence.index || t < i);
  if (tokens.length < 2) return undefined;
  const all = discourse.candidates[c.sentence]?.filter((x) => tokens.includes(x.head)) ?? [];
  return all.length > 1 ? all : undefined;
}

/** A look that costs nothing: most nouns stand alone. */
function mayHaveConjuncts(tree: Tree, head: number): boolean {
  const children = tree.children[head] ?? [];
  for (let k = 0; k < children.length; k++) {
    const c = children[k] as number;
    const base = tree.bases[c];
    if (base === 'conj' || (c === head + 1 && (base === 'appos' || base === 'flat'))) return true;
  }
  return false;
}

/** The entities of a candidate; a person, group or body that was no mention so far becomes one. Empty for a thing. */
export function entitiesOf(discourse: Discourse, c: Candidate, person: boolean): readonly string[] {
  if (c.draft) return c.draft.entities;
  if (c.sort === 'thing' || c.sort === 'time' || (c.sort === 'name' && !person)) return [];
  const { desk } = discourse;
  const tree = desk.trees[c.sentence];
  // A pronoun that stands for such a noun: the noun itself.
  const [s, i] = c.key.split('/').map(Number);
  const nounTree = desk.trees[s ?? -1];
  if (!tree || !nounTree || i === undefined || nounTree.tokens[i]?.upos === 'PRON') return [];
  const have = headedBy(desk, s ?? -1, i);
  if (have) return have.entities;
  const [start, end] = phraseOf(nounTree, i, { withNmod: false });
  const words = textOf(desk.article.text, nounTree, start, end).replace(
    /^(the|a|an|my|our|your|his|her|their|its|this|that|these|those|one|some)\s+/i,
    '',
  );
  const id = localId(c.sort === 'body' ? 'organisation' : 'people', words);
  const role = desk.roles.at(nounTree, i);
  enter(desk, id, { kind: c.sort === 'body' ? 'organisation' : 'people', name: words, ...(role?.sector ? { sector: role.sector } : {}) });
  place(desk, {
    sentence: s ?? 0,
    head: i,
    start,
    end,
    entities: [id],
    kind: 'nominal',
    via: 'nominal.antecedent',
    plural: c.number === 'many',
    role: lemmaAt(nounTree, i).toLowerCase(),
    ...(role?.sector ? { sector: role.sector } : {}),
  });
  return [id];
}
