/** What is taken pictures of: each screen as one of its people sees it. */

export interface Screen {
  name: string
  /** A member of the demo group. */
  as: string
  /** `{name}` stands for the id of the customer that is found by it. */
  address: string
  /** Shown in every ground, theme and language, not in English and light alone. */
  inAll?: true
  /** Can be asked of the past. */
  hasPast?: true
  /** Keys pressed before the picture is taken. */
  keys?: readonly string[]
}

export const screens: readonly Screen[] = [
  { name: 'home', as: 'aino', address: '/' },
  { name: 'home-administrator', as: 'noora', address: '/' },
  { name: 'customers', as: 'karin', address: '/customers?unit=se', inAll: true },
  { name: 'customers-beside', as: 'aino', address: '/customers?unit=group', keys: ['j', 'j'] },
  { name: 'palette', as: 'aino', address: '/customers', keys: ['Control+k', 'h', 'o', 't', 'e', 'l'] },
  { name: 'keys', as: 'aino', address: '/customers', keys: ['?'] },
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
