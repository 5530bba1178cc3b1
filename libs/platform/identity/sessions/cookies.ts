/** Cookies of sessions: out of reach for scripts, sent by pages of ours alone, and over TLS wherever there is any. */
import type { FastifyRequest } from 'fastify'

export interface CookieShape {
  /** What stands in front of the name when the cookie is for TLS: a browser takes it from this host alone then. */
  isSecure: boolean
  name: string
  /** `Lax` is sent as well when another site leads here. */
  sameSite: 'Strict' | 'Lax'
}

const nameOf = ({ name, isSecure }: CookieShape): string => (isSecure ? `__Host-${name}` : name)
const attributesOf = ({ isSecure, sameSite }: CookieShape): string =>
  `Path=/; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`

/** @param value of letters, digits, `-` and `_` */
export const cookieOf = (shape: CookieShape, value: string, maxAgeSeconds: number): string =>
  `${nameOf(shape)}=${value}; ${attributesOf(shape)}; Max-Age=${Math.floor(maxAgeSeconds)}`

/** Readable for pages: that there is a session, and nothing of it; a page without it need not ask who reads. */
const toldOf = ({ isSecure }: CookieShape, value: string, maxAgeSeconds: number): string =>
  `kumppani-signed-in=${value}; Path=/; SameSite=Strict${isSecure ? '; Secure' : ''}; Max-Age=${Math.floor(maxAgeSeconds)}`

/** Of a session, and what pages are told of it. */
export const sessionCookiesOf = (shape: CookieShape, value: string, maxAgeSeconds: number): string[] => [
  cookieOf(shape, value, maxAgeSeconds),
  toldOf(shape, '1', maxAgeSeconds),
]

export const noSessionCookiesOf = (shape: CookieShape): string[] => [noCookieOf(shape), toldOf(shape, '', 0)]

export const noCookieOf = (shape: CookieShape): string => cookieOf(shape, '', 0)

/** What the browser sends of it; of two by the same name nothing is told. */
export function cookieIn({ headers }: Pick<FastifyRequest, 'headers'>, shape: CookieShape): string | undefined {
  const begin = `${nameOf(shape)}=`
  const all = (headers.cookie ?? '').split(';').map((each) => each.trim())
  const found = all.filter((each) => each.startsWith(begin)).map((each) => each.slice(begin.length))
  return found.length === 1 && found[0] ? found[0] : undefined
}

/** By which a browser is known: of its session, and while its member is at the provider, whose page leads back here. */
export const cookiesOf = (isSecure: boolean): Record<'session' | 'signingIn', CookieShape> => ({
  session: { name: 'kumppani-session', sameSite: 'Strict', isSecure },
  signingIn: { name: 'kumppani-signing-in', sameSite: 'Lax', isSecure },
})
