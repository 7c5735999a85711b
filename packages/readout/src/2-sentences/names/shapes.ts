/**
 * What the form of the words says against or about the network's names of persons: a name of a file, a single letter or a word of chat is no
 * person; "Surname, Given" alone in its line is one person, and so are two names side by side of which the first is a given name.
 */
import type { Name } from '../../model/index.ts';
import { plainForm } from '../features.ts';

/** What the lists know that the shapes need. */
export interface ShapeWords {
  readonly given: ReadonlySet<string>;
  /** Words that are no names however they are written: "lmao", "plz", "PhD". */
  readonly neverNames: ReadonlySet<string>;
  /** Ends of the names of files: "pdf". */
  readonly fileEndings: ReadonlySet<string>;
}

/** In so short a sentence a letter may be a signature. */
const SIGNATURE = 2;

/** The network's names without those that their form denies, halves of one person put together. */
export function shapedNames(forms: readonly string[], names: readonly Name[], words: ShapeWords): Name[] {
  const kept: Name[] = [];
  for (const name of names) {
    if (denied(forms, name, words)) continue;
    const before = kept[kept.length - 1];
    if (before && onePerson(forms, before, name, words))
      kept[kept.length - 1] = {
        start: before.start,
        end: name.end,
        label: before.label,
        probability: Math.min(before.probability, name.probability),
      };
    else kept.push(name);
  }
  return kept;
}

function denied(forms: readonly string[], name: Name, words: ShapeWords): boolean {
  if (name.end - name.start > 1) return false;
  const form = forms[name.start] ?? '';
  if (words.fileEndings.has(/^\S+\.(\w+)$/.exec(form)?.[1]?.toLowerCase() ?? '') || words.neverNames.has(plainForm(form).toLowerCase()))
    return true;
  return name.label === 'PER' && /^\p{L}$/u.test(form) && forms.length > SIGNATURE;
}

/** Whether two names of persons are halves of one. */
function onePerson(forms: readonly string[], a: Name, b: Name, words: ShapeWords): boolean {
  if (a.label !== 'PER' || b.label !== 'PER') return false;
  const single = a.end - a.start === 1 && b.end - b.start === 1;
  const given = (k: number): boolean => words.given.has((forms[k] ?? '').toLowerCase());
  if (a.end === b.start) return single && given(a.start) && !given(b.start);
  // "Novak, Jan" as a line or before an address.
  const after = forms[b.end];
  return (
    single && b.start === a.end + 1 && forms[a.end] === ',' && a.start === 0 && (after === undefined || after === '<' || after === '[')
  );
}
