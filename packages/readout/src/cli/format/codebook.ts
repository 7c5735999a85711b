import type { Coded } from './measure-columns.ts';

/** What a table is and where its numbers come from. */
export interface Book {
  readonly title: string;
  /** What one row is. */
  readonly row: string;
  /** What is in it, where it is not counts of events. */
  readonly holds?: string;
  readonly engine: string;
  readonly knowledge: string;
  readonly all: boolean;
}

const CODED =
  'Events are coded by machine from news text after PLOVER and CAMEO; what nobody reported is not in it, and more reports mean more events.';

/** The codebook of a table as Markdown: what a row is, what counts, and what each column means. The same for the same engine and options. */
export function codebook<T>(columns: readonly Coded<T>[], { title, row, holds, engine, knowledge, all }: Book): string {
  const counted = all
    ? 'Everything that reports tell counts: also what did not happen, is only intended or possible, and history.'
    : 'Events count that reports assert to have happened, that are current and not denied; relations, claims and reports of current versions of texts.';
  return [
    `# Codebook: ${title}`,
    '',
    `${row} ${holds ?? `${counted} ${CODED}`}`,
    '',
    `Made by Readout ${engine}, knowledge ${knowledge}. Codes of states are from its list of states (general knowledge, unverified). CSV after RFC 4180, UTF-8;`,
    'an empty cell is a value that is unknown or that there is not; zeros are written.',
    '',
    '| column | what |',
    '|---|---|',
    ...columns.map((c) => `| \`${c.name}\` | ${c.means.replaceAll('|', '\\|')} |`),
    '',
  ].join('\n');
}
