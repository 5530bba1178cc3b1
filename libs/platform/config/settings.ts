/**
 * Everything that can be set from outside but for which engines are used, read from the environment once at start. A value that
 * cannot be meant, or a name that was mistyped, stops the start with one line instead of being guessed at.
 */
import { resolve } from 'node:path'
import { isCountry, isCurrency, isDay, isLabel, isLanguage, isZone } from '#kernel'
import type { Founding } from '#operations'
import { isLoopback } from '../identity/loopback.js'
import type { ProviderClient } from '../identity/sessions/provider-sign-in.js'
import { SettingReader } from './setting-reader.js'

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface Settings {
  /** Absolute path. */
  dataFolder: string
  host: string
  /** 0: any free port. */
  port: number
  /** Demo members who may sign in without a password; never on anything but loopback. */
  demo: boolean
  /** Who issues access tokens; absent: the local issuer. */
  oidc?: { issuer: string; audience: string; client?: ProviderClient }
  logLevel: LogLevel
  /** BCP 47; how the group sorts and writes. */
  locale: string
  /** Day on which somebody found the clock to be right, however long nothing was recorded. */
  clockChecked?: string
  /** What a group is founded with on an empty log, unless it is the demo group. */
  founding: Founding
}

const names = [
  ...['DATA', 'DEMO', 'LOCALE', 'ADDRESS', 'CLOCK_CHECKED'],
  ...['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_CLIENT', 'OIDC_CLIENT_SECRET', 'OIDC_CLIENT_SECRET_FILE'],
  ...['GROUP', 'CURRENCY', 'COUNTRY', 'TIME_ZONE', 'LANGUAGE'],
].map((name) => `KUMPPANI_${name}`)

/**
 * @param environment as in `process.env`; an empty value counts as absent
 * @param folder what relative paths start from
 * @throws SettingsError naming the first variable that is wrong
 */
export function readSettings(environment: Record<string, string | undefined>, folder = process.cwd()): Settings {
  const read = new SettingReader(environment)
  read.refuseUnknown('KUMPPANI_', names)
  const dataFolder = resolve(folder, read.text('KUMPPANI_DATA') ?? 'data')
  const host = read.text('HOST') ?? '127.0.0.1'
  const oidc = readOidc(read)
  const clockChecked = read.checked('KUMPPANI_CLOCK_CHECKED', 'a day such as 2026-03-01', asDay)
  return {
    dataFolder,
    host,
    port: read.integer('PORT', { from: 0, to: 65_535 }) ?? 3000,
    demo: readDemo(read, { isLocal: isLoopback(host), hasIssuer: oidc !== undefined }),
    ...(oidc && { oidc }),
    ...(clockChecked !== undefined && { clockChecked }),
    logLevel: read.choice('LOG_LEVEL', logLevels) ?? 'info',
    locale: read.checked('KUMPPANI_LOCALE', 'a language tag such as en or fi-FI', asLocale) ?? 'en',
    founding: readFounding(read),
  }
}

const asDay = (value: string): string | undefined => (isDay(value) ? value : undefined)

function readFounding(read: SettingReader): Founding {
  const stated = (name: string, allowed: string, fits: (value: string) => boolean) =>
    read.checked(name, allowed, (value) => (fits(value) ? value : undefined))
  return {
    name: stated('KUMPPANI_GROUP', 'a name on one line, of at most 200 characters', isName) ?? 'New group',
    currency: stated('KUMPPANI_CURRENCY', 'a currency code such as EUR', isCurrency) ?? 'EUR',
    country: stated('KUMPPANI_COUNTRY', 'a country code such as FI', isCountry) ?? 'FI',
    timeZone: stated('KUMPPANI_TIME_ZONE', 'a time zone such as Europe/Helsinki', isZone) ?? 'UTC',
    language: stated('KUMPPANI_LANGUAGE', 'a language code such as fi', isLanguage) ?? 'en',
  }
}

const isName = (value: string): boolean => isLabel(value) && value.length <= 200

function readOidc(read: SettingReader): Settings['oidc'] {
  const issuer = read.checked('KUMPPANI_OIDC_ISSUER', 'an https:// address (http:// only on loopback)', asIssuer)
  const audience = read.text('KUMPPANI_OIDC_AUDIENCE')
  if (!issuer && audience) read.refuse('KUMPPANI_OIDC_AUDIENCE', 'nothing unless KUMPPANI_OIDC_ISSUER is set')
  const client = readClient(read, issuer !== undefined)
  if (!issuer) return undefined
  const required = audience ?? read.refuse('KUMPPANI_OIDC_AUDIENCE', 'the audience of our access tokens')
  return { issuer, audience: required, ...(client && { client }) }
}

/** What browsers sign in with; without it the provider's tokens alone are taken. */
function readClient(read: SettingReader, hasIssuer: boolean): ProviderClient | undefined {
  const id = read.text('KUMPPANI_OIDC_CLIENT')
  const secret = read.secret('KUMPPANI_OIDC_CLIENT_SECRET')
  const address = read.checked(
    'KUMPPANI_ADDRESS',
    'an https:// address without a path (http:// only on loopback)',
    asAddress,
  )
  if (id === undefined) {
    const alone = secret ? 'KUMPPANI_OIDC_CLIENT_SECRET' : address && 'KUMPPANI_ADDRESS'
    return alone ? read.refuse(alone, 'nothing unless KUMPPANI_OIDC_CLIENT is set') : undefined
  }
  if (!hasIssuer) read.refuse('KUMPPANI_OIDC_CLIENT', 'nothing unless KUMPPANI_OIDC_ISSUER is set')
  const required = address ?? read.refuse('KUMPPANI_ADDRESS', 'the https:// address at which browsers reach this')
  return { id, address: required, ...(secret !== undefined && { secret }) }
}

function readDemo(read: SettingReader, where: { isLocal: boolean; hasIssuer: boolean }): boolean {
  const asked = read.choice('KUMPPANI_DEMO', ['on', 'off'])
  if (asked === 'on' && !where.isLocal) read.refuse('KUMPPANI_DEMO', 'off, because HOST is not loopback')
  if (!where.isLocal && !where.hasIssuer) read.refuse('HOST', 'loopback (127.0.0.1) unless KUMPPANI_OIDC_ISSUER is set')
  return asked ? asked === 'on' : where.isLocal && !where.hasIssuer
}

function asIssuer(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const { protocol, hostname } = new URL(value)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  return isSafe ? value : undefined
}

function asAddress(value: string): string | undefined {
  const address = asIssuer(value)
  if (address === undefined) return undefined
  const { origin, href } = new URL(address)
  return href === `${origin}/` ? origin : undefined
}

function asLocale(value: string): string | undefined {
  try {
    return Intl.Collator.supportedLocalesOf(value)[0]
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
