/** The group's own rules, as everybody may read them: currency, life-cycle, shared history, owning systems, switches. */
import {
  Choice,
  Choices,
  Country,
  Currency,
  defineQuery,
  Flag,
  Id,
  Integer,
  Label,
  Language,
  ListOf,
  Nested,
  NoQuery,
  Optional,
  type PayloadClass,
  type Query,
  TimeZone,
} from '#kernel'
import { NamedUnit, Names } from '../../pages/shown/names.js'
import { type FieldGroup, fieldGroups, historySettings, LifeCycleSet } from '../events/group.events.js'
import { BusinessHours, Holiday } from '../events/unit.events.js'
import { isSwitchedOff, type Organization } from '../organization.reference.js'
import { readOf } from '../reader.queries.js'

export class SubsidiaryRow {
  @Id('subsidiary') id!: string
  @Label() name!: string
  @Country() country!: string
  @Currency() currency!: string
  /** IANA time zone. */
  @TimeZone() timeZone!: string
  @Language() language!: string
  /** 1 = January. */
  @Optional() @Integer({ min: 1, max: 12 }) fiscalYearStartMonth?: number
  @Optional() @Nested(BusinessHours) businessHours?: BusinessHours
  @Optional() @ListOf(Holiday, { max: 200 }) holidays?: Holiday[]
  @Flag() closed!: boolean
}

export class OwningSystemRow {
  @Choice(fieldGroups) fieldGroup!: FieldGroup
  @Id('system') system!: string
}

interface SwitchedOff {
  unit: NamedUnit
  parts: string[]
}

export class GroupRules {
  @Optional() @Label() name?: string
  @Optional() @Currency() currency?: string
  @Optional() @TimeZone() timeZone?: string
  @Optional() @Language() language?: string
  /** Made by the generator; no real customer is in it. */
  @Flag() simulated!: boolean
  @Choice(historySettings) history!: Organization['history']
  @Nested(LifeCycleSet) lifeCycle!: LifeCycleSet
  /** Field groups that another system than Kumppani owns. */
  @ListOf(OwningSystemRow) owningSystems!: OwningSystemRow[]
  @ListOf(SubsidiaryRow, { max: 300 }) subsidiaries!: SubsidiaryRow[]
}

export type GroupAnswer = GroupRules & { switchedOff: SwitchedOff[] }

function answerOf(switchable: readonly string[]): PayloadClass<GroupAnswer> {
  class SwitchedOffRow {
    @Nested(NamedUnit) unit!: NamedUnit
    @Choices(switchable) parts!: string[]
  }
  class GroupShown extends GroupRules {
    /** Units in which parts of the platform are switched off. */
    @ListOf(SwitchedOffRow, { max: 1000 }) switchedOff!: SwitchedOff[]
  }
  return GroupShown
}

/** @param switchable names of the slices that units may do without */
export const groupQueryWith = (switchable: readonly string[]): Query =>
  defineQuery({
    name: 'group',
    about: 'The rules of the group, and its subsidiaries.',
    route: '/group',
    query: NoQuery,
    answer: answerOf(switchable),
    async read(ask): Promise<GroupAnswer> {
      const known = readOf(ask)
      const { name, currency, timeZone, language, simulated = false } = known.group ?? {}
      const names = new Names(ask)
      const switchedOff = [...known.units.keys()].map((unit) => ({
        unit: names.unit(unit),
        parts: switchable.filter((part) => isSwitchedOff(part, [unit], ask.references)),
      }))
      return {
        ...{ name, currency, timeZone, language, simulated },
        history: known.history,
        lifeCycle: known.lifeCycle,
        owningSystems: Object.entries(known.owners).map(([fieldGroup, system]) => ({
          fieldGroup: fieldGroup as FieldGroup,
          system,
        })),
        switchedOff: switchedOff.filter(({ parts }) => parts.length > 0),
        subsidiaries: [...known.subsidiaries.values()].map(({ fiscalYears: _, ...subsidiary }) => subsidiary),
      }
    },
  })
