/** Treebank files as raw text: sentences joined by blanks, paragraphs by empty lines, with the places of the gold words. */
import { readFileSync } from 'node:fs';

export interface GoldWord {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
}

export interface GoldSentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly GoldWord[];
}

/** One document: its text, and its sentences with their places in it. */
export interface GoldDocument {
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
}

/** The documents of a CoNLL-U file. */
export function readTreebank(file: string): GoldDocument[] {
  const documents: GoldDocument[] = [];
  let text = '';
  let sentences: GoldSentence[] = [];
  const close = (): void => {
    if (sentences.length > 0) documents.push({ text, sentences });
    text = '';
    sentences = [];
  };
  for (const block of readFileSync(file, 'utf8').split(/\n\n+/)) {
    const lines = block.split('\n');
    if (lines.some((l) => l.startsWith('# newdoc'))) close();
    const line = lines
      .find((l) => l.startsWith('# text = '))
      ?.slice(9)
      .trim();
    if (line === undefined) continue;
    if (sentences.length > 0) text += lines.some((l) => l.startsWith('# newpar')) ? '\n\n' : ' ';
    const start = text.length;
    text += line;
    let at = start;
    const words = lines
      .map((l) => l.split('\t'))
      .filter((c) => /^\d+$/.test(c[0] ?? ''))
      .map(([, form = '', lemma = '', upos = '', xpos = '']): GoldWord => {
        while (text.charAt(at) === ' ' || text.charAt(at) === '\u00a0') at++;
        if (!text.startsWith(form, at)) throw new Error(`${file}: ${form} is not at ${at} of "${line}"`);
        at += form.length;
        return { start: at - form.length, end: at, form, lemma, upos, xpos };
      });
    sentences.push({ start, end: text.length, words });
  }
  close();
  return documents;
}
