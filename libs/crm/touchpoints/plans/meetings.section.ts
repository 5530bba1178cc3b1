/** Which meetings and visits are planned with a customer, and what became of those whose day has passed? */
import { Integer, ListOf, Nested } from '#kernel'
import { meetingOf, PlannedMeeting } from '../../pages/shown/meetings.js'
import { defineSection } from '../../pages/shown/section.js'
import { daysOfUnits, plansOf, sortedPlans, withCustomers } from './plans.queries.js'
import type { Plan } from './plans.view.js'

/** Plans whose day has passed. */
class PastMeetings {
  /** Nobody has said that it was held, moved or called off; the latest first, and of these a few. */
  @ListOf(PlannedMeeting) overdue!: PlannedMeeting[]
  @Integer({ min: 0, max: 1_000_000 }) overdueTotal!: number
  /** Held in the last 30 days and not evaluated; the latest first, and of these a few. */
  @ListOf(PlannedMeeting) toEvaluate!: PlannedMeeting[]
  @Integer({ min: 0, max: 1_000_000 }) toEvaluateTotal!: number
  /** How many were held longer ago and never evaluated. */
  @Integer({ min: 0, max: 1_000_000 }) unevaluated!: number
}

class Meetings {
  /** Of today and to come, the next first. */
  @ListOf(PlannedMeeting, { max: 200 }) meetings!: PlannedMeeting[]
  @Nested(PastMeetings) pastMeetings!: PastMeetings
}

export const meetingsSection = defineSection({
  name: 'meetings',
  order: 70,
  title: {
    en: 'Meetings and visits',
    fi: 'Tapaamiset ja käynnit',
    sv: 'Möten och besök',
    de: 'Treffen und Besuche',
    nb: 'Møter og besøk',
  },
  answer: Meetings,
  pursuers: ({ meetings }) => meetings.map(({ unit }) => unit.id),
  async read({ documents, references, todayIn, subject, names }) {
    const own = await plansOf(documents, withCustomers(subject.partition.ids))
    const { today, coming, overdue, toEvaluate, ...counted } = sortedPlans(own, daysOfUnits(references, todayIn))
    const shown = (plans: readonly Plan[]) => plans.map((plan) => meetingOf(plan, names))
    return {
      meetings: shown([...today, ...coming]),
      pastMeetings: { overdue: shown(overdue), toEvaluate: shown(toEvaluate), ...counted },
    }
  },
})
