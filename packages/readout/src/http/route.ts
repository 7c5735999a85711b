/** GET routes with what they take and answer, and the problems that every one may answer with. */
import { createRoute, z } from '@hono/zod-openapi';
import { problemSchema } from './schemas/lists.ts';

type Form = 'csv' | 'atom';
interface What<Q extends z.ZodObject, A extends z.ZodType> {
  readonly summary: string;
  readonly query: Q;
  readonly answer: A;
  /** What else it is said in, with the ending after the path. */
  readonly also?: readonly Form[];
}

/** A GET route with its query and answer, and the problems every route may answer with. */
export function route<P extends string, Q extends z.ZodObject, A extends z.ZodType>(path: P, what: What<Q, A>) {
  return createRoute({
    method: 'get',
    path,
    summary: what.summary,
    request: { query: strict(what.query) },
    responses: answers(what.answer, what.also),
  });
}

/** The query and nothing else: a filter with its name misspelt would else answer with everything. */
function strict<Q extends z.ZodObject>(query: Q): Q {
  const names = Object.keys(query.shape);
  const known = names.length === 0 ? 'takes none' : `takes ${names.join(', ')}`;
  const closed = z.strictObject(query.shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `there is no parameter ${issue.keys.join(', ')}; this address ${known}` : undefined,
  });
  // Of the same shape as the query: what is refused has no place in the type.
  return closed as unknown as Q;
}

const fault = { content: { 'application/problem+json': { schema: problemSchema } } };
const answers = <A extends z.ZodType>(answer: A, also: readonly Form[] = []) => ({
  200: {
    description: `As asked; with a strong ETag.${also.map((form) => ` With .${form} after the path, as ${form === 'csv' ? 'CSV' : 'an Atom feed'}.`).join('')}`,
    content: { 'application/json': { schema: answer } },
  },
  304: { description: 'The answer with the ETag in If-None-Match is still right.' },
  400: { description: 'A parameter has a value it cannot take.', ...fault },
  403: { description: 'The request came from another host or origin.', ...fault },
  429: { description: 'The client asks too often; Retry-After says when to ask again.', ...fault },
});

/** The same for one thing by its id; may answer 404. */
export const withId = (summary: string, path: `${string}{id}${string}`, id: string, answer: z.ZodType) =>
  about(path, { summary, params: z.object({ id: idParam(id) }), query: z.object({}), answer });

/** The same for what its path names, with a query. */
export function about<P extends string, I extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  path: P,
  what: What<Q, A> & { readonly params: I },
) {
  return createRoute({
    method: 'get',
    path,
    summary: what.summary,
    request: { params: what.params, query: strict(what.query) },
    responses: { ...answers(what.answer, what.also), 404: { description: 'There is no such thing.', ...fault } },
  });
}

export const idParam = (example: string) => z.string().min(1).max(300).openapi({ example });

/** A POST of JSON; nothing is kept unless the body says so. */
export function posting<P extends string, B extends z.ZodType, A extends z.ZodType>(
  path: P,
  what: { readonly summary: string; readonly body: B; readonly answer: A },
) {
  return createRoute({
    method: 'post',
    path,
    summary: what.summary,
    request: { body: { required: true, content: { 'application/json': { schema: what.body } } } },
    responses: {
      200: { description: 'As asked; nothing is kept unless the body says so.', content: { 'application/json': { schema: what.answer } } },
      400: { description: 'The body is not what it must be.', ...fault },
      403: { description: 'The request came from another host or origin.', ...fault },
      413: { description: 'The body or a text is larger than the limit.', ...fault },
      415: { description: 'The body is not of type application/json.', ...fault },
      422: { description: 'A text cannot be read.', ...fault },
      503: { description: 'The engine is not there, or busy.', ...fault },
    },
  });
}

/** How many of the last events or claims a page shows. */
export const LAST = 10;

/** What a page says of an id that nobody knows. */
export const noSubject = (id: string): string => `Neither the knowledge nor a report has ${JSON.stringify(id.slice(0, 100))}.`;
