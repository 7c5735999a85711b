// Stage 8, compare: Record[] → Story[], Account[], Comparison (with its omissions). Pure functions over records; nothing is deleted.
// Stories: stories.ts over traits.ts (words, entities, acts, days), similarity.ts and clusters.ts; blocked by days; story-of.ts names them,
// threads.ts links those that follow each other; divide.ts parts two happenings of one kind; open-stories.ts is for blocks too large for pairs;
// story-stream.ts takes records by rising day in bounded memory, thread-stream.ts its threads; story-part.ts groups a long time part by part. overrides.ts has splits and merges by hand.
// Copies: copies.ts: shingles.ts finds candidates, conflicts.ts (other numbers, names, dates in the same sentence) decides first.
// Accounts: accounts.ts: whole texts, and voices relayed inside a text (partial), by the claims' chain.
// Comparison: compare.ts: items.ts → align.ts → omissions.ts. Order: alignment before omissions, for only what no item matched is searched;
// search.ts reads every sentence for names, short forms and linked mentions before omissions.ts says "not in this text".
// table.ts: the same flat, a line for each row and account, for CSV.
// Does not judge why something is not in a text, and does not say who is right. Measured in docs/compare.md.
export { relayedAccounts, textAccounts, voicesOf } from './accounts.ts';
export { compareAccounts } from './compare.ts';
export { type CopyOptions, findCopies } from './copies.ts';
export { framingOf } from './framing.ts';
export { mostHeldFirst, type OmissionView, omissionsBy } from './omissions-by.ts';
export { OpenStories } from './open-stories.ts';
export { type Overrides, readOverrides } from './overrides.ts';
export { type Found, findThing } from './search.ts';
export { type SearchText, searchText } from './search-text.ts';
export { type SearchWords, searchWords } from './search-words.ts';
export { groupStories, MOST as MOST_AT_ONCE, STORY_THRESHOLD, type StoryOptions } from './stories.ts';
export { idFrom } from './story-of.ts';
export { AROUND_DAYS, type PartGroup, type PartReport, partReport, StoryPart } from './story-part.ts';
export { type StreamedStory, streamStories } from './story-stream.ts';
export { type ComparisonLine, comparisonLines } from './table.ts';
export { threadsOf, withThreads } from './threads.ts';
