/**
 * Telephone numbers that ring at nobody's. Sweden (PTS) and Germany (Bundesnetzagentur) reserve ranges for fiction;
 * elsewhere numbers begin with 00, the international prefix, which no subscriber number can begin with.
 */
import type { CustomerCountry } from '../customers/business-ids.js'
import type { Random } from '../random.js'

/** Country code, the fixed beginning, and the range of the last digits. */
type Range = readonly [country: string, beginning: string, from: number, to: number, digits: number]

const unassignable = (country: string): readonly Range[] => [[country, '00', 0, 999_999, 6]]

const rangesByCountry: Readonly<Record<CustomerCountry, readonly Range[]>> = {
  FI: unassignable('+358'),
  NO: unassignable('+47'),
  EE: unassignable('+372'),
  DK: unassignable('+45'),
  SE: [
    ['+46', '70 17406', 5, 99, 2],
    ['+46', '8 465004', 0, 99, 2],
    ['+46', '31 39006', 0, 99, 2],
    ['+46', '40 62804', 0, 99, 2],
  ],
  DE: [
    ['+49', '30 23125', 0, 999, 3],
    ['+49', '40 66969', 0, 999, 3],
    ['+49', '69 90009', 0, 999, 3],
    ['+49', '89 99998', 0, 999, 3],
    ['+49', '221 4710', 0, 999, 3],
  ],
}

/** Draws a number such as `+46 70 1740617`. */
export function phoneOf(country: CustomerCountry, random: Random): string {
  const [code, beginning, from, to, digits] = random.pick(rangesByCountry[country])
  return `${code} ${beginning}${String(random.int(from, to)).padStart(digits, '0')}`
}
