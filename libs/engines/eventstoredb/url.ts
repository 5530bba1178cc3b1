/**
 * What may stand in a URL of EventStoreDB. The client warns of what it does not know by printing all of it, with the
 * password, and goes on: so it is looked through before the client sees it, and without loading the client.
 */
import { EnginesRefused } from '#kernel'

export const allowedUrls = 'esdb://<host>:<port>?tls=<true or false> or esdb+discover://<name>:<port>'

const form =
  /^esdb(\+discover)?:\/\/([^\s:@/?]+:[^\s@/?]+@)?[\w.-]+(:\d{1,5})?(,[\w.-]+(:\d{1,5})?)*\/?(\?[^\s?=&]+=[^\s?&]+(&[^\s?=&]+=[^\s?&]+)*)?$/
/** What the streams of a log begin with on a server that it shares; ours, and not the client's. */
const streamPrefix = 'streamPrefix'
const prefixForm = /^[A-Za-z0-9_-]{1,40}$/
/** As the client compares them. */
const flat = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, '')
const known: ReadonlySet<string> = new Set(
  [
    streamPrefix,
    'tls',
    'tlsCAFile',
    'userCertFile',
    'userKeyFile',
    'connectionName',
    'nodePreference',
    'keepAliveInterval',
    'keepAliveTimeout',
    'maxDiscoverAttempts',
    'discoveryInterval',
    'gossipTimeout',
    'defaultDeadline',
  ].map(flat),
)
const advice: Readonly<Record<string, string>> = {
  tlsverifycert: 'certificates are always checked; name the authority that signed them by tlsCAFile',
}

export const isEventStoreUrl = (url: string): boolean => /^(esdb|kurrentdb|kurrent|kdb)(\+discover)?:/.test(url)

/** @throws EnginesRefused `badSetting` with one line that does not repeat it */
export function requireEventStoreUrl(url: string, setting = 'EVENT_LOG_URL'): void {
  if (!url.startsWith('esdb'))
    throw new EnginesRefused(
      'badSetting',
      `${setting}: write esdb:// for ${/^\w+/.exec(url)?.[0]}://, the server is the same`,
    )
  if (!form.test(url)) throw new EnginesRefused('badSetting', `${setting} cannot be used; allowed: ${allowedUrls}`)
  for (const [name = '', value = ''] of optionsOf(url)) {
    if (!known.has(flat(name)))
      throw new EnginesRefused(
        'badSetting',
        `${setting} has an option ${name}: ${advice[flat(name)] ?? 'there is none of this name'}`,
      )
    if (flat(name) === flat(streamPrefix) && !prefixForm.test(value))
      throw new EnginesRefused(
        'badSetting',
        `${setting} has a ${streamPrefix} that is not of 1 to 40 letters, digits, - and _`,
      )
    if (flat(name) === 'tls' && value !== 'true' && value !== 'false')
      throw new EnginesRefused('badSetting', `${setting} says tls=${value}; it is true or false`)
  }
}

/** The server as its client takes it, and what the streams of the log begin with there. */
export function partsOfUrl(url: string): { server: string; streamPrefix?: string } {
  const isOwn = ([name = '']: string[]) => flat(name) === flat(streamPrefix)
  const options = optionsOf(url)
  const [, prefix] = options.find(isOwn) ?? []
  if (prefix === undefined) return { server: url }
  const rest = options.filter((option) => !isOwn(option)).map((option) => option.join('='))
  const [server = ''] = url.split('?')
  return { server: rest.length > 0 ? `${server}?${rest.join('&')}` : server, streamPrefix: prefix }
}

const optionsOf = (url: string): string[][] =>
  (url.split('?')[1] ?? '')
    .split('&')
    .filter(Boolean)
    .map((one) => one.split('='))
