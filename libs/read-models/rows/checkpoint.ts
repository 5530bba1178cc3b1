/** The name under which read models keep how far they are. */

export const CHECKPOINT = 'projector'
