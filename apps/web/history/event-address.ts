/** The event that an address shows over a page. */

/** By its position, which reads as a number, or by the stream of a record. */
export const eventIn = ({ event }: Record<string, unknown>): { event?: string } =>
  (typeof event === 'string' && event !== '') || typeof event === 'number' ? { event: String(event) } : {}
