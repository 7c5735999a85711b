import type { Article } from '../../../model/article.ts';
import type { ArticleHead } from '../../store.ts';

/** Which article a row belongs to, from its frame. */
export function articleHead(row: { readonly frame: string; readonly superseded_by: string | null }): ArticleHead {
  const { article } = JSON.parse(row.frame) as { readonly article: Article };
  return {
    id: article.id,
    ...(article.title === undefined ? {} : { title: article.title }),
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    ...(article.published === undefined ? {} : { published: article.published.value }),
    ...(row.superseded_by === null ? {} : { supersededBy: row.superseded_by }),
  };
}
