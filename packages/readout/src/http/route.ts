/** GET routes with what they take and answer, and the problems that every one may answer with. */
import { createRoute, z } from '@hono/zod-openapi';
import { problemSchema } from './schemas/lists.ts';

/** A GET route with its query and answer, and the problems every route may answer with. */
export function route<P extends string, Q extends z.ZodObject, A extends z.ZodType>(
  path: P,
  what: { summary: string; query: Q; answer: A },
) {
  return createRoute({
    method: 'get',
    path,
    summary: what.summary,
    request: { query: what.query },
    responses: answers(what.answer),
  });
}
const fault = { content: { 'application/problem+json': { schema: problemSchema } } };
const answers = <A extends z.ZodType>(answer: A) => ({
  200: { description: 'As asked; with a strong ETag.', content: { 'application/json': { schema: answer } } },
  304: { description: 'The answer with the ETag in If-None-Match is still right.' },
  400: { description: 'A parameter has a value it cannot take.', ...fault },
  403: { description: 'The request came from another host or origin.', ...fault },
});
/** The same for one thing by its id; may answer 404. */
export const withId = (summary: string, path: `${string}{id}${string}`, id: string, answer: z.ZodType) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request: { params: z.object({ id: z.string().min(1).max(300).openapi({ example: id }) }) },
    responses: { ...answers(answer), 404: { description: 'There is no such thing.', ...fault } },
  });
