/** How a workbook's own dates and numbers are written once they are text. */
import { dateReader } from '../values/date-format.js'
import type { Notation } from '../values/decimal.js'

export const ISO_DATES = dateReader('ISO')
/** Of a workbook's numbers where the mapping declares that they are days. */
export const SERIAL_DATES = dateReader('serial')
export const plainNotation: Notation = { decimal: '.', thousands: '' }
