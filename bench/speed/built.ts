/**
 * The engine as it is shipped, from packages/readout/dist (`npm run build:engine`). Timed from its sources it would be slower than anybody runs it: tsx has
 * esbuild keep the names of functions, by a call for each closure that is made, which costs the rules a quarter of their time.
 */
const from = async <T>(file: string): Promise<T> =>
  (await import(new URL(`../../packages/readout/dist/${file}.js`, import.meta.url).href)) as T;

export const { annotate } = await from<typeof import('../../packages/readout/src/2-sentences/index.ts')>('2-sentences/index');
export const { readTree } = await from<typeof import('../../packages/readout/src/2-sentences/syntax.ts')>('2-sentences/syntax');
export const { makeDocument } = await from<typeof import('../../packages/readout/src/3-mentions/document.ts')>('3-mentions/document');
export const { findMentions } = await from<typeof import('../../packages/readout/src/3-mentions/index.ts')>('3-mentions/index');
export const { findClaims } = await from<typeof import('../../packages/readout/src/4-claims/index.ts')>('4-claims/index');
export const { findEvents } = await from<typeof import('../../packages/readout/src/5-events/index.ts')>('5-events/index');
export const { findRelations } = await from<typeof import('../../packages/readout/src/6-relations/index.ts')>('6-relations/index');
export const { optimiseLater } = await from<typeof import('../../packages/readout/src/cli/optimise-later.ts')>('cli/optimise-later');
export const { loadKnowledge } = await from<typeof import('../../packages/readout/src/knowledge.ts')>('knowledge');
export const { openParts } = await from<typeof import('../../packages/readout/src/open.ts')>('open');
export const { documentOf, read, recordOf } = await from<typeof import('../../packages/readout/src/pipeline.ts')>('pipeline');
