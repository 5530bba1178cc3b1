/** How targets change that state a stage: where something stands, or one step of how it came there. */
import type { PlannedRecord } from '../plan/planned-row.js'
import type { RecordReference } from '../targets.js'

/** Of the stage at which something stands, or of one step of its history, which has a key of its own. */
const isOfHistory = ({ key, fields }: PlannedRecord): boolean => {
  const named = Object.values(fields).flatMap((value) =>
    typeof value === 'object' && 'target' in value ? (value as RecordReference).key : [],
  )
  return named.length > 0 && key.some((part) => !named.includes(part))
}

export const staging = (record: PlannedRecord) => ({ by: isOfHistory(record) ? 'restating' : 'turning' }) as const
