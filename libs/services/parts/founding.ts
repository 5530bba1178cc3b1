/** The first start of this program: the demo group, or one administrator, on log and keys of its data folder. */
import { business } from '#crm'
import { seedDemo } from '#demo'
import { logFileOf, markFinished, markUnfinished, openScratchReadStore } from '#engines'
import type { EventLog, KeyVault } from '#kernel'
import { appointAdministrator, firstStart, isUntouched } from '#operations'
import { tablesOf } from '#read-models'
import type { Configuration } from '../configuration/configuration.js'

interface Founded {
  log: EventLog
  vault: KeyVault
  settings: Pick<Configuration, 'demo' | 'engines' | 'locale' | 'founding'>
  onStep: (line: string) => void
  /** Told once the log holds what a group begins with. */
  founded(): Promise<void>
}

/**
 * Fills an empty log; on any other it does nothing. Answers whether it did. What was broken off is begun anew where the
 * log is a file, and gone on with where others may have begun the same: a repeated command records nothing.
 */
export async function foundWhereEmpty({ log, vault, settings, onStep, founded }: Founded): Promise<boolean> {
  const { demo, engines, locale, founding } = settings
  const isShared = engines.eventLog.scheme === 'esdb'
  const isEmpty = (await log.head()) === 0
  if (!isEmpty && !(isShared && (await isUntouched(log)))) return false
  // The read models are derived from the log afterwards.
  const store = await openScratchReadStore(locale)
  await store.declare(tablesOf(business.registry))
  await firstStart({
    ...business,
    ...{ log, vault, store, locale },
    fill: async (core, setClock) => {
      if (!(demo && isEmpty)) return appointAdministrator(core, founding)
      onStep('filling the demo group: three years of simulated history, ten of six customers')
      await seedDemo({ core, setClock, until: new Date(), onProgress: onStep })
    },
    onBegun: () => isShared || markUnfinished(engines.folder, logFileOf(engines)),
    onFinished: () => isShared || markFinished(engines.folder),
  })
  await store.close()
  await founded()
  return true
}
