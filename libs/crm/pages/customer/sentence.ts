/** The customer in a sentence of plain words, made from what is known. */
import type { Wording } from '../../texts/wording.js'
import type { ShownRelationship } from '../relationships/relationship-shown.js'
import type { Names } from '../shown/names.js'
import type { OpenPromise } from './sections/open-matters.js'

interface Said {
  standings: readonly ShownRelationship[]
  promises: readonly Pick<OpenPromise, 'overdue'>[]
  now: string
  names: Names
  wording: Wording
}

/** What a unit has with the customer: that it is asleep says more than its stage. */
function standing(one: ShownRelationship, { now, names, wording }: Said): string {
  const { phrases } = wording
  const place = names.place(one.unit.id, wording)
  if (one.stage === 'ended')
    return phrases.ended({ place, since: wording.month(one.stageSinceOn ?? one.stageSince ?? now) })
  if (one.statusSince !== undefined && (one.status === 'passive' || one.status === 'lost')) {
    const months = wording.months(one.statusSince, now)
    return phrases.inactive({ place, status: wording.status(one.status), months })
  }
  const stage = wording.stage(one.stage)
  return one.stageSince === undefined
    ? phrases.statusIs({ place, status: stage })
    : phrases.stands({ place, stage, since: wording.sinceMonth(one.stageSinceOn ?? one.stageSince) })
}

export function statusSentenceOf(said: Said): string {
  const { standings, promises } = said
  const { phrases } = said.wording
  if (standings.length === 0) return said.wording.sentence(phrases.noRelationship)
  const overdue = promises.filter((promise) => promise.overdue).length
  const promised = promises.length > 0 ? [phrases.promises({ open: promises.length, overdue })] : []
  return said.wording.sentence([...standings.map((one) => standing(one, said)), ...promised].join('; '))
}
