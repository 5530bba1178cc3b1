/** Given events, when a command: then events, or a refusal. Decides as dispatch does, without a log. */
import { expect } from '@jest/globals'
import { impossibleAfter } from '#commands/later-facts.js'
import { business } from '#crm/business.js'
import { viewerOf } from '#crm/organization/organization.reference.js'
import {
  type Decider,
  type Deciding,
  DomainError,
  type Draft,
  type Filed,
  history,
  laterOf,
  parse,
  refuse,
  type Viewer,
} from '#kernel'
import { type Given, happened, recordedEvents } from './happened.js'
import { referencesOf } from './small-group.js'

/** What the clock says in specs of deciders. */
export const NOW = '2026-06-15T09:00:00.000Z'

/** Who commands, and what else a test may want to say. */
export interface Commanding {
  /** Member of the small group, or `system:<name>`. */
  by?: string
  /** The system that says it; a person unless told. */
  from?: string
  /** When it happened; now unless told. */
  at?: string
  /** Streams that do not exist; all others do. */
  missing?: readonly string[]
  /** What happened to other records. */
  elsewhere?: readonly Given[]
}

export class GivenDecider<K extends string> {
  constructor(
    private readonly decider: Decider<unknown, K>,
    private readonly given: readonly Given[],
    private readonly organization: readonly Given[] = [],
    private readonly id = 'r1',
  ) {}

  /** In the small group, of which this is told as well. */
  within(...organization: Given[]): GivenDecider<K> {
    return new GivenDecider(this.decider, this.given, organization, this.id)
  }

  /** The record's id; r1 unless told. */
  named(id: string): GivenDecider<K> {
    return new GivenDecider(this.decider, this.given, this.organization, id)
  }

  /** `by`: who commands; aino unless told. */
  when(command: K, body: object = {}, by: string | Commanding = {}): Outcome {
    const commanding = typeof by === 'string' ? { by } : by
    return new Outcome(
      () => this.decide(command, body, commanding),
      (drafts) => this.filed(drafts, commanding.by ?? 'aino'),
    )
  }

  /** A fact after those given, restated to say this; `said`: what it said before, the same unless told. */
  restating(fact: Draft, by: Commanding & { said?: object } = {}): Outcome {
    const restated = async (): Promise<Draft[]> => {
      const { state, deciding } = this.before(by)
      return [
        {
          type: fact.type,
          data: await this.decider.restate({ ...fact, before: by.said ?? fact.data }, state, deciding),
        },
      ]
    }
    return new Outcome(restated, (drafts) => this.filed(drafts, by.by ?? 'aino'))
  }

  /** What a decision is made on. */
  private before({ by = 'aino', from, at: stated, missing = [], elsewhere = [] }: Commanding) {
    const events = recordedEvents(this.given)
    const at = stated ?? events.reduce((last, { metadata }) => laterOf(last, metadata.effectiveAt), NOW)
    const references = referencesOf(this.organization)
    const past = history(events, { asOf: at })
    const state = past.reduce((s, fact) => this.decider.evolve(s, fact), this.decider.initial)
    const deciding: Deciding = {
      id: this.id,
      viewer: viewerNamed(by, references.at()),
      system: from,
      now: NOW,
      at,
      references: references.at({ asOf: at }),
      present: references.at(),
      derive: (label) => `${label}-derived`,
      exists: async (stream) => !missing.includes(stream),
      facts: async (stream) =>
        history(recordedEvents([...this.given, ...elsewhere])).filter((fact) => fact.stream === stream),
    }
    return { state, deciding, later: history(events).slice(past.length) }
  }

  private async decide(command: K, body: object, commanding: Commanding) {
    const { state, deciding, later } = this.before(commanding)
    const spec = this.decider.commands[command]
    const drafts = await spec.decide(parse(spec.payload, body), state, deciding)
    const impossible = impossibleAfter(this.decider, state, { drafts, later, actor: deciding.viewer.member })
    return impossible.length > 0 ? refuse('later-facts-conflict', { events: impossible }) : drafts
  }

  /** Where the last of the drafts is filed. */
  private filed(drafts: readonly Draft[], actor: string): Filed {
    const facts = history(recordedEvents([...this.given, ...drafts.map((draft) => happened(draft).by(actor))]))
    const state = facts.reduce((s, fact) => this.decider.evolve(s, fact), this.decider.initial)
    return this.decider.filedIn(state, this.id, drafts.at(-1) ?? { type: '', data: {} })
  }
}

function viewerNamed(member: string, references: Deciding['references']): Viewer {
  if (member.startsWith('system:')) return { member, grants: [] }
  const viewer = viewerOf(member, references)
  if (!viewer) throw new Error(`the small group has no member ${member}`)
  return viewer
}

/** What a command leads to. */
export class Outcome {
  constructor(
    private readonly decide: () => Promise<Draft[]>,
    private readonly filed: (drafts: readonly Draft[]) => Filed,
  ) {}

  /** Exactly these events, each fit to be recorded. */
  async leadsTo(...expected: Draft[]): Promise<void> {
    const drafts = await this.decide()
    expect(drafts).toEqual(expected)
    for (const { type, data } of drafts) {
      expect([type, business.registry.catalogue.fits(type, JSON.parse(JSON.stringify(data)))]).toEqual([type, true])
    }
  }

  /** Filed with these, and for this unit. */
  async filesUnder(expected: Filed): Promise<void> {
    expect(this.filed(await this.decide())).toEqual(expected)
  }

  /** No event: nothing would change. */
  async changesNothing(): Promise<void> {
    expect(await this.decide()).toEqual([])
  }

  /** @param code of the refusal */
  async refuses(code: string): Promise<void> {
    const error = await this.decide().then(
      (drafts) => `led to ${drafts.map(({ type }) => type).join(', ') || 'nothing'}`,
      (thrown: unknown) => thrown,
    )
    expect(error instanceof DomainError ? error.code : error).toBe(code)
  }
}
