/** What is taken pictures of: each screen as one of its people sees it. */

export interface Screen {
  name: string
  /** A member of the demo group; whoever has not signed in yet when absent. */
  as?: string
  /** `{customers:words}` and `{contacts:words}` stand for the id of what is found by the words. */
  address: string
  /** Shown in every ground, theme and language, not in English and light alone. */
  inAll?: true
  /** Can be asked of the past. */
  hasPast?: true
  /** Keys pressed before the picture is taken. */
  keys?: readonly string[]
  /** What is pressed then: beginnings of names of buttons and links. */
  presses?: readonly string[]
  /** As it is printed. */
  isPrinted?: true
  /** Of a customer that the demo group has none of, and that is made for it. */
  isSeeded?: true
}

const customer = '{customers:Revontulimaja Group}'

export const screens: readonly Screen[] = [
  { name: 'sign-in', address: '/' },
  { name: 'home', as: 'aino', address: '/' },
  { name: 'home-administrator', as: 'noora', address: '/' },
  { name: 'customers', as: 'karin', address: '/customers?unit=se', inAll: true },
  { name: 'customers-beside', as: 'aino', address: '/customers?unit=group', keys: ['j', 'j'] },
  { name: 'customers-filtered', as: 'aino', address: '/customers?unit=group&filter=country eq DK or country eq EE' },
  { name: 'customers-none', as: 'aino', address: '/customers?unit=group&search=zzz' },
  { name: 'palette', as: 'aino', address: '/customers', keys: ['Control+k', 'h', 'o', 't', 'e', 'l'] },
  { name: 'palette-commands', as: 'aino', address: '/customers', keys: ['Control+k', 't', 'h', 'e', 'm', 'e'] },
  { name: 'keys', as: 'aino', address: '/customers', keys: ['?'] },
  { name: 'member', as: 'aino', address: '/customers', presses: ['You: '] },
  { name: 'customer', as: 'eero', address: `/customers/${customer}`, inAll: true, hasPast: true },
  { name: 'event', as: 'eero', address: `/customers/${customer}`, keys: ['j', 'j', 'Enter'] },
  { name: 'score-table', as: 'eero', address: `/customers/${customer}`, presses: ['As a table'] },
  { name: 'customer-near', as: 'eero', address: `/customers/${customer}`, keys: ['+', '+', '+'] },
  { name: 'customer-known', as: 'ulrika', address: `/customers/${customer}?asOf=2024-10-31&knownAt=2025-03-01` },
  { name: 'customer-lost', as: 'karin', address: '/customers/{customers:Lunchlådan}' },
  { name: 'customer-grown', as: 'satu', address: '/customers/{customers:Kuohuranta}' },
  { name: 'customer-merged', as: 'aino', address: '/customers/{customers:Kalatukku}' },
  { name: 'customer-ended', as: 'silje', address: '/customers/{customers:Lyngheia}' },
  { name: 'score-overdue', as: 'eero', address: '/customers/{customers:Klinikverbund}' },
  { name: 'score-imported', as: 'eero', address: '/customers/{customers:Tuodun Tarinan}', isSeeded: true },
  { name: 'score-single', as: 'eero', address: '/customers/{customers:Yhden Muistiinpanon}', isSeeded: true },
  { name: 'score-many', as: 'eero', address: '/customers/{customers:Monen Muistiinpanon}', isSeeded: true },
  { name: 'score-five', as: 'eero', address: '/customers/{customers:Viiden Maan}', isSeeded: true },
  { name: 'to-day', as: 'ulrika', address: `/customers/${customer}?asOf=2025-03-01&knownAt=2025-03-01`, keys: ['d'] },
  {
    name: 'compare-past',
    as: 'eero',
    address: `/customers/${customer}/compare?asOf=2024-03-01&knownAt=2024-03-01&toAsOf=2025-03-01&toKnownAt=2025-03-01`,
  },
  { name: 'compare', as: 'ulrika', address: `/customers/${customer}/compare?asOf=2025-03-01&knownAt=2025-03-01` },
  { name: 'brief', as: 'karin', address: `/customers/${customer}/brief`, inAll: true },
  { name: 'brief-printed', as: 'karin', address: `/customers/${customer}/brief`, isPrinted: true },
  { name: 'contact', as: 'aino', address: '/contacts/{contacts:Kaisa}', inAll: true, hasPast: true },
  { name: 'relationships', as: 'eero', address: '/relationships?unit=group', inAll: true },
  { name: 'relationships-pyramid', as: 'eero', address: '/relationships?view=pyramid' },
  { name: 'relationships-passive', as: 'karin', address: '/relationships?view=passive&unit=group' },
  { name: 'relationships-lost', as: 'karin', address: '/relationships?view=lost&unit=group' },
  { name: 'opportunities', as: 'eero', address: '/opportunities?unit=group' },
  { name: 'opportunities-table', as: 'eero', address: '/opportunities?view=table&unit=group' },
  { name: 'opportunities-moved', as: 'eero', address: '/opportunities?view=moved&unit=group' },
  { name: 'opportunity', as: 'eero', address: '/opportunities/{opportunities:Kylrum}' },
  { name: 'figures', as: 'eero', address: '/figures?metric=win-rate', inAll: true },
  { name: 'figures-quarters', as: 'eero', address: '/figures?metric=won-revenue&each=quarter&told=first' },
  {
    name: 'figures-known',
    as: 'ulrika',
    address: '/figures?metric=touchpoints&from=2026-01-01&to=2026-06-30&known=2026-06-30',
  },
  {
    name: 'figures-known-quarters',
    as: 'ulrika',
    address: '/figures?metric=won-revenue&each=quarter&from=2025-07-01&to=2026-06-30&known=2026-06-30',
  },
  { name: 'figures-events', as: 'eero', address: '/figures/win-rate/events?country=SE' },
  { name: 'audit', as: 'ulrika', address: '/audit' },
  { name: 'audit-log', as: 'ulrika', address: '/audit/log', keys: ['j'] },
  { name: 'audit-replay', as: 'elina', address: '/audit/replay/{customers:Kuohuranta}', keys: [']', ']', ']', ']'] },
  { name: 'audit-contradictions', as: 'elina', address: '/audit/contradictions' },
  { name: 'audit-duplicates', as: 'elina', address: '/audit/contact-duplicates' },
  { name: 'audit-merges', as: 'elina', address: '/audit/customer-merges' },
  { name: 'audit-withheld', as: 'ulrika', address: '/audit/withheld?filter=status ne withheld' },
  { name: 'audit-left', as: 'elina', address: '/audit/left' },
  { name: 'audit-person', as: 'elina', address: '/audit/person/{contacts:Kaisa}' },
  { name: 'audit-refused', as: 'noora', address: '/audit/log' },
  { name: 'audit-members', as: 'noora', address: '/audit/members' },
  { name: 'audit-operations', as: 'noora', address: '/audit/operations' },
  { name: 'note', as: 'aino', address: '/customers/{customers:Kuohuranta}', keys: ['n', 'Alt+2'] },
]

export interface PictureLook {
  /** What the file is called by besides its screen. */
  suffix: string
  width: number
  height: number
  theme: 'light' | 'dark'
  language: string
  /** As it was on this day: ISO. */
  asOf?: string
}

const wide = { width: 1440, height: 1000 }
const phone = { width: 390, height: 844 }
const plain = { theme: 'light', language: 'en' } as const
const past = '2025-03-01'

export const plainLooks: readonly PictureLook[] = [
  { suffix: 'wide', ...wide, ...plain },
  { suffix: 'phone', ...phone, ...plain },
]

/** Every ground with every theme, and every language. */
export const allLooks: readonly PictureLook[] = [
  ...plainLooks,
  { suffix: 'dark', ...wide, ...plain, theme: 'dark' },
  ...['fi', 'sv', 'de', 'nb'].map((language) => ({ suffix: language, ...wide, ...plain, language })),
]

/** Of screens that can be asked of the past. */
export const pastLooks: readonly PictureLook[] = [
  { suffix: 'past', ...wide, ...plain, asOf: past },
  { suffix: 'past-dark', ...wide, ...plain, theme: 'dark', asOf: past },
]
