/** The language in which whoever asks wishes to read: of `?language=`, else the first of `Accept-Language`. */

import { spoken, type TextLanguage } from '#kernel'
import type { KnownMembers } from '#operations'
import type { Visitor } from '../../identity/identity.js'

interface Asking {
  query?: unknown
  headers: { readonly 'accept-language'?: string }
}

/** ISO 639-1, in lower case; nothing where none is stated. */
export function languageAsked({ query, headers }: Asking): string | undefined {
  const { language } = (query ?? {}) as { language?: unknown }
  if (typeof language === 'string' && /^[a-z]{2}$/.test(language)) return language
  return preferred(headers['accept-language'] ?? '')
}

/** In which language whoever makes a request reads: as asked for, else their own, else the group's, else English. */
export function languageFor(
  request: Asking & { visitor?: Pick<Visitor, 'viewer'> },
  members?: Pick<KnownMembers, 'languageOf'>,
): TextLanguage {
  return spoken(languageAsked(request), members?.languageOf(request.visitor?.viewer.member))
}

/** The one of the greatest weight; of equal ones the first. */
function preferred(header: string): string | undefined {
  const wanted = header.split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const weight = Number(/^\s*q=([\d.]+)$/.exec(parameters.join(';'))?.[1] ?? 1)
    const language = /^[a-z]{2,3}(?=-|$)/i.exec(tag)?.[0]?.toLowerCase()
    return language === undefined || !(weight > 0) ? [] : [{ language, weight }]
  })
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language
}
