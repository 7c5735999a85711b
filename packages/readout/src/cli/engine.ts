import type { Parts } from '../pipeline.ts';

/** The engine's parts, loaded only by the commands that read: model and knowledge take a second. */
export async function openEngine(): Promise<Parts> {
  const { openParts } = await import('../open.ts');
  return openParts();
}
