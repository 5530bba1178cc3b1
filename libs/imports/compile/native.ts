/** How a workbook's own dates and numbers are written once they are text. */
import { dateReader } from '../values/date-format.js'
import type { Notation } from '../values/decimal.js'

export const ISO_DATES = dateReader('ISO')
export const plainNotation: Notation = { decimal: '.', thousands: '' }
