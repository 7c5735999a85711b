/** Role, body and group nouns with their sectors, and the offices that words name. From lexicon/roles.tsv and lists/office-types.tsv. */

import { formsOf, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import { type WordMap, wordMap } from '../../2-sentences/word-map.ts';
import type { Knowledge } from '../../knowledge.ts';
import { type BodyKinds, bodyKinds } from './body-kinds.ts';

/** What a noun of office, body or group says. */
export interface Role {
  readonly phrase: string;
  readonly sector: string;
  readonly kind: 'role' | 'body' | 'group' | 'title';
  /** Office ids that the words name, the commonest first. */
  readonly offices: readonly string[];
  /** First token of the words. */
  readonly start: number;
  /** The word has other uses: it counts only where a state or body owns it. */
  readonly weak: boolean;
  /** The word points back at a body whose name has it, and tells of none otherwise: "the center". */
  readonly again: boolean;
  /** Ships, aircraft, columns: things that act for whoever owns them. */
  readonly equipment: boolean;
}

type Entry = Pick<Role, 'sector' | 'kind' | 'weak' | 'again' | 'equipment'>;

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

/** What ends a phrase to the left. */
const MARKS = new Set(['.', ',', ';', ':', '"', '“', '”', '(', ')']);

const RANKS: Readonly<Record<string, number>> = { state: 0, government: 1, foreign: 2, defence: 3, other: 4 };

/** The rows of roles.tsv and office-types.tsv, made ready once. */
export function roleLexicon(knowledge: Knowledge): RoleLexicon {
  const phrases = new Map<string, Entry>();
  const titles = new Set<string>();
  for (const row of knowledge.lexicon('roles')) {
    const phrase = (row.phrase ?? '').toLowerCase();
    const kind = (row.kind ?? 'role') as Role['kind'];
    if (kind === 'title') {
      titles.add(phrase);
      if (phrases.has(phrase)) continue;
    }
    const note = row.note ?? '';
    const weak = /\b(weak|state|equipment|ethnic|faith|again)\b/.test(note);
    const entry = { sector: row.sector ?? '', kind, weak, again: /\bagain\b/.test(note), equipment: /\bequipment\b/.test(note) };
    if (!phrases.has(phrase) || phrases.get(phrase)?.kind === 'title') phrases.set(phrase, entry);
    if (row.plural) phrases.set(row.plural.toLowerCase(), entry);
  }
  const offices = new Map<string, string[]>();
  const sectors = new Map<string, string>();
  const ranks = new Map<string, number>();
  const single = new Set<string>();
  for (const row of knowledge.list('office-types')) {
    const id = row.id ?? '';
    sectors.set(id, row.sector ?? 'GOV');
    const rank = RANKS[row.head ?? 'other'] ?? 4;
    ranks.set(id, rank);
    if (rank < 4 || row.head === 'single') single.add(id);
    for (const w of (row.words ?? '').split('|')) {
      const key = w.toLowerCase();
      if (!key) continue;
      const have = offices.get(key);
      if (have) have.push(id);
      else offices.set(key, [id]);
      if (!phrases.has(key)) phrases.set(key, { sector: row.sector ?? 'GOV', kind: 'role', weak: false, again: false, equipment: false });
    }
  }
  // Of "president" the office of states comes before that of lands that few recognise.
  const held = new Map<string, number>();
  for (const { office = '' } of knowledge.list('offices')) held.set(office, (held.get(office) ?? 0) + 1);
  for (const ids of offices.values())
    ids.sort((a, b) => (ranks.get(a) ?? 4) - (ranks.get(b) ?? 4) || (held.get(b) ?? 0) - (held.get(a) ?? 0));
  const heads = headWords(phrases);
  const none: readonly string[] = [];
  const roleOf = (entry: Entry, phrase: string, start: number): Role => {
    const { sector, kind, weak, again, equipment } = entry;
    return { sector, kind, weak, again, equipment, phrase, offices: offices.get(phrase) ?? none, start };
  };
  /** The longest phrase that ends at `head`, by its lemma or its form. */
  const longest = (tree: Tree, head: number, byForm: Head | undefined, byLemma: Head | undefined): Role | undefined => {
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
        if (hit) found = roleOf(hit, joined, start);
      }
    }
    return found;
  };
  const find = (tree: Tree, head: number): Role | undefined => {
    const token = tree.tokens[head];
    if (!token) return undefined;
    const forms = formsOf(tree);
    const lemma = lemmasOf(tree)[head] ?? '';
    const form = forms[head] ?? '';
    // Most words head no phrase at all.
    const byForm = heads.get(form);
    const byLemma = lemma === form ? byForm : heads.get(lemma);
    const marked = form.includes('-') || lemma.includes('-');
    if (!byForm && !byLemma && !marked) return undefined;
    // The head alone, which is most of what is found, costs no look among the phrases.
    const alone = byForm?.alone ?? byLemma?.alone;
    let found: Role | undefined;
    if (marked || goesOn(tree, head - 1, byForm, byLemma)) found = longest(tree, head, byForm, byLemma);
    else if (alone) found = roleOf(alone, byForm?.alone ? form : lemma, head);
    if (forms[head + 1] !== 'of') return found;
    // "minister of foreign affairs", "secretary of state", "head of state": the words go on after the head.
    const after = tree.children[head]?.find((c) => c > head && tree.bases[c] === 'nmod');
    if (after !== undefined) {
      const tail = forms.slice(head + 1, after + 1).join(' ');
      const longer = `${lemma} ${tail}`;
      const withBefore = found && found.start < head ? `${found.phrase} ${tail}` : longer;
      for (const l of [withBefore, longer]) {
        const hit = phrases.get(l);
        if (hit) return roleOf(hit, l, found?.start ?? head);
      }
    }
    return found;
  };
  // Several steps ask for the same noun.
  const rowOf = (tree: Tree): (Role | undefined | null)[] => {
    tree.kept.roles ??= new Array<null>(tree.tokens.length).fill(null);
    return tree.kept.roles as (Role | undefined | null)[];
  };
  return {
    hide(tree, start, end) {
      rowOf(tree).fill(undefined, start, end);
    },
    at(tree, head) {
      const row = rowOf(tree);
      const have = row[head];
      if (have !== null) return have;
      const role = find(tree, head);
      row[head] = role;
      return role;
    },
    isTitle: (word) => titles.has(word.toLowerCase()),
    officesNamed: (words) => offices.get(words) ?? none,
    officeSector: (office) => sectors.get(office),
    officeRank: (office) => ranks.get(office) ?? 5,
    isSingle: (office) => single.has(office),
    bodies: bodyKinds(knowledge),
  };
}

/** Whether a phrase of these heads may have token `i` in it: modifiers and joined parts, no marks; what holds a mark may be a part of a word. */
function goesOn(tree: Tree, i: number, byForm: Head | undefined, byLemma: Head | undefined): boolean {
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

/** A word that phrases hang on: all the words of its phrases, and what it is by itself. */
interface Head {
  readonly words: Set<string>;
  readonly alone: Entry | undefined;
}

/** The words that a phrase may hang on: its last, or one before "of", whole and in the parts that marks cut it into. */
function headWords(phrases: ReadonlyMap<string, Entry>): WordMap<Head> {
  const heads = wordMap<Head>();
  const enter = (phrase: string): void => {
    const parts = phrase.split(/[^\p{L}\p{N}]+/u);
    for (const word of [phrase.split(' ').pop() ?? '', parts[parts.length - 1] ?? '']) {
      const head = heads.get(word) ?? { words: new Set<string>(), alone: phrases.get(word) };
      for (const part of parts) head.words.add(part);
      heads.set(word, head);
    }
  };
  for (const phrase of phrases.keys()) {
    enter(phrase);
    for (let of = phrase.indexOf(' of '); of >= 0; of = phrase.indexOf(' of ', of + 1)) enter(phrase.slice(0, of));
  }
  return heads;
}
