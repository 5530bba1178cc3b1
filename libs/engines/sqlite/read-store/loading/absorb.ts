/** Takes the rows of another file of its kind into tables that are being loaded: a share of a rebuild, folded by another thread. */

import type { StoreFile } from '../store-file.js'
import { insertedColumns } from '../tables/row-values.js'
import { quoted, type SqlTable } from '../tables/table.js'

const contributed = 'metric, count, firstCause, lastCause, firstDay, lastDay, columns, origins'

/** @param tables those that both files have */
export function absorb(file: StoreFile, path: string, tables: readonly SqlTable[]): void {
  file.run('ATTACH ? AS share', path)
  try {
    file.transaction(() => {
      for (const table of tables) {
        const columns = insertedColumns(table).join(', ')
        const from = `share.${quoted(table.name)}`
        file.db.exec(`INSERT INTO main.${table.sql} (${columns}) SELECT ${columns} FROM ${from}`)
      }
      if (file.kind === 'plaintext') return
      const parts = `SELECT ${contributed} FROM share."~contributions" ORDER BY id`
      file.db.exec(`INSERT INTO main."~contributions" (${contributed}) ${parts}`)
    })
  } finally {
    file.db.exec('DETACH share')
  }
}
