/** Lines of a brief for each relationship of the customer. */
import type { Place } from '../../../texts/phrases/phrases.js'
import type { ShownRelationship } from '../../relationships/relationship-shown.js'
import { standingsSection } from '../../relationships/standings.section.js'
import { RecordHistory } from '../../shown/records/record-history.js'
import type { BriefContext, BriefLine } from '../../shown/topic.js'

type LinesOfOne = (
  one: ShownRelationship,
  place: Place,
  brief: BriefContext,
) => readonly BriefLine[] | Promise<readonly BriefLine[]>

export async function eachStanding(brief: BriefContext, linesOf: LinesOfOne): Promise<BriefLine[]> {
  const { names, wording, part } = brief
  const { standings } = await part(standingsSection)
  const lines = standings.map((one) => linesOf(one, names.place(one.unit.id, wording), brief))
  return (await Promise.all(lines)).flat()
}

/** What units decided about a relationship, also of the records that were merged into the customer. */
export const decisionsOn = ({ unit }: ShownRelationship, brief: BriefContext): Promise<RecordHistory> =>
  RecordHistory.of(brief, ...brief.subject.partition.ids.map((customer) => `relationship-${customer}.${unit.id}`))
