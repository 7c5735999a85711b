/**
 * What `list.map(make)` gives, always of one sort to V8. The built-in's lists have no holes while its caller runs uncompiled, and may have some once the caller is
 * compiled (those of `slice`, too): whoever reads lists of both sorts is thrown away and compiled anew, and compiling took a third of the time of the rules. For
 * lists that many functions read. This one's may have holes, to V8, as all that are made by their length.
 */
export function mapped<T, U extends object | string | undefined>(list: readonly T[], make: (one: T, i: number) => U): U[] {
  const made = new Array<U>(list.length);
  for (let i = 0; i < list.length; i++) made[i] = make(list[i] as T, i);
  return made;
}

/** The first thing that `make` gives for one of a list; undefined where it gives nothing. No list is made of what it gives. */
export function firstMade<T, U>(list: readonly T[], make: (one: T) => U | undefined): U | undefined {
  for (let i = 0; i < list.length; i++) {
    const made = make(list[i] as T);
    if (made !== undefined) return made;
  }
  return undefined;
}
