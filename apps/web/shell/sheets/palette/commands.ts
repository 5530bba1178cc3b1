/** What can be done from the palette, besides going to what is found. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { question } from '../../../api/questions.js'
import { useFormats, useLanguage, useTexts } from '../../../language/language.js'
import { languageNames, languages } from '../../../language/languages.js'
import { dayTyped } from '../../../language/when.js'
import { useMe } from '../../../reader/me.js'
import { prefer, themes } from '../../../reader/preferences.js'
import { addresses, type Room, roomsOf } from '../../../reader/rights.js'
import { useSignOut } from '../../member/sign-out.js'
import { memberTexts } from '../../member/texts.js'
import { shellTexts } from '../../texts.js'
import { sheetTexts } from '../texts.js'
import type { Found } from './found.js'
import { isMeant } from './meant.js'
import { paletteTexts } from './texts.js'

export interface Commands {
  onHelp(): void
  /** Absent where nothing can be recorded. */
  onRecord: (() => void) | undefined
}

const views = [
  { room: 'relationships', view: 'pyramid' },
  { room: 'relationships', view: 'passive' },
  { room: 'relationships', view: 'lost' },
  { room: 'opportunities', view: 'table' },
  { room: 'opportunities', view: 'moved' },
] as const satisfies readonly { room: Room; view: string }[]

/** @param typed what is looked for; everything stands there only when something is */
export function useCommands(typed: string, { onHelp, onRecord }: Commands): Found[] {
  const say = useTexts(paletteTexts)
  const sayShell = useTexts(shellTexts)
  const saySheet = useTexts(sheetTexts)
  const sayMember = useTexts(memberTexts)
  const signOut = useSignOut()
  const rooms = roomsOf(useMe())
  const { data: units } = useQuery({ ...question('/api/v1/units'), enabled: rooms.length > 1 })
  const command = (name: string, does: Found['does']): Found => ({ key: name, name, about: '', does })
  const first = [...(onRecord ? [command(saySheet('keyRecord'), onRecord)] : []), command(saySheet('keys'), onHelp)]
  const others = [
    ...views
      .filter(({ room }) => rooms.includes(room))
      .map(({ room, view }) =>
        command(`${sayShell(room)}: ${say(view)}`, { address: addresses[room], search: { view } }),
      ),
    ...languages.map((language) =>
      command(`${sayMember('language')}: ${languageNames[language]}`, () => prefer({ language })),
    ),
    ...themes.map((theme) => command(`${sayMember('theme')}: ${sayMember(theme)}`, () => prefer({ theme }))),
    ...(rooms.length > 1 ? [undefined, ...(units?.rows ?? [])] : []).map((unit) =>
      command(`${sayMember('unit')}: ${unit?.name ?? sayMember('wholeGroup')}`, () => prefer({ unit: unit?.id })),
    ),
    command(sayMember('signOut'), () => signOut.mutate()),
  ]
  const day = useDay(typed)
  const meant = (typed === '' ? first : [...first, ...others]).filter(({ name }) => isMeant(typed, name))
  return day ? [day, ...meant] : meant
}

/** By which part of its address a page is asked of a past day; none where it has no past. */
const pastBy = (pathname: string): string | undefined => {
  if (/^\/(customers|contacts)\/[^/]+$/.test(pathname)) return 'asOf'
  return pathname === '/figures' ? 'known' : undefined
}

/** A day that is typed leads there, on a page that has a past. */
function useDay(typed: string): Found | undefined {
  const say = useTexts(paletteTexts)
  const formats = useFormats()
  const language = useLanguage()
  const { timeZone: zone, today } = useMe()
  const navigate = useNavigate()
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const day = dayTyped(typed, { language, zone, now: new Date() })
  const by = pastBy(pathname)
  if (typeof day !== 'string' || by === undefined || day >= today.day) return undefined
  const go = () =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, [by]: day })) as never, resetScroll: false })
  return { key: 'day', name: say('toDay', { day: formats.longDay(day) }), about: '', does: go }
}
