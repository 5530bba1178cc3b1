/** What a period is called where there is little room. */
import type { Formats } from '../../../language/formats.js'
import type { Period } from './groups.js'

/** Jan 2026 for a month; Q1 2026 and 2026 as they are written everywhere. */
export function periodName({ name, from }: Period, formats: Formats): string {
  if (/^\d{4}-\d{2}$/.test(name)) return formats.shortMonth(from)
  const quarter = /^(\d{4})-Q(\d)$/.exec(name)
  return quarter ? `Q${quarter[2]} ${quarter[1]}` : name
}
