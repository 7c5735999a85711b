/** The tasks `claims`, `nested` and `quotes`: who says what, as spans. */
import { spokenQuotes } from '../packages/readout/src/4-claims/index.ts';
import { type Answer, pair, type Read, type Row } from './read-all.ts';

/** PolNeAR's guidelines annotate no attribution inside another: `claims` asks for the outermost, `nested` for all. */
export function attributionRow(row: Row, { claims }: Read, { nested }: { readonly nested: boolean }): Answer {
  return {
    id: row.id,
    attributions: claims
      .filter((c) => nested || c.within === undefined)
      .map((c) => ({
        id: c.id,
        source: c.source ? [pair(c.source.span)] : [],
        cue: c.cue.map(pair),
        content: c.content.map(pair),
        quotation: c.quotation,
        ...(c.within ? { within: c.within } : {}),
      })),
  };
}

/** The quotations of a text, each with who is quoted. */
export function quoteRow(row: Row, { doc, claims }: Read): Answer {
  return {
    id: row.id,
    quotes: spokenQuotes(doc.article, claims).map(({ quote, claim }) => ({
      content: pair(quote.outer),
      speaker: claim?.source ? pair(claim.source.span) : null,
      ...(claim?.source?.entity ? { entity: claim.source.entity } : {}),
    })),
  };
}
