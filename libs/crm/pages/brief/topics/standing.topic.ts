/** What a brief says of where each unit stands, and who leads. */

import type { Fact, Guarded } from '#kernel'
import type { Place } from '../../../texts/phrases/phrases.js'
import type { Wording } from '../../../texts/wording.js'
import type { ShownRelationship } from '../../relationships/relationship-shown.js'
import { incomesBehind } from '../../relationships/standings.section.js'
import type { Names } from '../../shown/names.js'
import type { RecordHistory } from '../../shown/records/record-history.js'
import { type EventRef, refOf } from '../../shown/refs.js'
import { type BriefLine, defineTopic, line } from '../../shown/topic.js'
import { decisionsOn, eachStanding } from './each-standing.js'

/** What lines are told with. */
interface Telling {
  wording: Wording
  facts: RecordHistory
  names: Names
}

export const standingTopic = defineTopic({
  name: 'standing',
  order: 10,
  heading: {
    en: 'Where the relationship stands',
    fi: 'Missä asiakassuhde on',
    sv: 'Var relationen står',
    de: 'Wo die Beziehung steht',
    nb: 'Hvor relasjonen står',
  },
  nothing: {
    en: 'No unit has a relationship with them yet.',
    fi: 'Millään yksiköllä ei ole vielä suhdetta asiakkaaseen.',
    sv: 'Ingen enhet har någon relation till kunden ännu.',
    de: 'Noch keine Einheit hat eine Beziehung zu diesem Kunden.',
    nb: 'Ingen enhet har noen relasjon til kunden ennå.',
  },
  part: incomesBehind,
  lines: (brief) =>
    eachStanding(brief, async (one, place, { wording, names, part }) => {
      const [facts, incomesOf] = await Promise.all([decisionsOn(one, brief), part(incomesBehind)])
      const status = wording.phrases.statusIs({ place, status: wording.status(one.status) })
      return [
        moved(one, place, { wording, facts, names }),
        ...takenUpAgain(one, place, { wording, facts, names }),
        line(status, { record: one.id, from: statusFrom(one, facts, incomesOf(one.id)) }),
        led(one, place, { wording, facts }),
        ...offered(one, place, { wording, facts }),
        ...(one.keyAccount
          ? [
              line(wording.phrases.keyAccount(place), {
                record: one.id,
                from: facts.last('relationship.key-account-set'),
              }),
            ]
          : []),
      ]
    }),
})

function moved(
  { id, stage, stageBefore, why, from, ...one }: ShownRelationship,
  place: Place,
  { wording, facts, names }: Telling,
): BriefLine {
  const { phrases } = wording
  const now = wording.stage(stage)
  if (stageBefore === undefined || one.stageSince === undefined)
    return line(phrases.statusIs({ place, status: now }), { record: id, from })
  const day = wording.day(one.stageSinceOn ?? one.stageSince)
  const text = phrases.moved({ place, from: wording.stage(stageBefore), stage: now, day })
  const told = facts.named(from[0])
  return line(text, { quote: why, language: told && names.writtenIn(told), from })
}

/** That it had ended once, which the stage before does not tell any more. */
function takenUpAgain({ stage }: ShownRelationship, place: Place, { wording, facts, names }: Telling): BriefLine[] {
  const [ended, again] = [facts.lastFact('relationship.ended'), facts.lastFact('relationship.reopened')]
  if (!ended || !again || stage === 'ended') return []
  const dayOf = ({ at, precision, occurredAt }: Fact) => wording.day(precision === 'instant' ? at : occurredAt)
  const text = wording.phrases.takenUpAgain({ place, ended: dayOf(ended), again: dayOf(again) })
  const { why } = ended.data as { why?: Guarded<string> }
  return [line(text, { quote: why, language: names.writtenIn(ended), from: [refOf(ended), refOf(again)] })]
}

function led(
  { id, owner, from }: ShownRelationship,
  place: Place,
  { wording, facts }: { wording: Wording; facts: RecordHistory },
): BriefLine {
  if (!owner) return line(wording.phrases.nobodyLeads(place), { record: id, from })
  return line(wording.phrases.ledBy(place), {
    quote: owner.name ?? owner.id,
    record: id,
    from: facts.last('relationship.owner-set'),
  })
}

/** Who is asked to lead it, and has not answered. */
function offered(
  { id, offeredTo }: ShownRelationship,
  place: Place,
  { wording, facts }: { wording: Wording; facts: RecordHistory },
): BriefLine[] {
  if (!offeredTo) return []
  const from = facts.last('relationship.handover-offered')
  return [line(wording.phrases.offeredTo(place), { quote: offeredTo.name ?? offeredTo.id, record: id, from })]
}

/** What a status follows from: a correction by hand, the purchases, or that there is nothing but the beginning. */
function statusFrom({ from }: ShownRelationship, facts: RecordHistory, incomes: readonly EventRef[]): EventRef[] {
  const said = [...incomes, ...facts.last('relationship.status-corrected')]
  return said.length > 0 ? said : from
}
