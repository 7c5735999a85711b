// Snippets of a search: around the first hit of the body, hits marked, front matter only where nothing else has the words.
import { describe, expect, it } from 'vitest';
import { snippetOf, wordsOf } from '../../src/7-store/sqlite/snippet.ts';

const term = (text: string, open = false) => ({ words: wordsOf(text).map((w) => w.plain), open });
const shown = (text: string, words: readonly ReturnType<typeof term>[], from = 0) =>
  snippetOf(text, words, [{ start: from, end: text.length }])
    ?.replaceAll('\u0002', '[')
    .replaceAll('\u0003', ']');

describe('snippets', () => {
  it('mark words without regard to case and diacritics, phrases and beginnings', () => {
    const text = 'The Élysée called the harbour treaty fair.';
    expect(shown(text, [term('elysee')])).toBe('The [Élysée] called the harbour treaty fair.');
    expect(shown(text, [term('HARBOUR treaty')])).toBe('The Élysée called the [harbour treaty] fair.');
    expect(shown(text, [term('trea', true)])).toBe('The Élysée called the harbour [treaty] fair.');
    expect(shown(text, [term('trea')])).toBeUndefined();
  });

  it('begin in the body, and say the headline only where the body has no hit', () => {
    const text = 'Talks on grain\n\nBy our desk\n\nThe envoys met again on grain.';
    const body = text.indexOf('The envoys');
    expect(shown(text, [term('grain')], body)).toBe('The envoys met again on [grain].');
    expect(shown(text, [term('desk')], body)).toContain('[desk]');
  });

  it('are cut to some words around the hit', () => {
    const text = `${'one two three four five '.repeat(10)}summit ${'six seven eight nine ten '.repeat(10)}`;
    const made = shown(text, [term('summit')]);
    expect(made).toMatch(/^…five one two three four five \[summit\] six .* …?…$|^….*\[summit\].*…$/);
    expect(wordsOf(made ?? '')).toHaveLength(24);
  });
});
