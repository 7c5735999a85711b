/** "The company", "the agency", "the US firm": the body of that kind that a text has named most often so far. */
import { caseOf, childrenBy, hasChild, isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import { type Desk, type Draft, learn, place } from '../draft.ts';
import { belonging } from '../grammar/belonging.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import type { Role } from '../lists/roles.ts';
import { bodyByField, type Fits } from './by-field.ts';
import { isActing } from './no-bodies.ts';

/** How far back a body may have been named last, in sentences. */
const REACH = 6;
const KINDS = new Set(['organisation', 'body', 'outlet', 'news-agency', 'armed-group']);
/** Sectors that one noun may mean. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  IGO: ['IGO', 'UNO', 'EUR', 'NAT'],
  UAF: ['UAF', 'REB', 'PRM', 'ISM'],
};

/** Links a definite noun for a body at token `i` to the one named before. */
export function bodyOfKind(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  if (!tree.words['bodies-meant-again'].has(lemmasOf(tree)[i] ?? '') || role.sector === '' || isPlural(tree, i)) return false;
  if (!childrenBy(tree, i, 'det').some((c) => /^(the|this)$/i.test(tree.tokens[c]?.form ?? ''))) return false;
  const { state, owner } = belonging(desk, tree, i);
  const noun = lemmasOf(tree)[i] ?? '';
  const told = (tree.children[i] ?? []).some((c) => {
    // "the auto company": words of the noun itself; "the firm – which" goes on about it.
    if (c < i && tree.words['bodies-by-trade'].has(noun) && (c >= role.start || isTrade(tree, c))) return false;
    // "the Lima-based group": where it sits.
    if (c < i && /(^|-)based$/i.test(tree.tokens[c]?.form ?? '')) return false;
    if (/^acl/.test(relationAt(tree, c)) && /^[,―–—-]+$/.test(tree.tokens[i + 1]?.form ?? '')) return false;
    const isState =
      owner !== undefined && owner.start <= c && c < owner.end && desk.entities.get(owner.entities[0] ?? '')?.kind === 'state';
    return /^(amod|compound|nmod|appos|acl|nummod)/.test(relationAt(tree, c)) && !isState && !isSetting(tree, i, c);
  });
  if (told) return !role.weak && bodyByField(desk, tree, i, role, fitsNoun(desk, role, noun, false, state));
  const isOpen = tree.words['bodies-of-any-kind'].has(noun);
  const isOfTrade = (tree.children[i] ?? []).some((c) => c < role.start && isTrade(tree, c));
  const isTold = role.start < i || isOfTrade;
  const fits = fitsNoun(desk, role, noun, isTold, state);
  const named =
    namedBefore(desk, tree, i, fits, { open: isOpen ? noun : undefined, isTold, isOfTrade }) ??
    (isOpen || isTold ? undefined : namedInFirst(desk, tree, i, fits));
  if (named === undefined) return false;
  const isWide = isOpen || desk.roles.bodies.sectors(noun) !== undefined;
  const sector = (isWide ? desk.entities.get(named)?.sector : undefined) ?? role.sector;
  return draftFor(desk, tree, i, [named], 'nominal', 'coreference.same-kind', { sector, role: noun });
}

/** The body that a noun beside somebody's office means ("a company spokesman"), of those named before: as `bodyOfKind` finds it, whatever stands before the noun. */
export function namedLike(desk: Desk, tree: Tree, i: number, role: Role): string | undefined {
  const noun = lemmasOf(tree)[i] ?? '';
  if (!tree.words['bodies-meant-again'].has(noun) || role.sector === '' || role.start < i) return undefined;
  const open = tree.words['bodies-of-any-kind'].has(noun) ? noun : undefined;
  return namedBefore(desk, tree, i, fitsNoun(desk, role, noun, false, undefined), { open, isTold: false, isOfTrade: false });
}

/** "Voters chose the party in the upper house": where or when, which the tree may hang on the noun, of something known. */
const isSetting = (tree: Tree, i: number, c: number): boolean =>
  c > i &&
  relationAt(tree, c) === 'nmod' &&
  /^(in|at|on|during|after|before|since|over)$/.test(caseOf(tree, c)) &&
  tree.tokens[c]?.upos === 'NOUN' &&
  childrenBy(tree, c, 'det').some((d) => /^(the|this)$/i.test(tree.tokens[d]?.form ?? '')) &&
  (tree.children[c] ?? []).every((x) => !/^(nmod|acl)/.test(relationAt(tree, x)));

/** "The paper said" behind the name of a newspaper, where the noun does what somebody does. */
export function newspaperAgain(desk: Desk, tree: Tree, i: number): boolean {
  const noun = lemmasOf(tree)[i] ?? '';
  if (!tree.words['newspapers-again'].has(noun) || tree.tokens[i]?.xpos !== 'NN' || !isActing(desk, tree, i)) return false;
  return bodyOfKind(desk, tree, i, { ...NEWSPAPER, phrase: noun, start: i });
}
const NEWSPAPER: Role = {
  sector: 'JRN',
  kind: 'body',
  weak: true,
  again: true,
  equipment: false,
  asTitle: undefined,
  phrase: '',
  offices: [],
  start: -1,
};

/** "the aerospace firm", "the rating agency". */
const isTrade = (tree: Tree, c: number): boolean =>
  /^(amod|compound)/.test(relationAt(tree, c)) && tree.words['trades-before-bodies'].has(tree.tokens[c]?.form.toLowerCase() ?? '');

/** Whether a body may be meant by a noun: by its sector, its state and its name; `isTold`: a word before the noun says the kind. */
export function fitsNoun(desk: Desk, role: Role, noun: string, isTold: boolean, state: string | undefined): Fits {
  const { bodies } = desk.roles;
  const sectors = (isTold ? undefined : bodies.sectors(noun)) ?? sectorsOf(role.sector);
  return (sector, of, name) =>
    sectors.includes(sector === 'UNK' ? '' : sector) && (state === undefined || of === state) && bodies.isKind(noun, name);
}

/** Whether an entity is a body that has a name of its own. */
export const isNamedBody = (e: Entity): boolean => KINDS.has(e.kind) && /^\p{Lu}(?:.*[\s-][\p{Lu}\p{N}])?[^\s-]*$/u.test(e.name);

/** "The Harbour Union party", "the Sandvik company", "the union Solidarity": a noun for the body whose name stands right beside it; "a Sandvik company" is another. */
export function bodyNamedInside(desk: Desk, tree: Tree, role: Role, base: Omit<Draft, 'entities' | 'kind' | 'via'>): boolean {
  const { head } = base;
  const noun = lemmasOf(tree)[head] ?? '';
  const { bodies } = desk.roles;
  if (bodyCalled(desk, tree, role, base) || bodyBehindComma(desk, tree, role, base)) return true;
  const isAgain = tree.words['bodies-meant-again'].has(noun) || bodies.sectors(noun) !== undefined;
  // "the car manufacturer Sandvik": a noun for who makes things is one for a firm, too.
  if ((role.kind !== 'body' && !(isAgain && role.sector === 'BUS')) || base.plural || !isAgain) return false;
  if (childrenBy(tree, head, 'det').some((c) => !/^the$/i.test(tree.tokens[c]?.form ?? ''))) return false;
  const inside = (desk.drafts[base.sentence] ?? []).find(
    (d) =>
      d.kind === 'name' &&
      d.entities.length === 1 &&
      (d.end === head || d.end === role.start || isBehind(tree, d, head)) &&
      belongs(tree, d, head),
  );
  const e = desk.entities.get(inside?.entities[0] ?? '');
  if (!inside || !e || !KINDS.has(e.kind)) return false;
  // What stands right behind the noun is what it says, whatever its name tells.
  const isTold = inside.start > head && /^appos/.test(relationAt(tree, inside.head));
  const isLearnt = isTold && e.knowledge === undefined && inside.start === head + 1;
  const sectors = bodies.sectors(noun) ?? sectorsOf(role.sector);
  if (!isLearnt && (!sectors.includes(e.sector ?? '') || !(isTold || bodies.isKind(noun, e.name)))) return false;
  const told = { ...(e.state ? { state: e.state } : {}), ...(e.sector ? { sector: e.sector } : {}), role: noun };
  place(desk, base, { entities: [e.id], kind: 'nominal', via: 'nominal.own-kind', ...told });
  return true;
}

/** "France's largest bank, Sandvik, halted": the body whose name stands between commas behind the noun. */
function bodyBehindComma(desk: Desk, tree: Tree, role: Role, base: Omit<Draft, 'entities' | 'kind' | 'via'>): boolean {
  if (role.kind !== 'body' || base.plural || base.end !== base.head + 1 || tree.tokens[base.end]?.form !== ',') return false;
  const start = /^the$/i.test(tree.tokens[base.end + 1]?.form ?? '') ? base.end + 2 : base.end + 1;
  const name = (desk.drafts[base.sentence] ?? []).find((d) => d.kind === 'name' && d.entities.length === 1 && isAt(d, start));
  const e = desk.entities.get(name?.entities[0] ?? '');
  if (!name || !e || !KINDS.has(e.kind) || relationAt(tree, name.head) !== 'appos') return false;
  const noun = lemmasOf(tree)[base.head] ?? '';
  // "between the army and the militia, Harbour Watch": the tree may hang it on the first; then it must be what the noun says.
  const isKind = e.knowledge !== undefined && fitsNoun(desk, role, noun, false, undefined)(e.sector ?? '', e.state, e.name);
  if (tree.tokens[name.head]?.head !== base.head && !isKind) return false;
  const closing = tree.tokens[name.end]?.form ?? '';
  if (!(closing === ',' || (closing === '.' && isKind)) || hasChild(tree, name.head, 'conj')) return false;
  const told = { ...(e.state ? { state: e.state } : {}), ...(e.sector || role.sector ? { sector: e.sector ?? role.sector } : {}) };
  place(desk, base, { entities: [e.id], kind: 'nominal', via: 'nominal.own-kind', ...told, role: lemmasOf(tree)[base.head] ?? '' });
  return true;
}

/** Whether a name begins at a token, which may be behind an article of its own. */
const isAt = (d: Draft, start: number): boolean => d.start === start || d.start === start - 1;

/** "a firm called Sandvik", "a group known as the Harbour Pilots": the body whose name follows. */
function bodyCalled(desk: Desk, tree: Tree, role: Role, base: Omit<Draft, 'entities' | 'kind' | 'via'>): boolean {
  if (role.kind !== 'body' || base.plural) return false;
  const verb = tree.tokens[base.head + 1];
  if (verb?.upos !== 'VERB' || !tree.words['verbs-of-names'].has(verb.lemma.toLowerCase()) || verb.head !== base.head) return false;
  const name = (desk.drafts[base.sentence] ?? []).find(
    (d) => d.kind === 'name' && d.entities.length === 1 && d.start > base.head + 1 && d.start <= base.head + 4,
  );
  const e = desk.entities.get(name?.entities[0] ?? '');
  if (!name || !e || !KINDS.has(e.kind)) return false;
  if (/^['’]s?$/.test(tree.tokens[name.end]?.form ?? '') || hasChild(tree, base.head, 'nmod:poss')) return false;
  for (let i = base.head + 2; i < name.start; i++) if (!/^(as|the|by|name|"|“|''|‘)$/i.test(tree.tokens[i]?.form ?? '')) return false;
  const told = { ...(e.state ? { state: e.state } : {}), ...(e.sector || role.sector ? { sector: e.sector ?? role.sector } : {}) };
  place(desk, base, { entities: [e.id], kind: 'nominal', via: 'nominal.own-kind', ...told, role: lemmasOf(tree)[base.head] ?? '' });
  return true;
}

/** A name right before a noun that hangs on it, or right behind: "the union Solidarity". */
const belongs = (tree: Tree, d: Draft, head: number): boolean =>
  d.end <= head
    ? tree.tokens[d.head]?.head === head
    : /^(appos|flat|nmod:desc|nmod:unmarked)/.test(relationAt(tree, d.head))
      ? tree.tokens[d.head]?.head === head
      : // "told the newspaper The Pilot:": no clause, whatever the tree makes of a name with an article.
        /^(ccomp|obj|dep|parataxis)/.test(relationAt(tree, d.head)) && /^[Tt]he$/.test(tree.tokens[head + 1]?.form ?? '');

/** Whether a name begins right behind a noun; the article of "the newspaper The Pilot" may be a part of it. */
const isBehind = (tree: Tree, d: Draft, head: number): boolean =>
  d.start === head + 1 || (d.start === head + 2 && tree.tokens[head + 1]?.form === 'The');

/**
 * "Harbour Watch, the group that …", "the Pilot, a newspaper": a noun for the body whose name stands right before the comma. `at`: the word that the
 * noun stands in apposition to; `from`: where its phrase begins, with the words before its article.
 */
export function bodyApposed(
  desk: Desk,
  tree: Tree,
  role: Role,
  base: Omit<Draft, 'entities' | 'kind' | 'via'>,
  { at, from, state }: { readonly at: number; readonly from: number; readonly state: string | undefined },
): boolean {
  if (
    at < 0 ||
    role.kind !== 'body' ||
    base.plural ||
    role.equipment ||
    (tree.children[base.head] ?? []).some((c) => tree.bases[c] === 'conj')
  )
    return false;
  if (!/^[,(–—-]$/.test(tree.tokens[from - 1]?.form ?? '')) return false;
  const name = (desk.drafts[base.sentence] ?? []).find((d) => d.kind === 'name' && d.entities.length === 1 && d.end === from - 1);
  const e = desk.entities.get(name?.entities[0] ?? '');
  if (!name || !e || !KINDS.has(e.kind)) return false;
  // The tree may hang it on another word; then it must be what the name says: "of the Harbour Institute, a think tank".
  const noun = lemmasOf(tree)[base.head] ?? '';
  const isKind =
    desk.roles.bodies.isKind(noun, e.name) && (desk.roles.bodies.sectors(role.phrase) ?? sectorsOf(role.sector)).includes(e.sector ?? '');
  if ((at < name.start || at >= name.end) && !isKind) return false;
  const sector = role.sector === 'UNK' ? '' : role.sector;
  learn(desk, e.id, { ...(state ? { state } : {}), ...(sector ? { sector } : {}) });
  const told = { ...(e.state ? { state: e.state } : {}), ...(e.sector || sector ? { sector: e.sector ?? sector } : {}) };
  place(desk, base, { entities: [e.id], kind: 'nominal', via: 'nominal.apposition', ...told, role: lemmasOf(tree)[base.head] ?? '' });
  return true;
}

/** "The company's head said … , Harbour Steel's chief": the only body of the kind that a first sentence names behind the noun. */
function namedInFirst(desk: Desk, tree: Tree, i: number, fits: Fits): string | undefined {
  const { index } = tree.sentence;
  if (index > 1) return undefined;
  const found = new Set<string>();
  for (const d of desk.drafts[index] ?? []) {
    const e = d.kind === 'name' && d.head > i && d.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e && KINDS.has(e.kind) && e.knowledge !== undefined && fits(e.sector ?? '', e.state, e.name)) found.add(e.id);
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** The sectors that a noun's may stand for. Of a firm that no list holds nothing is known. */
const sectorsOf = (sector: string): readonly string[] => (sector === 'BUS' ? ['BUS', 'MNC', ''] : (ALIKE[sector] ?? [sector]));

/** Whether every name of a body before token `i` in the sentence stands behind *to*, *with*, *at* or *against*. */
function isAddressee(desk: Desk, tree: Tree, i: number, id: string): boolean {
  const named = (desk.drafts[tree.sentence.index] ?? []).filter((d) => d.kind === 'name' && d.head < i && d.entities[0] === id);
  return named.length > 0 && named.every((d) => /^(to|with|at|against)$/.test(caseOf(tree, d.head)));
}

/**
 * The only one of the bodies that fit in the sentence itself, else the most named, if that was not long ago; of equals the nearest. `open`: a
 * noun that may mean somebody unnamed, who counts if the text spoke of them by it since.
 */
function namedBefore(
  desk: Desk,
  tree: Tree,
  i: number,
  fits: Fits,
  { open, isTold, isOfTrade }: { readonly open: string | undefined; readonly isTold: boolean; readonly isOfTrade: boolean },
): string | undefined {
  const s = tree.sentence.index;
  const noun = lemmasOf(tree)[i] ?? '';
  const reach = open === undefined ? REACH : REACH / 2;
  const counts = new Map<string, { n: number; last: number }>();
  let isUnnamed = false;
  for (let k = 0; k <= s; k++) {
    for (const d of desk.drafts[k] ?? []) {
      if (d.kind === 'pronoun' || d.entities.length !== 1 || (k === s && d.head >= i)) continue;
      const e = desk.entities.get(d.entities[0] ?? '');
      if (open !== undefined && d.role === open && k >= s - reach && /^nominal\.(role|body|group|antecedent)$/.test(d.via)) {
        if (k === s) return undefined;
        isUnnamed = true;
      }
      // A word by itself that no list holds may be anything.
      if (open !== undefined && e && e.knowledge === undefined && !/[\s-]|^\p{Lu}{2,}$/u.test(e.name)) continue;
      if (!e || !isNamedBody(e) || !fits(e.sector ?? '', e.state, e.name)) continue;
      counts.set(e.id, { n: (counts.get(e.id)?.n ?? 0) + (d.kind === 'name' ? 1 : 0), last: k });
    }
  }
  // "the computer company" beside a firm that makes none.
  if (isOfTrade && counts.size > 1) return undefined;
  const inSentence = [...counts].filter(([, c]) => c.last === s && c.n > 0);
  // "In a letter from the Council to the Union, the organisation refused": not whom it writes to.
  const senders = inSentence.filter(([id]) => !isAddressee(desk, tree, i, id));
  const [here, second] = senders.length > 0 ? senders : inSentence;
  if (here && second === undefined) return here[0];
  if (isUnnamed) return undefined;
  // "the beverage company" is not any firm of several.
  if (isTold && counts.size > 1) return undefined;
  let best: string | undefined;
  let most = { n: 0, last: -1 };
  for (const [id, c] of counts) {
    // "the university" is the university rather than the institute.
    const n = c.n > 0 && nameOf(desk, id).includes(noun) ? c.n + OWN_NOUN : c.n;
    if (s - c.last > (counts.size === 1 && open === undefined ? reach * 3 : reach) || n < most.n || (n === most.n && c.last < most.last))
      continue;
    best = id;
    most = { n, last: c.last };
  }
  return most.n > 0 ? best : undefined;
}

/** How much having the very noun in its name counts, against being named. */
const OWN_NOUN = 0.5;

const nameOf = (desk: Desk, id: string): string => desk.entities.get(id)?.name.toLowerCase() ?? '';
