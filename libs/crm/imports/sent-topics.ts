/** What other systems may send record by record, and by which topics: what targets of imports say of themselves. */
import { importTargets } from './import-targets.js'

/** Messages of one topic. What refers to something is best sent behind it, but need not be. */
export interface SentTopic {
  name: string
  about: string
  /** What its messages may be of. */
  targets: readonly string[]
}

const byTopic = Map.groupBy(importTargets, ({ sent }) => sent)

/** By name. */
export const sentTopics: readonly SentTopic[] = [...byTopic]
  .flatMap(([name, sent]) => {
    const targets = sent.map(({ target }) => target)
    return name === undefined
      ? []
      : [{ name, about: `What other systems know of ${name}: ${targets.join(', ')}.`, targets }]
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1))
