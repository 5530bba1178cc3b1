/** What a brief says is coming: meetings, what they still lack, targets, and what time alone will cause. */
import type { Phrases } from '../../../texts/phrases/phrases.js'
import { meetingsSection } from '../../../touchpoints/plans/meetings.section.js'
import { kindNames } from '../../../touchpoints/touchpoints.queries.js'
import { incomesBehind } from '../../relationships/standings.section.js'
import type { PlannedMeeting } from '../../shown/meetings.js'
import { RecordHistory } from '../../shown/records/record-history.js'
import { type BriefContext, type BriefLine, defineTopic, line } from '../../shown/topic.js'
import { decisionsOn, eachStanding } from './each-standing.js'

export const dueTopic = defineTopic({
  name: 'due',
  order: 100,
  heading: {
    en: 'What is due',
    fi: 'Mitä on tulossa',
    sv: 'Vad som är på gång',
    de: 'Was ansteht',
    nb: 'Hva som kommer',
  },
  nothing: {
    en: 'Nothing is planned or due.',
    fi: 'Mitään ei ole sovittu eikä odottamassa.',
    sv: 'Inget är planerat eller väntar.',
    de: 'Nichts ist geplant oder fällig.',
    nb: 'Ingenting er planlagt eller venter.',
  },
  async lines(brief) {
    const { phrases } = brief.wording
    const { meetings, pastMeetings } = await brief.part(meetingsSection)
    const lines = await Promise.all([
      met(brief, meetings, phrases.planned),
      met(brief, pastMeetings.overdue, phrases.unsettled),
      met(brief, pastMeetings.toEvaluate, phrases.toEvaluate),
      ahead(brief),
    ])
    return lines.flat()
  },
})

function met(
  brief: BriefContext,
  meetings: readonly PlannedMeeting[],
  phrase: Phrases['planned'],
): Promise<BriefLine[]> {
  const { names, wording } = brief
  const lines = meetings.map(async ({ id, kind, unit, startsAt, heldOn, goal, language }) => {
    const place = names.place(unit.id, wording)
    const named = kindNames(kind)?.[wording.language] ?? kind
    const text = phrase({ place, kind: named, day: wording.day(heldOn ?? startsAt) })
    const from = (await RecordHistory.of(brief, `touchpoint-${id}`)).ends()
    return line(text, { quote: goal, language, record: id, from })
  })
  return Promise.all(lines)
}

const ahead = (brief: BriefContext): Promise<BriefLine[]> =>
  eachStanding(brief, async (one, place, { wording, part }) => {
    const { id: record, target, next } = one
    const { phrases } = wording
    const [facts, incomesOf] = await Promise.all([decisionsOn(one, brief), part(incomesBehind)])
    const lines: BriefLine[] = []
    if (target) {
      const aimed = phrases.target({
        place,
        stage: wording.stage(target.stage),
        by: target.by && wording.day(target.by),
      })
      lines.push(line(aimed, { record, from: facts.last('relationship.target-set') }))
    }
    if (next?.status === 'passive')
      lines.push(line(phrases.passiveFrom({ place, day: wording.day(next.from) }), { record, from: incomesOf(record) }))
    return lines
  })
