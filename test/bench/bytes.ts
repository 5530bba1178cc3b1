/** What takes the room on the disk: bytes per event of the largest tables and indexes of a file, as detail beside the figures. */
import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { lined } from '../lanes/lined.js'

const most = 12

/** Lines to print. @param events those that the bytes are divided by */
export function bytesByTable(file: string, events: number): string {
  const db = new DatabaseSync(file, { readOnly: true })
  const sizes = db.prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC').all()
  db.close()
  const perEvent = (of: typeof sizes) => (of.reduce((sum, { bytes }) => sum + Number(bytes), 0) / events).toFixed(1)
  const rows = sizes.slice(0, most).map((size) => [String(size.name), perEvent([size])])
  const rest = sizes.slice(most)
  return lined([
    [basename(file), 'B per event'],
    ...rows,
    [`${rest.length} others`, perEvent(rest)],
    ['all', perEvent(sizes)],
  ])
}
