/** What can happen to a touchpoint: recorded as its kind; planned, moved, cancelled, evaluated, added to. */
import {
  admitted,
  Choice,
  defineEvents,
  type EventDefinition,
  type Family,
  Flag,
  type Guarded,
  Instant,
  Language,
  Nested,
  Optional,
  openBefore,
  Text,
  Title,
} from '#kernel'
import { dealsWith } from '../families/deals-with.js'
import { encounters } from '../families/encounter.js'
import { handoverFacts } from '../families/handover.js'
import { type Encounter, Encountered, firstSaid, noteOf, VisitNotes } from './encounter.events.js'
import type { TouchpointKind } from './kinds/define-kind.js'
import { kinds } from './kinds/kinds.js'

export const plannedKinds = kinds.filter((kind) => kind.planned).map((kind) => kind.kind)

export class TouchpointPlanned extends Encountered {
  @Choice(plannedKinds) kind!: string
  @Instant() startsAt!: string
}

export class TouchpointMoved {
  @Instant() startsAt!: string
  @Optional() @Title() place?: Guarded<string>
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class TouchpointCancelled {
  /** Who called it off. */
  @Choice(['we', 'they']) by!: 'we' | 'they'
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class TouchpointEvaluated {
  /** Whether the goal was reached. */
  @Flag() reached!: boolean
  @Optional() @Text({ max: 1000 }) line?: Guarded<string>
}

export class TouchpointStructured {
  @Nested(VisitNotes) notes!: VisitNotes
}

/** One sentence of what a note says, for readers of other languages. */
export class GistSaid {
  @Title({ max: 400 }) gist!: Guarded<string>
}

export class GistAdded extends GistSaid {
  /** In which it is said: the group's. */
  @Language() language!: string
}

export class PrivateNoteKept {
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export const touchpointEvents = defineEvents(
  'touchpoint',
  {
    planned: {
      payload: TouchpointPlanned,
      texts: { en: 'Planned', fi: 'Sovittu', sv: 'Planerat', de: 'Geplant', nb: 'Planlagt' },
      version: 2,
      upcasters: openBefore,
      examples: [
        {
          kind: 'visit',
          customers: ['c7k2m9q4x1z8w3v5'],
          unit: 'se',
          startsAt: '2026-04-14T07:00:00Z',
          place: 'Göteborg',
          goal: 'Enas om service för alla fem kök.',
        },
      ],
      touchpoint: { kind: 'planned', summary: (data) => data.goal ?? noteOf(data) },
    },
    moved: {
      payload: TouchpointMoved,
      texts: { en: 'Moved', fi: 'Siirretty', sv: 'Flyttat', de: 'Verschoben', nb: 'Flyttet' },
      version: 2,
      upcasters: openBefore,
      examples: [{ startsAt: '2026-04-21T07:00:00Z', place: 'Mölndal', why: 'Köksmästaren är på mässa.' }],
      touchpoint: { kind: 'moved', summary: (data) => data.why },
    },
    cancelled: {
      payload: TouchpointCancelled,
      texts: { en: 'Cancelled', fi: 'Peruttu', sv: 'Inställt', de: 'Abgesagt', nb: 'Avlyst' },
      version: 1,
      examples: [{ by: 'they', why: 'Budget round moved to autumn.' }],
      touchpoint: { kind: 'cancelled', summary: (data) => data.why },
    },
    evaluated: {
      payload: TouchpointEvaluated,
      texts: { en: 'Evaluated', fi: 'Arvioitu', sv: 'Utvärderat', de: 'Ausgewertet', nb: 'Evaluert' },
      version: 1,
      examples: [{ reached: true, line: 'Pilot agreed for two sites.' }],
      touchpoint: { kind: 'evaluated', summary: (data) => data.line },
    },
    structured: {
      payload: TouchpointStructured,
      texts: {
        en: 'Notes structured',
        fi: 'Muistiinpanot jäsennelty',
        sv: 'Anteckningar strukturerade',
        de: 'Notizen gegliedert',
        nb: 'Notater strukturert',
      },
      version: 1,
      examples: [{ notes: { challenges: 'Energy cost per meal.', nextSteps: 'Send the comparison.' } }],
      touchpoint: { kind: 'structured', summary: (data) => firstSaid(data.notes) },
    },
    gistAdded: {
      payload: GistAdded,
      texts: {
        en: 'Gist added',
        fi: 'Tiivistys lisätty',
        sv: 'Sammanfattning tillagd',
        de: 'Kernaussage ergänzt',
        nb: 'Oppsummering lagt til',
      },
      version: 1,
      examples: [{ gist: 'They want the cold rooms before the summer season.', language: 'en' }],
      touchpoint: { kind: 'gist', summary: (data) => data.gist },
    },
    keptPrivate: {
      payload: PrivateNoteKept,
      texts: {
        en: 'Kept private',
        fi: 'Pidetty yksityisenä',
        sv: 'Hållen privat',
        de: 'Privat gehalten',
        nb: 'Holdt privat',
      },
      version: 1,
      examples: [{ why: 'Their budget round goes on.' }],
      published: false,
    },
    ...handoverFacts,
  },
  { published: true, families: [dealsWith.of(() => true)] },
)

const metBy = ({ kind }: TouchpointKind<Encounter>) =>
  encounters.of(({ members, startedBy, direction, function: by, language }: Encounter) => ({
    ...{ kind, members, startedBy, direction, language },
    function: by,
  }))

const definitionOf = (kind: TouchpointKind<Encounter>): EventDefinition<Encounter> =>
  admitted({
    type: `touchpoint.${kind.kind}`,
    category: 'touchpoint',
    payload: kind.payload,
    version: kind.version,
    examples: kind.examples,
    upcasters: kind.upcasters,
    texts: kind.texts,
    touchpoint: { kind: kind.kind, summary: (data) => kind.summary(data) },
    families: [dealsWith.of(() => true), ...(kind.private ? [] : [metBy(kind)])],
    published: !kind.private,
  })

/** One event type per kind; views fold them as a family. */
export const encounterEvents = {
  category: 'touchpoint',
  definitions: kinds.map(definitionOf) as readonly EventDefinition[],
}

const privateKinds = kinds.filter((kind) => kind.private)

/** Kinds whose touchpoints only the writer reads. */
export const isPrivateKind = (kind: string | undefined): boolean => privateKinds.some((known) => known.kind === kind)

/** Stored types whose writing only the writer reads: private touchpoints, and why they are kept so. */
export const privateTypes: ReadonlySet<string> = new Set([
  ...privateKinds.map(({ kind }) => `touchpoint.${kind}`),
  'touchpoint.kept-private',
])

/** The private kind alone, for views that fold nothing else. */
export const privateNoteEvents: Family & { readonly types?: { 'touchpoint.private-note': Encounter } } = {
  category: 'touchpoint',
  definitions: encounterEvents.definitions.filter(({ type }) => privateTypes.has(type)),
}
