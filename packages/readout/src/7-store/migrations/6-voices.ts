/**
 * Who says a claim together with others ("Norway and Sweden said"): a row for each, and none for a claim that one says, which `claims.source` has. Older
 * records name them by a mention of several ("the two leaders") alone.
 */
export const VOICES = {
  shared: `
CREATE TABLE claim_voices (
  article INTEGER NOT NULL REFERENCES articles (n), claim TEXT NOT NULL, seq INTEGER NOT NULL, entity TEXT NOT NULL, state TEXT,
  status TEXT NOT NULL, published TEXT NOT NULL,
  PRIMARY KEY (claim, seq)
);
CREATE INDEX claim_voices_article ON claim_voices (article);
CREATE INDEX claim_voices_entity ON claim_voices (entity, published, claim, state, status, article);
CREATE INDEX claim_voices_state ON claim_voices (state, published, claim, entity, status, article);
`,
  // Another engine reads the same from its own JSON.
  sqlite: `
INSERT INTO claim_voices (article, claim, seq, entity, state, status, published)
  SELECT said.article, said.id, voice.key, voice.value,
    (SELECT state FROM entities WHERE entities.article = said.article AND entities.id = voice.value), said.status, said.published
  FROM (
    SELECT article, id, status, published, coalesce(
      json_extract(claims.json, '$.source.entities'),
      (SELECT json_extract(mentions.json, '$.entities') FROM mentions
        WHERE mentions.article = claims.article AND mentions.local = json_extract(claims.json, '$.source.mention'))
    ) AS voices
    FROM claims WHERE source IS NULL AND json_extract(claims.json, '$.source.mention') IS NOT NULL
  ) AS said, json_each(said.voices) AS voice
  WHERE json_array_length(said.voices) > 1;
`,
} as const;
