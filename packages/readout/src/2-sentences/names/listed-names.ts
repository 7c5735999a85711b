/**
 * Names that the knowledge lists, laid over what the network says: a title is not part of a person's name, "Iran" is a place wherever it
 * stands, "Iranians" is nobody's name, and a listed name that the network overlooked is found. The network keeps the rest: names nobody listed.
 */
import type { Knowledge } from '../../knowledge.ts';
import type { Name, NameLabel } from '../../model/index.ts';
import { plainForm } from '../features.ts';
import { wordSets } from '../word-sets.ts';
import { changedName } from './changed-name.ts';
import type { ListedNames } from './lists.ts';
import { ended, isMeasure, isNoName, isProper, labelled, parted, type Tagged, unmarkedPersons } from './parts.ts';
import { shapedNames } from './shapes.ts';

const PLACES = new Set(['name', 'short', 'official', 'capital', 'city', 'region']);
const LANDS = new Set(['name', 'short', 'region']);
const PEOPLES = new Set(['adjective', 'people', 'person']);
/** A name that two lists know as different things is left to the network. */
const AMBIGUOUS = 'ambiguous';

/** The names and words of names that the lists and lexicons hold, made ready once. */
export function listedNames(knowledge: Knowledge): ListedNames {
  const kinds = new Map<string, NameLabel | 'none' | typeof AMBIGUOUS>();
  let longest = 1;
  const add = (name: string, label: NameLabel | 'none'): void => {
    // A small word is no name by itself ("us", "who").
    if (!/[A-Z]/.test(name)) return;
    const key = keyOf([name]);
    const have = kinds.get(key);
    // "US" is a noun and an adjective: a place.
    const place = (have === 'LOC' && label === 'none') || (have === 'none' && label === 'LOC');
    kinds.set(key, place ? 'LOC' : have === undefined || have === label ? label : AMBIGUOUS);
    longest = Math.max(longest, wordsIn(name));
  };
  const addAll = (row: { readonly [column: string]: string | undefined }, label: NameLabel): void => {
    for (const name of [row.name, row.acronym, ...(row.aliases ?? '').split('|')]) if (name) add(name, label);
  };
  const places = new Set<string>();
  for (const row of knowledge.list('state-names')) {
    if (PLACES.has(row.kind ?? '')) places.add((row.name ?? '').toLowerCase());
    if (PLACES.has(row.kind ?? '')) add(row.name ?? '', 'LOC');
    else if (PEOPLES.has(row.kind ?? '')) add(row.name ?? '', 'none');
  }
  for (const list of ['organisations', 'armed-groups', 'bodies', 'publishers'] as const)
    for (const row of knowledge.list(list)) addAll(row, 'ORG');
  for (const row of knowledge.list('persons')) addAll(row, 'PER');
  const given = new Set(knowledge.list('given-names').map((r) => (r.name ?? '').toLowerCase()));
  const labels = new Map<string, NameLabel | 'none'>();
  for (const [key, label] of kinds) if (label === 'PER' || (label !== AMBIGUOUS && !given.has(key.toLowerCase()))) labels.set(key, label);
  const titles = new Set<string>();
  for (const row of knowledge.lexicon('roles'))
    if (row.kind === 'title' || row.kind === 'role') for (const w of [row.phrase ?? '']) if (!w.includes(' ')) titles.add(w.toLowerCase());
  const lands = new Set(
    knowledge
      .list('state-names')
      .flatMap((r) =>
        LANDS.has(r.kind ?? '') && /^\p{Lu}/u.test(r.name ?? '') && !/ /.test(r.name ?? '') ? [(r.name ?? '').toLowerCase()] : [],
      ),
  );
  const surnames = new Set<string>();
  for (const r of [...knowledge.list('persons'), ...knowledge.list('known-surnames')])
    if (r.surname && !r.surname.includes(' ')) surnames.add(r.surname.toLowerCase());
  const beginnings = new Map<string, Map<string, number>>();
  for (const key of labels.keys()) {
    const [first = '', second = '', ...rest] = key.split(/[ -]|(?='s)/);
    const after = beginnings.get(first) ?? new Map<string, number>();
    after.set(second, Math.max(after.get(second) ?? 0, 2 + rest.length + key.split('-').length - 1));
    beginnings.set(first, after);
  }
  const words = wordSets(knowledge.lexicon('word-sets'));
  return {
    labels,
    titles,
    given,
    surnames,
    neverNames: words['never-names'],
    fileEndings: words['file-endings'],
    lands,
    beforeLands: words['before-lands'],
    kinds: new Set(knowledge.lexicon('name-kinds').map((r) => r.word ?? '')),
    words,
    longest,
    beginnings,
    labelAt: (forms, start, end) => {
      const first = forms[start] ?? '';
      // Most words begin no listed name; what has marks in it may be more than its first word.
      if (!beginnings.has(first) && start < end && PLAIN.test(first)) return undefined;
      return labels.get(end === start + 1 ? keyOfOne(first) : keyOf(forms.slice(start, end)));
    },
    isTown: (word) => places.has(word.toLowerCase()),
  };
}

/** A word without blanks and marks: the key of a name that begins with it has it whole as its first word. */
const PLAIN = /^[\p{L}\p{N}.]+$/u;

/** How many words tokenising makes of a name: a hyphen is one. */
function wordsIn(name: string): number {
  let words = 1;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === 32) words += 1;
    else if (code === 45) words += 3;
  }
  return words;
}

/** Words with the spaces that tokenising put around hyphens and before possessive marks taken out again. */
function keyOf(forms: readonly string[]): string {
  return joined(forms.length === 1 ? plainForm(forms[0] ?? '') : forms.map(plainForm).join(' '));
}

const keyOfOne = (form: string): string => joined(plainForm(form));

function joined(key: string): string {
  return key.includes('-') || key.includes("'") ? key.replace(/ ?- ?/g, '-').replace(/ 's/g, "'s") : key;
}

const SMALL = /^(of|the|for|and|at|in|on|to|by|from|with|[^\p{L}\p{N}]+)$/iu;

/** "Shanxi province": a place in capitals without the common noun behind it. */
function withoutKind(forms: readonly string[], name: Name, listed: ListedNames): Name {
  const [first = '', last = ''] = [forms[name.start], forms[name.end - 1]];
  return name.end - name.start > 1 &&
    /^\p{Lu}/u.test(first) &&
    /^\p{Ll}+$/u.test(last) &&
    last.length > 3 &&
    !listed.words['place-kinds-in-names'].has(last)
    ? changedName(name, name.start, name.end - 1)
    : name;
}

/** The network's names with the lists laid over them; `tags` are `UPOS|XPOS` or UPOS of each form. In order, without overlaps. */
export function repairNames(forms: readonly string[], tags: readonly string[], names: readonly Name[], listed: ListedNames): Name[] {
  const s: Tagged = { forms, tags };
  const repaired: Name[] = [];
  const taken = new Set<number>();
  const take = (name: Name): void => {
    repaired.push(name);
    for (let k = name.start; k < name.end; k++) taken.add(k);
  };
  for (const name of shapedNames(forms, names, listed))
    for (const part of parted(s, name, listed)) {
      const fit = repairName(s, part, listed);
      if (fit) take(fit);
    }
  for (const name of overlooked(s, taken, listed)) take(name);
  for (const name of unmarkedPersons(s, taken, listed)) take(name);
  return repaired.sort((a, b) => a.start - b.start);
}

function repairName(s: Tagged, name: Name, listed: ListedNames): Name | undefined {
  const { forms } = s;
  const cut =
    name.label === 'PER'
      ? withoutTitles(forms, name, listed)
      : trimmed(forms, name.label === 'LOC' ? withoutKind(forms, name, listed) : name, listed);
  if (!cut) return undefined;
  const n = ended(s, cut, listed);
  if (isMeasure(s, n, listed)) return undefined;
  const label = listed.labelAt(forms, n.start, n.end);
  if (label === 'none') return undefined;
  if (label) return changedName(n, n.start, n.end, label);
  return isNoName(s, n, listed) ? undefined : labelled(s, n, listed);
}

/** Listed names that the network overlooked: free words, the first and last proper nouns, and no proper noun beside them that would make them longer. */
function overlooked(s: Tagged, taken: ReadonlySet<number>, listed: ListedNames): Name[] {
  const found: Name[] = [];
  for (let i = 0; i < s.forms.length; i++) {
    if (taken.has(i) || !isProper(s, i) || isProper(s, i - 1)) continue;
    let limit = i + 1;
    while (limit < s.forms.length && limit < i + listed.longest && !taken.has(limit)) limit++;
    for (let end = limit; end > i; end--) {
      if (!isProper(s, end - 1) || isProper(s, end)) continue;
      const label = listed.labelAt(s.forms, i, end);
      if (!label || label === 'none' || isMeasure(s, { start: i, end, label, probability: 1 }, listed)) continue;
      found.push({ start: i, end, label, probability: 0.5 });
      i = end - 1;
      break;
    }
  }
  return found;
}

/** "Dr. Novak", "Minister of Defence Tomas Varga", "Jan Novak of": the person's name alone. */
function withoutTitles(forms: readonly string[], name: Name, listed: ListedNames): Name | undefined {
  let start = name.start;
  const lower = (k: number): string => plainForm(forms[k] ?? '').toLowerCase();
  const isTitle = (k: number): boolean => listed.titles.has(lower(k)) || listed.titles.has(lower(k).replace(/\.$/, ''));
  // "US President X": the state before the title goes with it.
  const state = listed.labels.get(keyOf(forms.slice(start, start + 1)));
  if ((state === 'LOC' || state === 'none') && start + 2 < name.end && isTitle(start + 1)) start++;
  while (start < name.end - 1 && isTitle(start) && !listed.given.has(lower(start))) {
    start++;
    // "of Defence" after a title.
    if (lower(start) === 'of' && start + 2 < name.end) start += 2;
  }
  return trimmed(forms, changedName(name, start, name.end), listed);
}

/** Without small words and marks at its ends, and without a possessive mark unless it may be a shop's own; nothing is left of a name without a letter. */
function trimmed(forms: readonly string[], name: Name, listed: ListedNames): Name | undefined {
  let { start, end } = name;
  while (start < end - 1 && SMALL.test(forms[start] ?? '') && /^\p{Ll}/u.test(forms[start] ?? '')) start++;
  const mark = end - 1 > name.start && /^['’]s?$/.test(forms[end - 1] ?? '');
  if (mark && (name.label === 'PER' || listed.labelAt(forms, name.start, end - 1) !== undefined)) end--;
  while (end > start && SMALL.test(forms[end - 1] ?? '')) end--;
  return end > start && /\p{L}/u.test(forms.slice(start, end).join('')) ? changedName(name, start, end) : undefined;
}
