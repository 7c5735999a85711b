/** "Prosecutor-General": titles whose second part stands behind a hyphen are one noun, which its last word heads. */
import type { Token } from '../../model/index.ts';
import { withChanges } from './tools.ts';

/** The tokens with the first part of a title under the second at `general`; undefined where it is so already, or where the parts belong to different words. */
export function joinedTitle(tokens: readonly Token[], general: number): Token[] | undefined {
  const [first, hyphen, last] = [tokens[general - 2], tokens[general - 1], tokens[general]];
  if (!first || hyphen?.form !== '-' || !last || first.spaceAfter || hyphen.spaceAfter || !/^(NOUN|PROPN)$/.test(first.upos))
    return undefined;
  // What hangs on the hyphen would be under its own head.
  if (tokens.some((t) => t.head === general - 1)) return undefined;
  if (first.head === general)
    return first.deprel === 'compound' ? undefined : withChanges(tokens, new Map([[general - 2, { deprel: 'compound' }]]));
  // "Secretary-General Novak", where the second part belongs to a name beside the first.
  const name = tokens[last.head];
  const isBeside = name?.head === first.head && name.deprel === first.deprel;
  const isOfName = last.head > general && (isBeside || (name?.head === general - 2 && name.deprel === 'appos'));
  if (last.head !== general - 2 && last.head !== first.head && !isOfName) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === general - 2 && k !== general) changes.set(k, { head: general });
  });
  // Of two on the same word the one behind says what they are to it: "nmod:desc" of a name.
  if (last.head === general - 2 || isOfName) changes.set(general, { head: first.head, deprel: first.deprel });
  if (isOfName) changes.set(last.head, { head: general, deprel: 'appos' });
  changes.set(general - 2, { head: general, deprel: 'compound' });
  changes.set(general - 1, { head: general });
  return withChanges(tokens, changes);
}
