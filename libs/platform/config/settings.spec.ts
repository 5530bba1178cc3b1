/** What may be set from outside, and the line that answers a bad value. */
import { describe, expect, it } from '@jest/globals'
import { exitCodes } from './exit-codes.js'
import { SettingsError } from './setting-reader.js'
import { readSettings } from './settings.js'

function refusalOf(environment: Record<string, string>): SettingsError {
  try {
    readSettings(environment, '/srv')
  } catch (error) {
    if (error instanceof SettingsError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const provided = { KUMPPANI_OIDC_ISSUER: 'https://login.example.org', KUMPPANI_OIDC_AUDIENCE: 'kumppani' }

describe('settings', () => {
  it('has a default for everything', () => {
    expect(readSettings({}, '/srv')).toEqual({
      dataFolder: '/srv/data',
      host: '127.0.0.1',
      port: 3000,
      demo: true,
      logLevel: 'info',
      locale: 'en',
      founding: { name: 'New group', currency: 'EUR', country: 'FI', timeZone: 'UTC', language: 'en' },
    })
  })

  it('takes what is set', () => {
    const settings = readSettings(
      {
        KUMPPANI_DATA: '/var/kumppani',
        HOST: '0.0.0.0',
        PORT: '0',
        KUMPPANI_OIDC_ISSUER: 'https://login.example.org',
        KUMPPANI_OIDC_AUDIENCE: 'kumppani',
        LOG_LEVEL: 'warn',
        KUMPPANI_LOCALE: 'fi-FI',
        KUMPPANI_GROUP: 'Norrkyla',
        KUMPPANI_CURRENCY: 'SEK',
        KUMPPANI_COUNTRY: 'SE',
        KUMPPANI_TIME_ZONE: 'Europe/Stockholm',
        KUMPPANI_LANGUAGE: 'sv',
      },
      '/srv',
    )
    expect(settings).toEqual({
      dataFolder: '/var/kumppani',
      host: '0.0.0.0',
      port: 0,
      demo: false,
      oidc: { issuer: 'https://login.example.org', audience: 'kumppani' },
      logLevel: 'warn',
      locale: 'fi-FI',
      founding: {
        name: 'Norrkyla',
        currency: 'SEK',
        country: 'SE',
        timeZone: 'Europe/Stockholm',
        language: 'sv',
      },
    })
  })

  it('treats an empty value as absent', () => {
    expect(readSettings({ PORT: ' ', KUMPPANI_DEMO: '' }).port).toBe(3000)
  })

  it.each([
    [{ PORT: '70000' }, 'PORT was "70000"; allowed: a whole number from 0 to 65535'],
    [{ PORT: '3e3' }, 'PORT was "3e3"; allowed: a whole number from 0 to 65535'],
    [{ KUMPPANI_DEMO: 'yes' }, 'KUMPPANI_DEMO was "yes"; allowed: on, off'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL was "loud"; allowed: debug, info, warn, error, silent'],
    [{ KUMPPANI_LOCALE: 'x_y' }, 'KUMPPANI_LOCALE was "x_y"; allowed: a language tag such as en or fi-FI'],
    [{ KUMPPANI_CURRENCY: 'EURO' }, 'KUMPPANI_CURRENCY was "EURO"; allowed: a currency code such as EUR'],
    [{ KUMPPANI_COUNTRY: 'UK' }, 'KUMPPANI_COUNTRY was "UK"; allowed: a country code such as FI'],
    [{ KUMPPANI_TIME_ZONE: '+02:00' }, 'KUMPPANI_TIME_ZONE was "+02:00"; allowed: a time zone such as Europe/Helsinki'],
    [{ KUMPPANI_LANGUAGE: 'finnish' }, 'KUMPPANI_LANGUAGE was "finnish"; allowed: a language code such as fi'],
    [{ HOST: '0.0.0.0' }, 'HOST was "0.0.0.0"; allowed: loopback (127.0.0.1) unless KUMPPANI_OIDC_ISSUER is set'],
    [{ HOST: '10.0.0.1', KUMPPANI_DEMO: 'on' }, 'KUMPPANI_DEMO was "on"; allowed: off, because HOST is not loopback'],
    [
      { KUMPPANI_OIDC_ISSUER: 'http://login.example.org' },
      'KUMPPANI_OIDC_ISSUER was "http://login.example.org"; allowed: an https:// address (http:// only on loopback)',
    ],
    [
      { KUMPPANI_OIDC_ISSUER: 'http://localhost:8080' },
      'KUMPPANI_OIDC_AUDIENCE is not set; allowed: the audience of our access tokens',
    ],
    [
      { KUMPPANI_OIDC_AUDIENCE: 'kumppani' },
      'KUMPPANI_OIDC_AUDIENCE was "kumppani"; allowed: nothing unless KUMPPANI_OIDC_ISSUER is set',
    ],
    [
      { ...provided, KUMPPANI_OIDC_CLIENT: 'web' },
      'KUMPPANI_ADDRESS is not set; allowed: the https:// address at which browsers reach this',
    ],
    [
      { ...provided, KUMPPANI_OIDC_CLIENT: 'web', KUMPPANI_ADDRESS: 'https://crm.example.org/app' },
      'KUMPPANI_ADDRESS was "https://crm.example.org/app"; allowed: an https:// address without a path (http:// only on loopback)',
    ],
    [
      { ...provided, KUMPPANI_OIDC_CLIENT_SECRET: 'of nobody’s business' },
      'KUMPPANI_OIDC_CLIENT_SECRET is set; allowed: nothing unless KUMPPANI_OIDC_CLIENT is set',
    ],
    [
      { KUMPPANI_OIDC_CLIENT: 'web', KUMPPANI_ADDRESS: 'https://crm.example.org' },
      'KUMPPANI_OIDC_CLIENT was "web"; allowed: nothing unless KUMPPANI_OIDC_ISSUER is set',
    ],
  ])('refuses %j in one line', (environment, line) => {
    const refusal = refusalOf(environment as Record<string, string>)
    expect(refusal.message).toBe(line)
    expect(refusal.exitCode).toBe(exitCodes.badSetting)
  })

  it('lets browsers sign in where the provider knows us as a client', () => {
    const client = {
      KUMPPANI_OIDC_CLIENT: 'web',
      KUMPPANI_OIDC_CLIENT_SECRET: 's',
      KUMPPANI_ADDRESS: 'https://crm.example.org/',
    }
    expect(readSettings({ ...provided, ...client }).oidc?.client).toEqual({
      id: 'web',
      secret: 's',
      address: 'https://crm.example.org',
    })
  })

  it('refuses a mistyped variable of ours', () => {
    expect(refusalOf({ KUMPPANI_DATE: '/srv' }).message).toMatch(
      /^KUMPPANI_DATE is not a setting; there are KUMPPANI_DATA, /,
    )
  })
})
