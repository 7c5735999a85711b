/** Words that a web page cut short, read as what they were. */
import type { Token } from '../../model/index.ts';
import { under, withChanges } from './tools.ts';

/** "he international community has": two subjects, where a web page lost the first letter of "the" behind a quotation mark. */
export function lostLetter(tokens: readonly Token[], pronoun: number): Token[] | undefined {
  const t = tokens[pronoun];
  if (!t || !/^["“”]$/.test(tokens[pronoun - 1]?.form ?? '')) return undefined;
  const noun = tokens.findIndex(
    (x, k) => k > pronoun && x.head === t.head && x.deprel.startsWith('nsubj') && /^(NOUN|PROPN)$/.test(x.upos),
  );
  if (noun < 0) return undefined;
  for (let k = pronoun + 1; k < noun; k++) if (!under(tokens, k, noun)) return undefined;
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([[pronoun, { head: noun, deprel: 'det', upos: 'DET', xpos: 'DT', lemma: 'the' }]]),
  );
}
