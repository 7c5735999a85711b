/** How likely an event is right, where its record says it, so that the default view can leave out what is doubtful. */
export const CONFIDENCE = {
  shared: `
ALTER TABLE events ADD COLUMN confidence REAL;
DROP INDEX events_location;
CREATE INDEX events_location ON events (location, modality, status, polarity, confidence, day, event, quad, article);
`,
  // Another engine reads the same from its own JSON.
  sqlite: `
UPDATE events SET confidence = json_extract(json, '$.confidence') WHERE instr(json, '"confidence":') > 0;
`,
} as const;
