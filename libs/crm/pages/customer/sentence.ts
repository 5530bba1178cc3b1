/** The customer in a sentence of plain words, made from what is known. */
import type { Wording } from '../../texts/wording.js'
import type { ShownRelationship } from '../relationships/relationship-shown.js'
import { standingsSection } from '../relationships/standings.section.js'
import type { Names } from '../shown/names.js'
import type { CustomerContext, Section } from '../shown/section.js'

interface Said {
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

/** Where each unit stands, and what sections add. */
export async function statusSentenceOf(
  ask: CustomerContext,
  { sections, wording }: { sections: readonly Section[]; wording: Wording },
): Promise<string> {
  const { standings } = await ask.part(standingsSection)
  if (standings.length === 0) return wording.sentence(wording.phrases.noRelationship)
  const said = { now: ask.nowIn(), names: ask.names, wording }
  const added = await Promise.all(sections.map(async (of) => of.clause?.(await ask.part(of), wording)))
  const clauses = [...standings.map((one) => standing(one, said)), ...added.filter((one) => one !== undefined)]
  return wording.sentence(clauses.join('; '))
}
