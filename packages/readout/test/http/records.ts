/** Hand-made records for the doors' tests: our own text, spans found by their words, so that a changed word fails here and not in the page. */
export { HOSTILE, hostileRecord } from './records/hostile.ts';
export { meetingRecord } from './records/meeting.ts';
export { spanIn } from './records/pieces.ts';
export { shortRecord } from './records/short.ts';
