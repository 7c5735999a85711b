/** The list as it was left, so that back finds it as it was: what was loaded and where the page stood. */
import type { ArticleRow, Facets } from './api.ts';

interface Left {
  readonly query: string;
  readonly items: readonly ArticleRow[];
  readonly next: string | undefined;
  readonly facets: Facets | undefined;
}
let left: Left | undefined;

export const keepList = (list: Left): void => {
  left = list;
};
export const keptList = (query: string): Left | undefined => (left?.query === query ? left : undefined);
