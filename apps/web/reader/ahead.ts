/** What is asked before it is known who reads: as theirs, and only what they may ask, as far as can be told. */
import { hasSession, reader } from '../api/client.js'
import { cache, type Me, me } from '../api/questions.js'
import { languageOf } from '../language/languages.js'
import { languageExpected, prefer, preferences } from './preferences.js'
import { type Room, roomsOf } from './rights.js'

/** Keeps in mind who reads here, for the next time. */
export function remember(of: Me): void {
  prefer({ last: { language: languageOf([of.language]), rooms: roomsOf(of) } })
}

/** Whoever reads here next is asked who they are before anything is asked for them. */
export function forgetRooms(): void {
  const { last } = preferences()
  if (last?.rooms) prefer({ last: { language: last.language } })
}

/** Asks what whoever has a room may ask; nothing where they have not. */
export async function askAhead(room: Room, ask: () => void): Promise<void> {
  if (!hasSession()) return
  if ((await roomsExpected()).includes(room)) ask()
}

/** Rooms of who reads; until that is known, of who read here last; where nobody did, once it is known. */
async function roomsExpected(): Promise<readonly Room[]> {
  const of = known()
  if (of) return roomsOf(of)
  const { last } = preferences()
  if (last?.rooms) return last.rooms
  const found = await awaited()
  if (!found) return []
  remember(found)
  reader.language = languageExpected()
  return roomsOf(found)
}

const known = (): Me | undefined => cache.getQueryData<Me>(me().queryKey)

/** Nobody where nobody has signed in. */
async function awaited(): Promise<Me | undefined> {
  const isRefused = cache.getQueryState(me().queryKey)?.status === 'error'
  if (!isRefused) await cache.prefetchQuery(me())
  return known()
}
