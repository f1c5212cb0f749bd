/**
 * Which of the numbers are out of order: all but a longest rising subsequence, so that of two that changed places these two
 * are named, and not everything in between.
 */
export function outOfOrder(numbers: readonly number[]): Set<number> {
  /** For each length, the index at which a rising subsequence of that length ends with the smallest number. */
  const ends: number[] = [];
  const before = new Int32Array(numbers.length);
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (numberAt(numbers, ends[middle]) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const strange = new Set(numbers.keys());
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) strange.delete(index);
  return strange;
}

function numberAt(numbers: readonly number[], index = -1): number {
  return numbers[index] ?? NaN;
}
