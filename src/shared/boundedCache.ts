/** Values kept under keys; the least recently used one goes when there are too many. */
export interface BoundedCache<T> {
  /** The kept value, or a new one from `create`, which is then kept. */
  get(key: string, create: () => T): T;
}

/** @param limit how many values are kept, at least 1 */
export function createBoundedCache<T>(limit: number): BoundedCache<T> {
  const values = new Map<string, T>();
  return {
    get(key, create) {
      const known = values.get(key);
      const value = known ?? create();
      // A Map iterates in order of insertion: inserting again makes the key the youngest.
      if (known !== undefined) values.delete(key);
      values.set(key, value);
      if (values.size > limit) {
        const [oldest] = values.keys();
        if (oldest !== undefined) values.delete(oldest);
      }
      return value;
    },
  };
}
