/** Reads single variables of an environment and words every refusal the same way. */
import { StartRefused } from './exit-codes.js'

/** Says which variable, what it was and what is allowed, in one line. */
export class SettingsError extends StartRefused {
  constructor(
    readonly variable: string,
    message: string,
  ) {
    super('badSetting', message)
    this.name = 'SettingsError'
  }
}

export class SettingReader {
  private readonly secrets = new Set<string>()

  constructor(private readonly environment: Record<string, string | undefined>) {}

  /**
   * The value without surrounding blanks; empty counts as absent.
   * @throws SettingsError where it holds what stands for bytes that are no text
   */
  text(name: string): string | undefined {
    const value = this.environment[name]?.trim() || undefined
    if (value?.includes('\ufffd')) throw new SettingsError(name, `${name} is not UTF-8`)
    return value
  }

  /** The same of what no refusal may repeat. */
  secret(name: string): string | undefined {
    const value = this.text(name)
    if (value !== undefined) this.secrets.add(name)
    return value
  }

  integer(name: string, range: { from: number; to: number }): number | undefined {
    return this.checked(name, `a whole number from ${range.from} to ${range.to}`, (value) => {
      const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
      return number >= range.from && number <= range.to ? number : undefined
    })
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    return this.checked(name, choices.join(', '), (value) => choices.find((choice) => choice === value))
  }

  /** `parse` answers undefined for what is not allowed. */
  checked<Value>(name: string, allowed: string, parse: (value: string) => Value | undefined): Value | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    return parse(value) ?? this.refuse(name, allowed)
  }

  refuse(name: string, allowed: string): never {
    const value = this.text(name)
    const was = value === undefined ? 'is not set' : this.secrets.has(name) ? 'is set' : `was ${JSON.stringify(value)}`
    throw new SettingsError(name, `${name} ${was}; allowed: ${allowed}`)
  }

  /** Refuses variables of ours that nobody reads: they are mistyped. */
  refuseUnknown(prefix: string, known: readonly string[]): void {
    const unknown = Object.keys(this.environment).find((name) => name.startsWith(prefix) && !known.includes(name))
    if (unknown) throw new SettingsError(unknown, `${unknown} is not a setting; there are ${known.join(', ')}`)
  }
}
