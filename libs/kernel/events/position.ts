/** Where an event stands among all events of a log. */

/**
 * A place in the recorded order of one log: a safe integer that only grows, neither dense nor
 * comparable between logs; 0 is before the first event. Decimal strings at every outer edge.
 */
export type Position = number
