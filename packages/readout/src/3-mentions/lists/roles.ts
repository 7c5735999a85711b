/** Role, body and group nouns of a tree with their sectors, and the offices that words name. What the words are: role-words.ts. */
import { formsOf, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Knowledge } from '../../knowledge.ts';
import { type BodyKinds, bodyKinds } from './body-kinds.ts';
import { type RoleEntry, type RoleHead, type RoleWords, roleWords } from './role-words.ts';

/** What a noun of office, body or group says in a tree. */
export interface Role extends RoleEntry {
  readonly phrase: string;
  /** Office ids that the words name, the commonest first. */
  readonly offices: readonly string[];
  /** First token of the words. */
  readonly start: number;
}

/** Nouns of offices, bodies and groups, asked in a tree. */
export interface RoleLexicon {
  /** The longest role phrase that ends at `head`. */
  at(tree: Tree, head: number): Role | undefined;
  /** From here on these words name no office, body or group: they are a part of a name that is nobody's ("State of the Union"). */
  hide(tree: Tree, start: number, end: number): void;
  isTitle(word: string): boolean;
  /** The offices that words name: "foreign minister". */
  officesNamed(words: string): readonly string[];
  officeSector(office: string): string | undefined;
  /** Heads of state first, then of government, foreign and defence ministers, others. */
  officeRank(office: string): number;
  /** Whether an office is one that a state has one of. */
  isSingle(office: string): boolean;
  /** What nouns tell of bodies that are named again by them. */
  readonly bodies: BodyKinds;
}

const NONE: readonly string[] = [];

/** The nouns of the knowledge, made ready once. */
export function roleLexicon(knowledge: Knowledge): RoleLexicon {
  const words = roleWords(knowledge);
  const { named, sectors, ranks, single } = words.offices;
  return {
    hide(tree, start, end) {
      keptRoles(tree).fill(undefined, start, end);
    },
    at(tree, head) {
      const kept = keptRoles(tree);
      const have = kept[head];
      if (have !== null) return have;
      const found = roleAt(words, tree, head);
      const role = found?.kind === 'none' ? undefined : found;
      kept[head] = role;
      return role;
    },
    isTitle: (word) => words.titles.has(word.toLowerCase()),
    officesNamed: (phrase) => named.get(phrase) ?? NONE,
    officeSector: (office) => sectors.get(office),
    officeRank: (office) => ranks.get(office) ?? 5,
    isSingle: (office) => single.has(office),
    bodies: bodyKinds(knowledge),
  };
}

/** The role of each token of a tree, null where nobody has asked: several steps ask for the same noun. */
function keptRoles(tree: Tree): (Role | undefined | null)[] {
  tree.kept.roles ??= new Array<null>(tree.tokens.length).fill(null);
  return tree.kept.roles as (Role | undefined | null)[];
}

/** The longest role phrase whose noun is `head`. */
function roleAt(words: RoleWords, tree: Tree, head: number): Role | undefined {
  if (!tree.tokens[head]) return undefined;
  const forms = formsOf(tree);
  const lemma = lemmasOf(tree)[head] ?? '';
  const form = forms[head] ?? '';
  // Most words head no phrase at all.
  const byForm = words.heads.get(form);
  const byLemma = lemma === form ? byForm : words.heads.get(lemma);
  const marked = form.includes('-') || lemma.includes('-');
  if (!byForm && !byLemma && !marked) return undefined;
  // The head alone, which is most of what is found, costs no look among the phrases.
  const alone = byForm?.alone ?? byLemma?.alone;
  let found: Role | undefined;
  if (marked || goesOn(tree, head - 1, byForm, byLemma)) found = longestBefore(words, tree, head, byForm, byLemma);
  else if (alone) found = roleOf(words, alone, byForm?.alone ? form : lemma, head);
  if (found?.asTitle && found.start === head && isTitleOfName(tree, head)) found = { ...found, sector: found.asTitle };
  if (forms[head + 1] === 'of') return withTail(words, tree, head, found) ?? found;
  // "Attorney general", whose second word the tree may take for an adjective.
  const whole = forms[head + 1] === 'general' && found ? `${found.phrase} general` : '';
  const longer = whole === '' ? undefined : words.phrases.get(whole);
  return longer && found ? roleOf(words, longer, whole, found.start) : found;
}

/** The longest phrase that ends at `head`, by its lemma or its form. */
function longestBefore(
  words: RoleWords,
  tree: Tree,
  head: number,
  byForm: RoleHead | undefined,
  byLemma: RoleHead | undefined,
): Role | undefined {
  const { phrases } = words;
  const forms = formsOf(tree);
  const form = forms[head] ?? '';
  const lemma = lemmasOf(tree)[head] ?? '';
  const last = lemma === form ? [form] : [lemma, form];
  const touching = tree.tokens[head - 1]?.spaceAfter === false;
  let before = '';
  let found: Role | undefined;
  for (let start = head; start >= 0 && start > head - 5; start--) {
    if (start < head) {
      if (!goesOn(tree, start, byForm, byLemma)) break;
      before = `${forms[start] ?? ''}${tree.tokens[start]?.spaceAfter || before === '' ? ' ' : ''}${before}`;
    }
    for (const l of last) {
      const joined = touching && before.endsWith(' ') ? before.slice(0, -1) + l : before + l;
      const hit = phrases.get(joined) ?? (joined.includes('-') ? phrases.get(joined.replaceAll('-', ' ')) : undefined);
      if (hit) found = roleOf(words, hit, joined, start);
    }
  }
  return found;
}

/** "minister of foreign affairs", "secretary of state", "head of state": the words go on after the head. */
function withTail(words: RoleWords, tree: Tree, head: number, found: Role | undefined): Role | undefined {
  const after = tree.children[head]?.find((c) => c > head && tree.bases[c] === 'nmod');
  if (after === undefined) return undefined;
  const tail = formsOf(tree)
    .slice(head + 1, after + 1)
    .join(' ');
  const longer = `${lemmasOf(tree)[head] ?? ''} ${tail}`;
  const withBefore = found && found.start < head ? `${found.phrase} ${tail}` : longer;
  for (const phrase of [withBefore, longer]) {
    const hit = words.phrases.get(phrase);
    if (hit) return roleOf(words, hit, phrase, found?.start ?? head);
  }
  return undefined;
}

/** "Representative Novak": one word in capitals right before a name. */
function isTitleOfName(tree: Tree, head: number): boolean {
  const [title, next] = [tree.tokens[head], tree.tokens[head + 1]];
  return title?.spaceAfter === true && /^\p{Lu}/u.test(title.form) && next?.upos === 'PROPN' && /^\p{Lu}/u.test(next.form);
}

function roleOf({ offices }: RoleWords, entry: RoleEntry, phrase: string, start: number): Role {
  const { sector, kind, weak, again, equipment, asTitle } = entry;
  return { sector, kind, weak, again, equipment, asTitle, phrase, offices: offices.named.get(phrase) ?? NONE, start };
}

/** A role of which something is otherwise, laid out as all are (see `draftOf`). */
export function changedRole(role: Role, changes: Partial<Omit<Role, 'sector' | 'again' | 'equipment'>>): Role {
  const { sector, again, equipment, asTitle } = role;
  const { kind = role.kind, weak = role.weak, phrase = role.phrase, offices = role.offices, start = role.start } = changes;
  return { sector, kind, weak, again, equipment, asTitle, phrase, offices, start };
}

/** What ends a phrase to the left. */
const MARKS = new Set(['.', ',', ';', ':', '"', '“', '”', '(', ')']);

/** Whether a phrase of these heads may have token `i` in it: modifiers and joined parts, no marks; what holds a mark may be a part of a word. */
function goesOn(tree: Tree, i: number, byForm: RoleHead | undefined, byLemma: RoleHead | undefined): boolean {
  const t = tree.tokens[i];
  if (!t || MARKS.has(t.form)) return false;
  const word = formsOf(tree)[i] ?? '';
  return byForm?.words.has(word) || byLemma?.words.has(word) || !isPlain(word);
}

/** Whether a word has no marks: it is a word of a phrase as it stands, or of none. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return word !== '';
}
