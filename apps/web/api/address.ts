/** What addresses carry: texts by name, and days and moments among them. */

export type AddressTexts<N extends string> = { [name in N]?: string }

/** Of an address the texts of those names; what is none, or empty, is left out. */
export function textsIn<N extends string>(search: Record<string, unknown>, names: readonly N[]): AddressTexts<N> {
  const texts = names.flatMap((name) => {
    const value = search[name]
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
  return Object.fromEntries(texts) as AddressTexts<N>
}

/** Reads an address: of what stands there nothing is handed on but what was understood, whatever the address holds. */
export const reading =
  <T extends object>(read: (search: Record<string, unknown>) => T) =>
  (search: Record<string, unknown>): T =>
    ({ ...emptied(search), ...read(search) }) as T

/** The router keeps what a route says nothing of; so each is said to be nothing. */
const emptied = (search: object): Record<string, undefined> =>
  Object.fromEntries(Object.keys(search).map((name) => [name, undefined]))

/** Whether it is an ISO day of the calendar, in the years that anything is told of. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value)
}

/** Whether it is a day or an instant that has begun. */
export const hasBeen = (value: unknown): value is string => isMoment(value) && Date.parse(value) <= Date.now()

/** Whether it is an ISO day of the calendar, or an instant of one. */
export const isMoment = (value: unknown): value is string =>
  isDay(value) ||
  (typeof value === 'string' && isDay(value.slice(0, 10)) && value[10] === 'T' && !Number.isNaN(Date.parse(value)))
