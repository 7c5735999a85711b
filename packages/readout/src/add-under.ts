/** Lists of values by key: a map, or a map by words. */
interface Lists<K, V> {
  get(key: K): V[] | undefined;
  set(key: K, values: V[]): unknown;
}

/** Puts a value behind the others of its key. */
export function addUnder<K, V>(lists: Lists<K, V>, key: K, value: V): void {
  const values = lists.get(key);
  if (values) values.push(value);
  else lists.set(key, [value]);
}
