/** What could not be read, by where it stood (a file, a line of it) and why; and the few articles that a later version replaced. */
export const REFUSALS = {
  shared: `
CREATE TABLE refusals (at TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL);
CREATE INDEX reports_superseded ON reports (n) WHERE shown = 0;
`,
  sqlite: '',
} as const;
