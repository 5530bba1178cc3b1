/**
 * Which records the files make, looked at before any of them is written: of rows that fall on one key the last word
 * stands, and what no row makes is no longer said.
 */
import { planPieces } from '../../plan/plan.js'
import type { PlannedRecord, PlannedRow, RecordGone } from '../../plan/planned-row.js'
import type { PlanRequest } from '../../plan/prepare.js'
import type { ImportTargets } from '../../records/define-target.js'
import { isErrorFile } from '../../tabular/error-column.js'

type Keyed = Pick<PlannedRecord, 'target' | 'key'>

const keyOf = ({ target, key }: Keyed): string => JSON.stringify([target, ...key])

export class KeysOfFiles {
  /** Declaration and key → the last line that makes the record. */
  private readonly lastLines = new Map<string, number>()
  private readonly made = new Set<string>()
  /** Targets of files that are not among those sent. */
  private readonly unseen: ReadonlySet<string>
  /** Records that are called by readable codes, in the order in which they are made. */
  readonly named: Keyed[] = []
  /** Of targets whose records may vanish: the keys of which the files say anything. */
  private readonly spoken = new Map<string, Map<string, readonly string[]>>()
  /** Targets of which some row does not tell what it is of. */
  private readonly unclear = new Set<string>()
  /** Targets of which only rows to correct were sent. */
  private readonly inPart = new Set<string>()

  private constructor({ mapping, only }: PlanRequest) {
    const { rows, vanished = {} } = mapping.mapping
    for (const target of Object.keys(vanished)) this.spoken.set(target, new Map())
    const left = rows.filter(({ file }) => only && !only.includes(file))
    this.unseen = new Set(left.flatMap(({ records }) => records.map(({ target }) => target)))
  }

  /** Reads the files to their end. Memory: a line for each record. */
  static async of(request: PlanRequest, targets: ImportTargets): Promise<KeysOfFiles> {
    const keys = new KeysOfFiles(request)
    const conditional = new Set(
      request.mapping.mapping.rows.flatMap(({ records }) =>
        records.filter(({ when }) => when !== undefined).map(({ target }) => target),
      ),
    )
    for await (const piece of planPieces(request)) {
      for (const row of piece) {
        keys.hear(row)
        if (row.outcome !== 'planned') continue
        for (const record of row.records) {
          keys.note(record, conditional.has(record.target))
          if (targets.namingOf(record.target) !== 'derived') keys.named.push(record)
        }
      }
    }
    return keys
  }

  private note(record: PlannedRecord, isConditional: boolean): void {
    const key = keyOf(record)
    if (isConditional) this.made.add(key)
    this.lastLines.set(`${record.declaration} ${key}`, record.place.line)
  }

  /** Notes what a row speaks of, for records that may vanish. */
  private hear(row: PlannedRow): void {
    if (this.spoken.size === 0 || row.outcome === 'stopped') return
    const made: readonly Keyed[] = row.outcome === 'planned' ? [...row.records, ...row.gone] : []
    const isPart = isErrorFile(row.source.head)
    for (const { target, key } of [...made, ...(row.spoken?.records ?? [])]) {
      this.spoken.get(target)?.set(JSON.stringify(key), key)
      // Rows to correct are some of a file alone.
      if (isPart) this.inPart.add(target)
    }
    for (const target of row.spoken?.unknown ?? []) this.unclear.add(target)
  }

  /** Keys of a target of which the files say anything; undefined where not all of its files were sent whole. */
  keysOf(target: string): Iterable<readonly string[]> | undefined {
    return this.unseen.has(target) || this.inPart.has(target) ? undefined : this.spoken.get(target)?.values()
  }

  /** Whether some row does not tell of which record of the target it is. */
  isUnclear(target: string): boolean {
    return this.unclear.has(target)
  }

  /** Whether a row further down makes the same record once more. */
  isSaidAgain(record: PlannedRecord): boolean {
    const last = this.lastLines.get(`${record.declaration} ${keyOf(record)}`)
    return last !== undefined && last > record.place.line
  }

  /**
   * Whether nothing that was sent makes the record. Of rows to correct, which are some of a file alone, only a row that
   * makes the record it is of can tell.
   */
  isGone(gone: RecordGone, beside: readonly PlannedRecord[], { isPart, parent }: { isPart: boolean; parent?: string }) {
    if (this.made.has(keyOf(gone)) || this.unseen.has(gone.target)) return false
    const isOfRow = (record: PlannedRecord) => record.target === parent && String(record.key) === String(gone.key)
    return parent === undefined ? !isPart : beside.some(isOfRow) || !isPart
  }
}
