/** The public door of Readout: exports only. */
export type { Document } from './3-mentions/document.ts';
export { codePair, type PairCode } from './5-events/code-pair.ts';
export { ERRORS, type ErrorCode, ReadoutError } from './errors.ts';
export { type Knowledge, loadKnowledge } from './knowledge.ts';
export type * from './model/index.ts';
export { openModel } from './model-files.ts';
export { type OpenOptions, openParts } from './open.ts';
export { documentOf, extract, type Input, type Parts, read, recordOf } from './pipeline.ts';
