/** Most reports that go through the engine together. */
const BATCH = 32;
/** And most characters, so that 32 books do not. */
const CHARACTERS = 400_000;

/** Items in groups of at most 32, closed early when their sizes come to 400,000. */
export async function* batches<T>(items: AsyncIterable<T>, sizeOf: (item: T) => number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  let size = 0;
  for await (const item of items) {
    batch.push(item);
    size += sizeOf(item);
    if (batch.length < BATCH && size < CHARACTERS) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
