/** Lines at 45 degrees over an area, cut at its edges. */

/** Across, px. */
export interface Stretched {
  x: number
  width: number
}

const apart = 5

export function hatchPath({ x, width }: Stretched, { y, base }: { y: number; base: number }): string {
  const height = base - y
  const lines: string[] = []
  for (let from = -height; from < width; from += apart) {
    const cut = Math.max(0, -from)
    const end = Math.min(height, width - from)
    if (end > cut) lines.push(`M${x + from + cut},${base - cut}L${x + from + end},${base - end}`)
  }
  return lines.join('')
}
