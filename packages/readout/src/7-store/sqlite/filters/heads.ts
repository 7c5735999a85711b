import type { Article } from '../../../model/article.ts';
import type { ArticleHead } from '../../store.ts';

/** Which article a row belongs to, from its frame. */
export function articleHead(row: { readonly frame: string; readonly superseded_by: string | null }): ArticleHead {
  return headOf(framedArticle(row.frame), row.superseded_by);
}

/** The article of a frame: all but its text. */
export function framedArticle(frame: string): Article {
  return (JSON.parse(frame) as { readonly article: Article }).article;
}

/** What is said of an article beside its records. */
export function headOf(article: Article, supersededBy: string | null): ArticleHead {
  return {
    id: article.id,
    ...(article.title === undefined ? {} : { title: article.title }),
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    ...(article.published === undefined ? {} : { published: article.published.value }),
    ...(supersededBy === null ? {} : { supersededBy }),
  };
}
