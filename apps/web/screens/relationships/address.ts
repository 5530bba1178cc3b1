/** What is shown of the relationships, as the address carries it. */
import { textsIn } from '../../api/address.js'
import type { Schemas } from '../../api/questions.js'
import { stageOrder } from '../../look/stages.js'

export type Stage = Schemas['RelationshipBoardAnswer']['columns'][number]['stage']

export const relationshipViews = ['board', 'pyramid', 'passive', 'lost'] as const
export type RelationshipView = (typeof relationshipViews)[number]

/** From the one that leads nowhere yet to the deepest, as the ladder is climbed, and what is over. */
export const stages = [...stageOrder, 'ended'] as const satisfies readonly Stage[]

export interface RelationshipsAddress {
  /** The board unless told. */
  view?: RelationshipView
  /** The one lane of the board that is looked at; all of them when absent. */
  stage?: Stage
  /** Selling unit; `group` for all of them, whatever the reader usually looks at. */
  unit?: string
  /** In the grammar of the lists. */
  filter?: string
  /** A field, with `-` in front for the greatest first. */
  sort?: string
}

/** What says nothing is left out. */
export function relationshipsAddressIn(search: Record<string, unknown>): RelationshipsAddress {
  const { view, stage, ...texts } = textsIn(search, ['view', 'stage', 'unit', 'filter', 'sort'])
  const shownView = relationshipViews.find((one) => one === view)
  const shownStage = stages.find((one) => one === stage)
  return { ...texts, ...(shownView && { view: shownView }), ...(shownStage && { stage: shownStage }) }
}
