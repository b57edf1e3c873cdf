/** Whole numbers up to 2^32 - 1 in a row, for lists of tens of millions that an array of JavaScript would hold in twice the space. */
export interface NumberList {
  readonly push: (value: number) => void;
  readonly length: () => number;
  /** A copy of exactly the numbers so far. */
  readonly toArray: () => Uint32Array;
}

export function createNumberList(): NumberList {
  let numbers = new Uint32Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === numbers.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = value;
      length += 1;
    },
    length: () => length,
    toArray: () => numbers.slice(0, length),
  };
}
