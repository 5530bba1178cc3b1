/** Codes of the values of one column, the same in all parts that a process reads: 0 is for none. */
export class Dictionary {
  private readonly codes = new Map<string, number>()
  private readonly values: (string | null)[] = [null]

  /** How many codes there are. */
  get size(): number {
    return this.values.length
  }

  codeOf(value: string | null): number {
    if (value === null) return 0
    const known = this.codes.get(value)
    if (known !== undefined) return known
    this.codes.set(value, this.values.length)
    this.values.push(value)
    return this.values.length - 1
  }

  valueOf(code: number): string | null {
    return this.values[code] ?? null
  }
}
