/**
 * What the lists and the letters tell of each word of a sentence before it is read as a name or not: evidence that reading.ts weighs
 * together with what the network says. Training reads the same bits (training/2-sentences/reading.ts), so that the two cannot drift.
 */
import { plainForm } from '../features.ts';
import type { ListedNames } from './lists.ts';

/** The kinds of evidence; the place in the list is the number of the bit. */
export const EVIDENCE = [
  'given name',
  'surname',
  'listed place begins',
  'listed place goes on',
  'listed organisation begins',
  'listed organisation goes on',
  'listed person begins',
  'listed person goes on',
  'people or adjective begins',
  'people or adjective goes on',
  'state or region',
  'title',
  'last word of firms',
  'last word of organisations',
  'before lands',
  'common in names',
  'day or month',
  'never a name',
  'capital',
  'capitals only',
  'first word',
  'sentence in capitals',
  'headline',
  'sentence in small letters',
  'title of address',
  'address',
] as const;

type Evidence = (typeof EVIDENCE)[number];
const BIT = Object.fromEntries(EVIDENCE.map((e, i) => [e, 1 << i])) as Readonly<Record<Evidence, number>>;
const LISTED: Readonly<Record<string, readonly [begins: number, goesOn: number]>> = {
  LOC: [BIT['listed place begins'], BIT['listed place goes on']],
  ORG: [BIT['listed organisation begins'], BIT['listed organisation goes on']],
  PER: [BIT['listed person begins'], BIT['listed person goes on']],
  none: [BIT['people or adjective begins'], BIT['people or adjective goes on']],
};

/** What is kept of a word besides its evidence, for what is told of sentences. */
const LETTER = 1 << 26;
const LARGE = 1 << 27;
const SMALL = 1 << 28;
const WORD = 1 << 29;
const LONG = 1 << 30;
/** It begins a listed name. */
const BEGINS = 1 << 31;
const TOLD = LETTER - 1;

/** What each word tells by itself, asked once. */
const known = new WeakMap<ListedNames, Map<string, number>>();

function askedOf(listed: ListedNames): Map<string, number> {
  let asked = known.get(listed);
  if (!asked || asked.size > 200_000) {
    asked = new Map();
    known.set(listed, asked);
  }
  return asked;
}

function ofWord(form: string, listed: ListedNames): number {
  const small = plainForm(form).toLowerCase();
  const bare = small.replace(/\.$/, '');
  let bits = 0;
  const tell = (bit: number, holds: boolean): void => {
    if (holds) bits |= bit;
  };
  tell(BIT['given name'], listed.given.has(small));
  tell(BIT.surname, listed.surnames.has(small));
  tell(BIT['state or region'], listed.lands.has(small));
  tell(BIT.title, listed.titles.has(small) || listed.titles.has(bare));
  tell(BIT['last word of firms'], listed.words['firm-endings'].has(bare));
  tell(BIT['last word of organisations'], listed.words['organisation-endings'].has(bare));
  tell(BIT['before lands'], listed.beforeLands.has(small));
  tell(BIT['common in names'], listed.kinds.has(small));
  tell(BIT['day or month'], listed.words['days-and-months'].has(small));
  tell(BIT['never a name'], listed.neverNames.has(small));
  tell(BIT['title of address'], listed.words['titles-of-address'].has(bare));
  bits |= listed.beginnings.has(form) ? BEGINS : 0;
  // Most words have small letters alone.
  if (/^[a-z]+$/.test(form)) return bits | LETTER | SMALL | (form.length > 1 ? WORD : 0) | (form.length > 3 ? LONG : 0);
  tell(BIT.capital, /^\p{Lu}/u.test(form));
  tell(BIT['capitals only'], /^\p{Lu}{2,}$/u.test(form));
  tell(BIT.address, /[@/]/.test(small) || (small.includes('.') && endsAddress(small, listed.words)));
  const word = /\p{L}{2,}/u.test(form);
  bits |= (/\p{L}/u.test(form) ? LETTER : 0) | (/\p{Lu}/u.test(form) ? LARGE : 0) | (/\p{Ll}/u.test(form) ? SMALL : 0);
  return bits | (word ? WORD : 0) | (word && form.length > 3 ? LONG : 0);
}

/** Whether a word has the end of an address in it: "example.com". */
const endsAddress = (small: string, words: ListedNames['words']): boolean =>
  [...words['domain-endings']].some((ending) => small.includes(`.${ending}`));

/** What the letters of the whole sentence tell of each of its words. */
function ofSentence(found: Int32Array): number {
  let [large, words, inCapitals, long, capital] = [0, 0, 0, 0, 0];
  for (let i = 0; i < found.length; i++) {
    const bits = found[i] ?? 0;
    if (bits & LARGE) large++;
    if (!(bits & WORD)) continue;
    words++;
    if (!(bits & SMALL)) inCapitals++;
    if (!(bits & LONG)) continue;
    long++;
    if (bits & BIT.capital) capital++;
  }
  if (large === 0) return BIT['sentence in small letters'];
  const capitals = words > 2 && inCapitals === words ? BIT['sentence in capitals'] : 0;
  return capitals | (long > 3 && capital >= 0.9 * long ? BIT.headline : 0);
}

/** The evidence on each word, as bits in the order of `EVIDENCE`. */
export function evidenceOf(forms: readonly string[], listed: ListedNames): Int32Array {
  const asked = askedOf(listed);
  const found = new Int32Array(forms.length);
  const begin: number[] = [];
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] ?? '';
    let bits = asked.get(form);
    if (bits === undefined) {
      bits = ofWord(form, listed);
      asked.set(form, bits);
    }
    found[i] = bits;
    if (bits & BEGINS) begin.push(i);
  }
  const whole = ofSentence(found);
  let first = true;
  for (let i = 0; i < found.length; i++) {
    const bits = found[i] ?? 0;
    const begins = first && (bits & LETTER) !== 0;
    found[i] = (bits & TOLD) | whole | (begins ? BIT['first word'] : 0);
    if (begins) first = false;
  }
  if (begin.length > 0) markListed(forms, begin, found, listed);
  return found;
}

/** The longest listed names, from the left; `begin`: the words that one begins with. */
function markListed(forms: readonly string[], begin: readonly number[], found: Int32Array, listed: ListedNames): void {
  let free = 0;
  for (const i of begin) {
    const after = i < free ? undefined : listed.beginnings.get(forms[i] ?? '');
    if (!after) continue;
    const next = forms[i + 1] === '-' ? forms[i + 2] : forms[i + 1];
    const longest = Math.min(forms.length, i + Math.max(1, after.get(plainForm(next ?? '')) ?? 1));
    for (let end = longest; end > i; end--) {
      const label = listed.labelAt(forms, i, end);
      if (label === undefined) continue;
      const [begins, goesOn] = LISTED[label] ?? [0, 0];
      for (let k = i; k < end; k++) found[k] = (found[k] ?? 0) | (k === i ? begins : goesOn);
      free = end;
      break;
    }
  }
}
