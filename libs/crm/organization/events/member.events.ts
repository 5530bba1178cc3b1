/** The people who work for the selling units, and what they may do there. */
import {
  Choice,
  defineEvents,
  Flag,
  type Guarded,
  Id,
  type JsonObject,
  Label,
  Language,
  Mail,
  Optional,
  Personal,
  type Role,
  roles,
  TimeZone,
} from '#kernel'

export const functions = [
  'sales',
  'marketing',
  'communications',
  'service',
  'product-development',
  'projects',
  'logistics',
  'finance',
  'hr',
  'management',
] as const
export type MemberFunction = (typeof functions)[number]

export class MemberJoined {
  @Personal({ subject: 'member' }) @Label() name!: Guarded<string>
  @Optional() @Personal({ subject: 'member' }) @Mail() mail?: Guarded<string>
  @Choice(functions) function!: MemberFunction
  @Id('unit') unit!: string
  @Language() language!: string
  /** IANA time zone; the unit's when absent. */
  @Optional() @TimeZone() timeZone?: string
  /** Whether the member leads others. */
  @Optional() @Flag() leads?: boolean
  /** Subject of the company's own identity provider. */
  @Optional() @Label({ max: 1000 }) identity?: string
}

export class MemberChanged {
  @Optional() @Personal({ subject: 'member' }) @Label() name?: Guarded<string>
  @Optional() @Personal({ subject: 'member' }) @Mail() mail?: Guarded<string>
  @Optional() @Choice(functions) function?: MemberFunction
  @Optional() @Id('unit') unit?: string
  @Optional() @Language() language?: string
  @Optional() @TimeZone() timeZone?: string
  @Optional() @Flag() leads?: boolean
  @Optional() @Label({ max: 1000 }) identity?: string
}

export class RoleGranted {
  @Choice(roles) role!: Role
  /** Selling unit, or left out for the whole group. */
  @Optional() @Id('unit') unit?: string
}

export class RoleWithdrawn extends RoleGranted {}

export class MemberLeft {}

/** In the first version an identity was a code; those that are one stay as they were. */
const identityAsCode = { 1: (data: JsonObject) => data }

export const memberEvents = defineEvents(
  'member',
  {
    joined: {
      payload: MemberJoined,
      version: 2,
      upcasters: identityAsCode,
      examples: [
        { name: 'Aino Lehtoranta', mail: 'aino@pohjola.example', function: 'sales', unit: 'fi-food', language: 'fi' },
      ],
    },
    changed: {
      payload: MemberChanged,
      version: 2,
      upcasters: identityAsCode,
      examples: [{ name: 'Aino Lehtoranta-Virta', function: 'management', leads: true }],
    },
    roleGranted: {
      payload: RoleGranted,
      version: 1,
      examples: [{ role: 'manager', unit: 'fi-food' }, { role: 'auditor' }],
    },
    roleWithdrawn: { payload: RoleWithdrawn, version: 1, examples: [{ role: 'manager', unit: 'fi-food' }] },
    left: { payload: MemberLeft, version: 1, examples: [{}] },
  },
  { published: true },
)
