/** Where an event stands among all events of a log. */

/**
 * A place in the recorded order of one log: a safe integer that only grows; 0 is before the first
 * event. It is compared and never counted with: what lies between two events is no position, how far
 * apart they are says nothing, and other logs have others. Decimal strings at every outer edge.
 */
export type Position = number
