// Stage 8, compare: Record[] → Story[], Account[], Comparison (with its omissions). Pure functions over records; nothing is deleted.
// traits.ts reads the words, entities, acts and days of one record, which all of them compare.
// stories/: stories.ts over similarity.ts and clusters.ts, blocked by days; story-of.ts names them, threads.ts links those that follow each other; divide.ts
// parts two happenings of one kind; open-stories.ts is for blocks too large for pairs; story-stream.ts and thread-stream.ts take records by rising day in
// bounded memory; story-part.ts groups a long time part by part; overrides.ts has splits and merges by hand. copies.ts: shingles.ts finds candidates,
// conflicts.ts (other numbers, names, dates in the same sentence) decides first.
// accounts/: accounts.ts: whole texts, and voices relayed inside a text (partial), by the claims' chain. compare.ts: items.ts → align.ts → omissions.ts:
// only what no item matched is searched for, by search/, in every sentence. table.ts: the same flat, for CSV.
// Does not judge why something is not in a text, and does not say who is right. Measured in docs/compare.md.
export { relayedAccounts, textAccounts, voicesOf } from './accounts/accounts.ts';
export { compareAccounts } from './accounts/compare.ts';
export { framingOf } from './accounts/framing.ts';
export { mostHeldFirst, type OmissionView, omissionsBy } from './accounts/omissions-by.ts';
export { type ComparisonLine, comparisonLines } from './accounts/table.ts';
export { type Found, findThing } from './search/search.ts';
export { type SearchText, searchText } from './search/text.ts';
export { type SearchWords, searchWords } from './search/words.ts';
export { type CopyOptions, findCopies } from './stories/copies.ts';
export { OpenStories } from './stories/open-stories.ts';
export { type Overrides, readOverrides } from './stories/overrides.ts';
export { groupStories, MOST as MOST_AT_ONCE, STORY_THRESHOLD, type StoryOptions } from './stories/stories.ts';
export { idFrom } from './stories/story-of.ts';
export { AROUND_DAYS, type PartGroup, type PartReport, partReport, StoryPart } from './stories/story-part.ts';
export { type StreamedStory, streamStories } from './stories/story-stream.ts';
export { threadsOf, withThreads } from './stories/threads.ts';
