/** What every thread is begun with: plain values. */
import type { EngineUrls } from '#engines'

export interface ThreadStart {
  engines: EngineUrls
  locale: string
  /** What all files of the group carry. */
  identity: string
}
