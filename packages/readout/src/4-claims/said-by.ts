/** Who says a claim, and who carries it, whether one does or several together. */
import type { ChainLink, Claim } from '../model/index.ts';

/** The entities that say a claim, in text order: two or more where they speak together, none where nobody known does. */
export function saidBy({ source }: Pick<Claim, 'source'>): readonly string[] {
  return source?.entities ?? (source?.entity === undefined ? [] : [source.entity]);
}

/** The entities that carry a claim at one step of its chain. */
export const carriedBy = (link: ChainLink): readonly string[] => link.entities ?? [link.entity];

/** Who says a claim in the end: the last of its chain, else its source; none where nobody known does. */
export function speaksLast(claim: Pick<Claim, 'source' | 'chain'>): readonly string[] {
  const last = claim.chain.at(-1);
  return last ? carriedBy(last) : saidBy(claim);
}
