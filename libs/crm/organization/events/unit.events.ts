/** Country companies and the selling units in them. */
import {
  Choices,
  Country,
  Currency,
  Day,
  defineEvents,
  type Guarded,
  Id,
  Integer,
  Label,
  Language,
  ListOf,
  Nested,
  Optional,
  openBefore,
  TimeZone,
  Title,
} from '#kernel'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export class BusinessHours {
  @Choices(weekdays) days!: (typeof weekdays)[number][]
  /** Minutes after midnight, local time. */
  @Integer({ min: 0, max: 1440 }) opensMinute!: number
  @Integer({ min: 0, max: 1440 }) closesMinute!: number
}

export class Holiday {
  @Day() day!: string
  @Label({ max: 80 }) name!: string
}

export class SubsidiaryOpened {
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
}

export class SubsidiaryChanged {
  @Optional() @Label() name?: string
  @Optional() @Language() language?: string
  /** 1 = January. */
  @Optional() @Integer({ min: 1, max: 12 }) fiscalYearStartMonth?: number
  @Optional() @Nested(BusinessHours) businessHours?: BusinessHours
  /** All of them: those left out are no holidays. */
  @Optional() @ListOf(Holiday, { max: 200 }) holidays?: Holiday[]
}

export class SubsidiaryClosed {
  @Optional() @Title() why?: Guarded<string>
}

export class UnitOpened {
  @Id('subsidiary') subsidiary!: string
  @Label() name!: string
  @Optional() @Label({ max: 80 }) brand?: string
}

export class UnitRenamed {
  @Label() name!: string
  @Optional() @Label({ max: 80 }) brand?: string
}

export class UnitClosed {
  @Optional() @Title() why?: Guarded<string>
}

export const subsidiaryEvents = defineEvents(
  'subsidiary',
  {
    opened: {
      payload: SubsidiaryOpened,
      version: 1,
      examples: [
        {
          name: 'Pohjola Kyl AB',
          country: 'SE',
          currency: 'SEK',
          timeZone: 'Europe/Stockholm',
          language: 'sv',
          fiscalYearStartMonth: 1,
          businessHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opensMinute: 480, closesMinute: 1020 },
          holidays: [{ day: '2026-06-19', name: 'Midsommarafton' }],
        },
      ],
    },
    changed: {
      payload: SubsidiaryChanged,
      version: 1,
      examples: [{ holidays: [{ day: '2027-06-25', name: 'Midsommarafton' }] }],
    },
    closed: {
      payload: SubsidiaryClosed,
      version: 2,
      upcasters: openBefore,
      examples: [{ why: 'Merged into another company' }],
    },
  },
  { published: true },
)

export const unitEvents = defineEvents(
  'unit',
  {
    opened: { payload: UnitOpened, version: 1, examples: [{ subsidiary: 'fi', name: 'Food service', brand: 'Kylmä' }] },
    renamed: { payload: UnitRenamed, version: 1, examples: [{ name: 'Food service and marine' }] },
    closed: {
      payload: UnitClosed,
      version: 2,
      upcasters: openBefore,
      examples: [{ why: 'Marine sells for it now' }, {}],
    },
  },
  { published: true },
)
