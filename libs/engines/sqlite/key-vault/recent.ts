/**
 * A bounded memory of what was used lately, in two generations: a hit in the young one costs a
 * single look-up, and what a whole generation passed without being asked for is dropped.
 */
export class Recent<K, V> {
  private young = new Map<K, V>()
  private old = new Map<K, V>()

  /** @param generation entries per generation; at most twice as many are held */
  constructor(private readonly generation: number) {}

  get(key: K): V | undefined {
    const value = this.young.get(key)
    if (value !== undefined) return value
    const older = this.old.get(key)
    if (older !== undefined) this.set(key, older)
    return older
  }

  set(key: K, value: V): void {
    if (this.young.size >= this.generation && !this.young.has(key)) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(key, value)
  }

  delete(key: K): void {
    this.young.delete(key)
    this.old.delete(key)
  }

  clear(): void {
    this.young.clear()
    this.old.clear()
  }
}
