/** What every thread is begun with: plain values. */
import type { EngineUrls } from '#engines'

export interface ThreadStart {
  engines: EngineUrls
  locale: string
  /** What all files of the group carry. */
  identity: string
  /** Whether whoever writes the read models keeps their plaintext as well; else whoever answers keeps a copy of its own. */
  keepsPlaintext: boolean
  /** Day on which somebody found the clock to be right, however long nothing was recorded. */
  clockChecked?: string | undefined
}
