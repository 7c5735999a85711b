/** Only who acts for a state speaks for it: companies, exiles and newspapers had theirs as the state in whose name a claim is made. */
const ORGANS = `'GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'COP'`;
const isFor = (sector: string, state: string): string =>
  `e.kind = 'state' AND coalesce(e.state, e.id) = ${state} OR ${sector} IN (${ORGANS}) OR json_extract(e.json, '$.official') = 1`;

export const SPOKEN_FOR = {
  shared: '',
  // Another engine reads the same from its own JSON.
  sqlite: `
UPDATE claims SET source_state = NULL WHERE source_state IS NOT NULL AND CASE
  WHEN source IS NULL THEN coalesce((SELECT json_extract(m.json, '$.sector') FROM mentions m
    WHERE m.article = claims.article AND m.local = json_extract(claims.json, '$.source.mention')), '') NOT IN (${ORGANS})
  ELSE NOT EXISTS (SELECT 1 FROM entities e WHERE e.article = claims.article AND e.id = claims.source AND (${isFor(
    `coalesce((SELECT json_extract(m.json, '$.sector') FROM mentions m
      WHERE m.article = claims.article AND m.local = json_extract(claims.json, '$.source.mention')), e.sector)`,
    'claims.source_state',
  )})) END;
UPDATE claim_voices SET state = NULL WHERE state IS NOT NULL AND NOT EXISTS
  (SELECT 1 FROM entities e WHERE e.article = claim_voices.article AND e.id = claim_voices.entity AND (${isFor('e.sector', 'claim_voices.state')}));
`,
} as const;
