// Stage 7, store: Record ⇄ disk. `openStore(path)` → Store (store.ts; what it is asked: questions.ts; what it gives: answers.ts), today over SQLite; the contract is test/7-store/contract.ts.
// On the way in: check-record.ts first (no span that does not slice, no record without evidence), then record-ids.ts (keys derived from
// content, so a replay changes nothing), rows.ts (one record → rows of every table), and one transaction in sqlite/upsert.ts.
// On the way out: sqlite/read-record.ts gives the record back byte for byte; sqlite/filters/ has one kind of question a file.
// Versions: sqlite/versions.ts marks what a later text at the same address supersedes; nothing is deleted.
// The schema and its history are in migrations/. Does not compare accounts, group stories or export.

export { actKey, type Between, betweenOf, dayOf, isMutual, isShown, sideOf, type Telling, type Way } from './acts.ts';
export { allRecords, idsOf, recordsByDay, recordsOf } from './all-records.ts';
export { checkRecord } from './check-record.ts';
export { passageOver, sentencesOver } from './quote.ts';
export { type RecordKey, recordKeys } from './record-ids.ts';
export { partiesOf } from './relation-rows.ts';
export { statesIn } from './row-source.ts';
export { spokenFor } from './spoken-for.ts';
export { openStore } from './sqlite/open.ts';
export type * from './store.ts';
