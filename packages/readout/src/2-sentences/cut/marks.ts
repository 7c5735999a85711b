/**
 * Quotation marks in the middle of a clause ("Novak “called on both sides” to …") tear it apart for a parser that learnt them as borders of speech.
 * They are left out of what the network sees and hung on their neighbours afterwards.
 */

const OPEN = /^(“|"|``|«|„|‘)$/;
const CLOSE = /^(”|"|''|»|’)$/;

const NONE: readonly boolean[] = [];
/** Whether a word may be one of the marks: a letter or digit first is none. */
const mayBeMark = (form: string): boolean => form.length <= 2 && (form.charCodeAt(0) < 48 || form.charCodeAt(0) > 122 || form === '``');

/**
 * Which tokens the network should not see: pairs of marks whose first stands right after a word, not after a comma, colon or the start. An empty list where
 * there are none.
 */
export function mutedMarks(forms: readonly string[]): readonly boolean[] {
  let muted: boolean[] | undefined;
  let open = -1;
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] ?? '';
    if (!mayBeMark(form)) continue;
    if (open < 0 && OPEN.test(form)) {
      open = i;
    } else if (open >= 0 && CLOSE.test(form)) {
      const before = forms[open - 1];
      if (before !== undefined && /^[\p{L}\p{N}]/u.test(before) && i - open > 1) {
        muted ??= forms.map(() => false);
        muted[open] = true;
        muted[i] = true;
      }
      open = -1;
    }
  }
  return muted ?? NONE;
}
