/** Why it is said that something is not in a text, in a few words. */
import type { Omission } from '../../model/index.ts';

/** `6 sentences read; Belarus not named`, or, where all parties are named, `7 sentences read; none near, though it names Ukraine`. */
export function searchedText({ basis, searched: { sentences, names, absent } }: Omission): string {
  const read = `${sentences} sentence${sentences === 1 ? '' : 's'} read`;
  // Names of who is absent come first.
  const [first] = names;
  if (basis === 'party' && first !== undefined)
    return `${read}; ${first}${absent.length > 1 ? ` and ${absent.length - 1} more` : ''} not named`;
  return `${read}; none near${first === undefined ? '' : `, though it names ${first}`}`;
}
