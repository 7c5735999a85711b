/** Places of datelines that parsers take for the subject of the first sentence. */
import type { Token } from '../../model/index.ts';
import { withChanges } from './tools.ts';

/** "BRUSSELS -- The Union is …": the place before the dash is no subject; what the parser put beside it is. */
export function datelineSubject(tokens: readonly Token[], place: number): Token[] | undefined {
  const t = tokens[place];
  if (!t || !/^\p{Lu}/u.test(t.form)) return undefined;
  const dash = tokens.findIndex(
    (x, k) => k > place && k < place + 10 && /^(-|--|–|—|:)$/.test(x.form) && tokens[k - 1]?.spaceAfter !== false,
  );
  const subject = tokens.findIndex((x, k) => k > dash && x.head === place && /^(appos|parataxis|list|flat|dep)/.test(x.deprel));
  if (dash < 0 || subject < 0 || subject > t.head) return undefined;
  // In small letters only behind a comma, and where no second dash makes an aside of it: "Harare, Zimbabwe - The leader has".
  const isPlain = /^\p{Lu}{3,}$/u.test(t.form);
  if (!isPlain && (tokens[place + 1]?.form !== ',' || tokens.some((x, k) => k > dash && k < t.head && /^(-|--|–|—|,)$/.test(x.form))))
    return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((x, k) => {
    if (x.head === place && k > subject) changes.set(k, { head: subject });
  });
  changes.set(subject, { head: t.head, deprel: t.deprel });
  changes.set(place, { deprel: 'dep' });
  return withChanges(tokens, changes);
}
