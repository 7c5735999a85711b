/** The nouns of Readout: types only. */
export * from './account.ts';
export * from './article.ts';
export * from './claim.ts';
export * from './entity.ts';
export * from './event.ts';
export * from './figure.ts';
export * from './framing.ts';
export * from './mention.ts';
export * from './omission.ts';
export * from './problem.ts';
export * from './record.ts';
export * from './relation.ts';
export * from './sentence.ts';
export * from './silence.ts';
export * from './span.ts';
export * from './story.ts';
export * from './time.ts';
