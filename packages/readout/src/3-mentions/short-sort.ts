/**
 * Sorts a short list in place by insertion, equal ones staying in their order, and gives it back. The built-in makes two lists of its own at each call,
 * which for a handful of names, most of them in order already, costs more than the sorting.
 */
export function sortShort<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  for (let i = 1; i < list.length; i++) {
    const one = list[i] as T;
    let k = i - 1;
    while (k >= 0 && compare(list[k] as T, one) > 0) {
      list[k + 1] = list[k] as T;
      k--;
    }
    list[k + 1] = one;
  }
  return list;
}
