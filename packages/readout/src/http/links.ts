/** Addresses of the lists that made numbers. */

/** A path of the API with what was asked for; what is undefined is left out, `true` is 1. */
export function listAt(path: string, asked: { readonly [name: string]: string | number | boolean | undefined }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined && value !== false) query.set(name, value === true ? '1' : String(value));
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? path : `${path}?${text}`;
}
