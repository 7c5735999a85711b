/** The words by which the parts of a page are told apart: lexicon/page-phrases.tsv, one pattern a kind. */
import type { Row } from '../knowledge.ts';

export interface PagePhrases {
  /** Begins a short paragraph of the page around a report. */
  readonly page: RegExp;
  /** Begins a paragraph of the report, although it looks like one of the page. */
  readonly notPage: RegExp;
  /** Begins a sentence of the page behind the report's last. */
  readonly pageEnd: RegExp;
  /** The same anywhere in a stretch, to ask before it is cut. */
  readonly pageEndInside: RegExp;
  /** A heading alone over a list of sources or links. */
  readonly linkHeading: RegExp;
  /** Before a dash or colon, and no place. */
  readonly noDateline: RegExp;
  /** Behind "By", and no writer. */
  readonly noWriter: RegExp;
  /** A wire service or picture agency among names. */
  readonly agency: RegExp;
  /** What a sentence says that describes a picture. */
  readonly shown: RegExp;
  /** What a sentence of the report says, and a caption does not. */
  readonly reports: RegExp;
}

/** From the rows of page-phrases.tsv; a kind without rows matches nothing. */
export function pagePhrases(rows: readonly Row[]): PagePhrases {
  const kinds = new Map<string, string[]>();
  for (const { kind = '', pattern = '' } of rows) {
    const patterns = kinds.get(kind) ?? [];
    kinds.set(kind, patterns);
    patterns.push(pattern);
  }
  const any = (kind: string): string => `(?:${kinds.get(kind)?.join('|') ?? '(?!)'})`;
  return {
    page: new RegExp(`^(?:\\W{0,3})${any('page')}`, 'i'),
    notPage: new RegExp(`^${any('not-page')}`, 'i'),
    pageEnd: new RegExp(`^${any('page-end')}`, 'i'),
    pageEndInside: new RegExp(any('page-end'), 'i'),
    linkHeading: new RegExp(`^${any('heading-of-links')}\\s?:?$`, 'i'),
    noDateline: new RegExp(`^${any('no-dateline')}$`, 'i'),
    noWriter: new RegExp(`^by:? ${any('no-writer')}\\b`, 'i'),
    agency: new RegExp(`(?:^|[/ ])${any('agency')}(?:[/ .]|$)`),
    shown: new RegExp(
      `\\b(?:19|20)\\d\\d\\b|\\((?:L|R|C|[Ll]eft|[Rr]ight|[Cc]ent(?:er|re)|2nd \\w)\\)|, (?:left|right|cent(?:er|re)),|\\b${any('shown')}\\b`,
    ),
    reports: new RegExp(`\\b${any('reports')}\\b`),
  };
}
