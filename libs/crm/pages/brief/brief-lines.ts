/** The lines of a visit brief, topic by topic: each a sentence, what somebody wrote, and the events behind it. */
import { type Fact, type Guarded, instantOf, Label, ListOf, Nested, Optional, shown, Text } from '#kernel'
import type { Phrases, Topic } from '../../texts/phrases/phrases.js'
import type { Wording } from '../../texts/wording.js'
import { kindNames } from '../../touchpoints/touchpoints.queries.js'
import type { CustomerParts } from '../customer/parts.js'
import type { ShownRelationship } from '../relationships/relationship-shown.js'
import type { PlannedMeeting } from '../shown/meetings.js'
import { NamedMember, type Names } from '../shown/names.js'
import { EventRef, refsOf } from '../shown/refs.js'
import type { Saying } from './said.view.js'
import type { Sources } from './sources.js'

export class BriefLine {
  @Label({ max: 1000 }) text!: string
  /** What somebody wrote, or a person's name, that the text introduces. */
  @Optional() @Text({ max: 32_000 }) quote?: Guarded<string>
  /** Who of us owns it. */
  @Optional() @Nested(NamedMember) who?: NamedMember
  @ListOf(EventRef) from!: EventRef[]
  /** The record it speaks of, where no single event states it. */
  @Optional() @Label({ max: 100 }) record?: string
}

export interface BriefSource {
  parts: CustomerParts
  /** Units that deal with the customer, whether or not the reader sees where they stand. */
  units: readonly string[]
  sayings: readonly Saying[]
  facts: ReadonlyMap<string, Fact>
  sources: Sources
  /** All ids of the customer. */
  ids: readonly string[]
  names: Names
  wording: Wording
  currency: string
}

type Lines = (source: BriefSource) => BriefLine[]

const line = (text: string, rest: Partial<BriefLine> = {}): BriefLine => ({ text, from: [], ...rest })

/** Lines for each relationship. */
const perStanding =
  (make: (one: ShownRelationship, place: ReturnType<Names['place']>, source: BriefSource) => BriefLine[]): Lines =>
  (source) =>
    source.parts.standings.flatMap((one) => make(one, source.names.place(one.unit.id, source.wording), source))

const standing = perStanding((one, place, { wording, sources }) => {
  const { phrases } = wording
  const stage = wording.stage(one.stage)
  const moved =
    one.stageBefore === undefined || one.stageSince === undefined
      ? line(phrases.statusIs({ place, status: stage }), { record: one.id, from: one.from })
      : line(
          phrases.moved({
            place,
            from: wording.stage(one.stageBefore),
            stage,
            day: wording.day(one.stageSinceOn ?? one.stageSince),
          }),
          {
            quote: one.why,
            from: one.from,
          },
        )
  const led = one.owner
    ? line(phrases.ledBy(place), {
        quote: one.owner.name ?? one.owner.id,
        record: one.id,
        from: sources.last(one.id, 'relationship.owner-set'),
      })
    : line(phrases.nobodyLeads(place), { record: one.id, from: one.from })
  const status = line(phrases.statusIs({ place, status: wording.status(one.status) }), {
    record: one.id,
    from: statusFrom(one, sources),
  })
  const nominated = sources.last(one.id, 'relationship.key-account-set')
  const key = one.keyAccount ? [line(phrases.keyAccount(place), { record: one.id, from: nominated })] : []
  return [moved, status, led, ...key]
})

/** What a status follows from: a correction by hand, the purchases, or that there is nothing but the beginning. */
function statusFrom({ id, from }: ShownRelationship, sources: Sources): EventRef[] {
  const said = [...sources.incomesOf(id), ...sources.last(id, 'relationship.status-corrected')]
  return said.length > 0 ? said : from
}

const reasons: Lines = ({ parts, wording }) =>
  (['whyBuys', 'expects', 'gains'] as const).flatMap((name) =>
    parts.register.fields
      .filter(({ field }) => field === name)
      .map(({ value, from }) => line(wording.phrases.reasons[name], { quote: value as Guarded<string>, from })),
  )

const said: Lines = ({ sayings, facts, wording }) =>
  [...sayings].reverse().map(({ topic, text, at, on, event }) => {
    const what = wording.phrases.said[topic]
    const day = instantOf(at) && wording.day(on ?? at)
    const words = day === undefined ? what : wording.phrases.onDay({ what, day })
    return line(words, { quote: text, from: refsOf(facts, event) })
  })

const purchases = perStanding((one, place, { wording, currency, sources }) => {
  if (one.purchases === 0) return []
  const sum = one.boughtGroupMinor > 0 ? wording.money({ amountMinor: one.boughtGroupMinor, currency }) : undefined
  const last = one.lastPurchase && wording.day(one.lastPurchase)
  const bought = wording.phrases.bought({ place, times: one.purchases, last, sum })
  return [line(bought, { record: one.id, from: sources.incomesOf(one.id) })]
})

const opportunities: Lines = ({ parts, names, wording, sources }) =>
  parts.opportunities.map(({ id, name, unit, value, probability, closesOn, owner }) => {
    const details = [
      names.place(unit.id, wording).name,
      value && wording.money(value),
      probability === undefined ? undefined : `${probability} %`,
      closesOn && wording.day(closesOn),
    ]
    const text = [shown(name), ...details].filter((detail) => detail !== undefined).join(', ')
    return line(text, { who: owner, record: id, from: sources.of(id) })
  })

const promises: Lines = ({ parts, wording, sources }) =>
  parts.promises.map(({ id, kind, what, due, overdue, owner }) => {
    const { promises, nextStep } = wording.phrases
    const state = kind === 'promise' ? promises({ open: 1, overdue: overdue ? 1 : 0 }) : nextStep({ overdue })
    return line(wording.sentence(wording.phrases.onDay({ what: state, day: wording.day(due) })), {
      quote: what,
      who: owner,
      record: id,
      from: sources.of(id),
    })
  })

/** Stands for a name that was erased or is withheld. */
const unnamed = '–'

const projects: Lines = ({ parts, wording, sources }) =>
  parts.projects.map(({ id, name, what, decidesOn }) => {
    const called = shown(name) ?? unnamed
    return line(decidesOn ? wording.phrases.onDay({ what: called, day: wording.day(decidesOn) }) : called, {
      quote: what,
      record: id,
      from: sources.of(id),
    })
  })

const people: Lines = ({ parts, wording, sources, ids }) =>
  parts.people
    .filter(({ current }) => current)
    .map(({ contact, name, level, roles, lastTouch, lastTouchOn }) => {
      const said = [wording.level(level), ...roles.map((role) => wording.buyingRole(role))]
      const known = [...said, ...(lastTouch ? [wording.day(lastTouchOn ?? lastTouch)] : [])]
      return line(known.join(', '), { quote: name, record: contact, from: sources.post(contact, ids) })
    })

const touches = perStanding((one, place, { wording }) =>
  one.byFunction.map(({ function: by, kind, at, atOn, touches: times, from }) => {
    const named = kindNames(kind)?.[wording.language] ?? kind
    const touched = { place, kind: named, function: wording.function(by), day: at && wording.day(atOn ?? at), times }
    return line(wording.phrases.touched(touched), { from })
  }),
)

const due: Lines = (source) => {
  const { parts, names, wording, sources } = source
  const { phrases } = wording
  const { overdue, toEvaluate } = parts.pastMeetings
  const said = (meetings: readonly PlannedMeeting[], phrase: Phrases['planned']) =>
    meetings.map(({ id, kind, unit, startsAt, heldOn, goal }) => {
      const place = names.place(unit.id, wording)
      const named = kindNames(kind)?.[wording.language] ?? kind
      return line(phrase({ place, kind: named, day: wording.day(heldOn ?? startsAt) }), {
        quote: goal,
        record: id,
        from: sources.of(id),
      })
    })
  return [
    ...said(parts.meetings, phrases.planned),
    ...said(overdue, phrases.unsettled),
    ...said(toEvaluate, phrases.toEvaluate),
    ...ahead(source),
  ]
}

const ahead = perStanding(({ id, target, next }, place, { wording, sources }) => {
  const { phrases } = wording
  const by = target?.by && wording.day(target.by)
  const set = { record: id, from: sources.last(id, 'relationship.target-set') }
  const aimed = target ? [line(phrases.target({ place, stage: wording.stage(target.stage), by }), set)] : []
  const isPassiveNext = next?.status === 'passive'
  return isPassiveNext
    ? [
        ...aimed,
        line(phrases.passiveFrom({ place, day: wording.day(next.from) }), { record: id, from: sources.incomesOf(id) }),
      ]
    : aimed
})

const others: Lines = ({ parts, units, names, wording }) => {
  const seen = parts.standings.map(({ unit }) => unit.id)
  const all = [...new Set([...seen, ...units])]
  if (all.length < 2) return []
  const places = all.map((unit) => names.place(unit, wording).name)
  const from = parts.standings.flatMap((one) => one.from)
  return [line(wording.phrases.alsoAfterIt({ places: wording.list(places) }), { from })]
}

/** What a brief says under each heading; none can be forgotten. */
export const linesOf: Readonly<Record<Topic, Lines>> = {
  standing,
  reasons,
  said,
  purchases,
  opportunities,
  promises,
  'customer-projects': projects,
  people,
  touches,
  due,
  others,
}
