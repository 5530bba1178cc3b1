/** Who is highest and who is lowest of several. */

export interface End {
  /** All who have it: whoever reads the same value ties. */
  names: string[]
  /** As it is written. */
  value: string
}

const mostNamed = 3

/**
 * @param written how a value is shown; those shown alike tie
 * @returns nothing where all are alike; an end that more than three share is left out
 */
export function spreadOf(
  of: readonly { name: string; value: number }[],
  written: (value: number) => string,
): { highest?: End; lowest?: End } {
  const byValue = of.toSorted((a, b) => b.value - a.value)
  const [high, low] = [byValue[0], byValue.at(-1)].map((one) => one && written(one.value))
  if (high === undefined || low === undefined || high === low) return {}
  const end = (value: string): End | undefined => {
    const names = byValue.flatMap((one) => (written(one.value) === value ? [one.name] : []))
    return names.length > mostNamed ? undefined : { names, value }
  }
  const [highest, lowest] = [end(high), end(low)]
  return { ...(highest && { highest }), ...(lowest && { lowest }) }
}
