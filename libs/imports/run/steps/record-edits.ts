/**
 * Changes of a record whose fields are edited one by one. What differs goes by the command that changes it, now; what none
 * changes, and everything once the record is over, is corrected where it was said.
 */
import { type Fact, history, type Json, type JsonObject, type StoredEvent, type Version, versionsOf } from '#kernel'
import type { RecordChange } from '../../records/step.js'
import { allOpenedBy, type ImportPorts } from '../ports.js'
import { isSame, ofField } from './beginning-in-part.js'
import type { Corrections, FieldsSaid } from './corrections.js'
import { isOfAnotherMoment, type Settling, saidLast } from './settling.js'
import { conflict } from './step-refusals.js'
import { isRefusal, resultOf, type StepWork, stepOf, unchangedStep } from './step-result.js'
import type { StepSending } from './step-sending.js'
import { emptiedIn, fieldsAfter, says, statable, typesOf } from './written.js'

export type EditedChange = Extract<RecordChange, { by: 'edits' | 'fields' }>

interface Edited {
  of: Settling
  change: EditedChange
  /** As the source said it last. */
  before: JsonObject
  facts: readonly Fact[]
}

/** What becomes of each field that differs. */
interface Differences {
  edited: string[]
  turned: string[]
  corrected: string[]
}

export class RecordEdits {
  constructor(
    private readonly ports: Pick<ImportPorts, 'core'>,
    private readonly corrections: Corrections,
    private readonly sending: StepSending,
  ) {}

  async edit(of: Settling, change: EditedChange): Promise<StepWork> {
    const { written } = of
    const said = await allOpenedBy(
      this.ports,
      written.live.map((version) => saidLast(of, version)),
    )
    const facts = history(await allOpenedBy(this.ports, of.events))
    const before = fieldsAfter(said.map((event) => statedIn(event, change)))
    const edited: Edited = { of, change, before, facts }
    const { edited: now, turned, corrected } = this.differences(edited)
    const beginning = said[0]
    const isMoved = beginning !== undefined && isOfAnotherMoment(of.step, beginning)
    const works = [
      ...(corrected.length > 0 || isMoved ? [() => this.correct(edited, corrected, isMoved)] : []),
      ...(now.length > 0 ? [() => this.send(edited, now)] : []),
      ...turned.map((name) => () => this.turn(edited, name)),
    ]
    return inTurn(works)
  }

  private differences({ of, change, before, facts }: Edited): Differences {
    const { body, declared } = of.step
    const names = new Set([...(declared ?? []), ...Object.keys(body)])
    const emptied = emptiedIn(of.step, before)
    const differs = (name: string) => !says(body[name], statable(before[name])) || emptied.includes(name)
    const differing = [...names].filter(differs)
    if (differing.length === 0) return { edited: [], turned: [], corrected: [] }
    if (of.step.endsBeside || change.isOver?.(facts)) return { edited: [], turned: [], corrected: differing }
    const editable = new Set(this.sending.fieldsOf(of, change.command))
    const edited = differing.filter((name) => editable.has(name) && (change.by === 'edits' || body[name] !== undefined))
    const turned = differing.filter((name) => change.turns?.[name] && body[name] !== undefined)
    const corrected = differing.filter((name) => !edited.includes(name) && !turned.includes(name))
    return { edited, turned, corrected }
  }

  /** Together; where that is refused, each by itself, so that one does not take the others with it. */
  private async send(edited: Edited, names: readonly string[]): Promise<StepWork> {
    const { of, change } = edited
    if (change.by === 'fields') for (const name of names) this.requireUntouched(edited, name)
    try {
      return resultOf(await this.sending.send(of, this.requestOf(edited, names)), 'changed')
    } catch (error) {
      return eachAlone(error, names, async (name) => {
        const doing = `${change.command}:${name}`
        return resultOf(await this.sending.send(of, this.requestOf(edited, [name]), doing), 'changed')
      })
    }
  }

  private requestOf({ of, change, before }: Edited, names: readonly string[]) {
    const { body } = of.step
    const fieldOf = (name: string): Json =>
      change.by === 'edits' ? editOf(statable(before[name]), body[name]) : (body[name] as Json)
    return { command: change.command, body: Object.fromEntries(names.map((name) => [name, fieldOf(name)])) }
  }

  private async turn(edited: Edited, name: string): Promise<StepWork> {
    const { of, change } = edited
    const turn = change.turns?.[name]
    if (!turn) return unchangedStep
    this.requireUntouched(edited, name)
    const body = { [turn.as]: of.step.body[name] as Json }
    return resultOf(await this.sending.send(of, { command: turn.command, body }), 'changed')
  }

  /** In the facts in which the source said the fields last, or the one with which the record began. */
  private async correct(edited: Edited, names: readonly string[], isMoved: boolean): Promise<StepWork> {
    const { step, written } = edited.of
    const spoken = await this.spoken(written.live)
    const beginning = spoken.find(({ version }) => version.first.type === step.raises) ?? conflict(step.raises)
    const corrected = this.factsToCorrect(edited, names, { spoken, beginning, isMoved })
    const facts = [...corrected].map(([one, fields]) => () => {
      const parts = isMoved && one === beginning ? [...fields, MOMENT] : fields
      return this.correctFact(edited, one.version.first.id, parts)
    })
    return inTurn(facts)
  }

  private async spoken(versions: readonly Version[]): Promise<Spoken[]> {
    const opened = await allOpenedBy(
      this.ports,
      versions.map(({ last }) => last),
    )
    return versions.map((version, at) => ({ version, data: opened[at]?.data ?? {} }))
  }

  /** Together; where that is refused, each part by itself, onto what the others have left. */
  private async correctFact(edited: Edited, fact: string, parts: readonly string[]): Promise<StepWork> {
    try {
      return await this.correctParts(edited, fact, parts)
    } catch (error) {
      return eachAlone(error, parts, (part) => this.correctParts(edited, fact, [part], part))
    }
  }

  /** @param doing tells apart what is corrected of one fact */
  private async correctParts(
    edited: Edited,
    fact: string,
    parts: readonly string[],
    doing?: string,
  ): Promise<StepWork> {
    const { of, change } = edited
    const { step } = of
    const names = parts.filter((part) => part !== MOMENT)
    for (const name of names) this.requireUntouched(edited, name)
    const events = await this.ports.core.ports.log.readStream(`${step.category}-${of.id}`)
    const version = versionsOf(events).get(fact) ?? conflict(step.raises)
    const [one] = (await this.spoken([version])) as [Spoken]
    const begins = version.first.type === step.raises || change.by === 'fields'
    const fields = fieldsOn(one, names, { body: step.body, begins })
    const occurred = parts.includes(MOMENT) ? step.occurred : undefined
    const isSaid = await this.corrections.restate(of, { version, fields, occurred, doing })
    return stepOf('changed', isSaid ? 1 : 0)
  }

  /** The facts that say the fields, each with those that it is to say otherwise. */
  private factsToCorrect(
    { of: { step }, change }: Edited,
    names: readonly string[],
    { spoken, beginning, isMoved }: { spoken: readonly Spoken[]; beginning: Spoken; isMoved: boolean },
  ): Map<Spoken, string[]> {
    const corrected = new Map<Spoken, string[]>(isMoved ? [[beginning, []]] : [])
    for (const name of names) {
      const speaking = spoken.filter(({ data }) => speaksOf(data, name))
      // Where nothing says that a field is empty, no fact may say otherwise.
      const isEmptied = change.by === 'fields' && step.body[name] === undefined
      const meant = isEmptied ? speaking : [speaking.at(-1) ?? beginning]
      for (const one of meant) corrected.set(one, [...(corrected.get(one) ?? []), name])
    }
    return corrected
  }

  /** @throws DomainError where somebody else has left another value than the source's last */
  private requireUntouched({ of, change, before, facts }: Edited, name: string): void {
    const types = typesOf(of.step)
    const stating = facts.findLast(({ type, data }) =>
      change.turns?.[name]?.raises === type ? true : types.includes(type) && speaksOf(data as JsonObject, name),
    )
    const by = stating && versionsOf(of.events).get(stating.id)?.last.metadata.source?.system
    if (!stating || by === of.source.system) return
    const value = statedIn({ type: stating.type, data: stating.data as JsonObject }, change)[name]
    if (!says(statable(before[name]), statable(value))) conflict(name)
  }
}

/** When it happened, among the names of fields. */
const MOMENT = 'at'

/** A fact of the source with what it says by now. */
interface Spoken {
  version: Version
  data: JsonObject
}

const clearedIn = ({ cleared }: JsonObject): string[] => (Array.isArray(cleared) ? cleared.map(String) : [])

const speaksOf = (data: JsonObject, name: string): boolean => name in data || clearedIn(data).includes(name)

/** What a fact is to say of the fields: what follows a beginning lists those that it empties. */
function fieldsOn(
  { data }: Spoken,
  names: readonly string[],
  { body, begins }: { body: JsonObject; begins: boolean },
): FieldsSaid {
  const stated: FieldsSaid = Object.fromEntries(names.map((name) => [name, body[name]]))
  if (begins) return stated
  const empty = names.filter((name) => body[name] === undefined)
  const cleared = [...clearedIn(data).filter((name) => !names.includes(name)), ...empty]
  return { ...stated, cleared: cleared.length > 0 ? cleared : undefined }
}

/** What an event says of the record's fields; a turn says one under its own name. */
function statedIn({ type, data }: Pick<StoredEvent, 'type' | 'data'>, { turns = {} }: EditedChange): JsonObject {
  const turned = Object.entries(turns).find(([, { raises }]) => raises === type)
  if (!turned) return data
  const [name, { as }] = turned
  return data[as] === undefined ? {} : { [name]: data[as] as Json }
}

function editOf(was: Json | undefined, is: Json | undefined): JsonObject {
  return { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }
}

/**
 * What was refused together, each part by itself, so that one does not take the others with it.
 * @throws the refusal where it stands against all of them alike, and what is no refusal
 */
async function eachAlone(
  refusal: unknown,
  parts: readonly string[],
  work: (part: string) => Promise<StepWork>,
): Promise<StepWork> {
  if (parts.length === 1 || !isRefusal(refusal)) throw refusal
  const done = await inTurn(
    parts.map((part) => async () => {
      try {
        return await work(part)
      } catch (error) {
        throw isRefusal(error) && part !== MOMENT ? ofField(error, part) : error
      }
    }),
  )
  if (done.refused.length === parts.length && done.refused.every((one) => isSame(one, refusal))) throw refusal
  return done
}

/** One after the other; what is refused of one does not keep the next from being done. */
async function inTurn(works: readonly (() => Promise<StepWork>)[]): Promise<StepWork> {
  const done: StepWork = { events: 0, refused: [], notices: [] }
  for (const work of works) {
    try {
      const { events, refused, notices } = await work()
      done.events += events
      done.refused.push(...refused)
      done.notices.push(...notices)
    } catch (error) {
      if (!isRefusal(error)) throw error
      done.refused.push(error)
    }
  }
  return done
}
