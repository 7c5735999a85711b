/** Addresses of the lists that made numbers. */
import type { MeasureFilter, Tie } from '../7-store/store.ts';

/** A path of the API with what was asked for; what is undefined is left out, `true` is 1. */
export function listAt(path: string, asked: { readonly [name: string]: string | number | boolean | undefined }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined && value !== false) query.set(name, value === true ? '1' : String(value));
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? path : `${path}?${text}`;
}

/** A tie with the list that made it. */
export function linked(tie: Tie, { since, until, all }: MeasureFilter, own: boolean) {
  const { kind, from, to } = tie;
  const days = { since, until, all };
  const list =
    kind === 'meets'
      ? listAt('/api/events', { between: `${from},${to}`, own, event: 'CONSULT', ...days })
      : kind === 'accuses'
        ? listAt('/api/events', { actor: from, recipient: to, own, event: 'ACCUSE', ...days })
        : listAt('/api/claims', { source: from, ...days });
  return { ...tie, list };
}
