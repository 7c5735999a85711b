/** What lists show of a report. */
import type { ArticleHead } from '../7-store/index.ts';
import type { Record } from '../model/index.ts';

/** What a list says of a report: id, title, address, publisher and day, each where known. */
export function headOf({ article }: Pick<Record, 'article'>): ArticleHead {
  const { id, title, url, publisher, published } = article;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(publisher ? { publisher } : {}),
    ...(published ? { published: published.value } : {}),
  };
}
