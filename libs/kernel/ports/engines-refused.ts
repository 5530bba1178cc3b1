/** Why engines are not opened: one line that the operator can act on. */
export class EnginesRefused extends Error {
  /** @param reason a setting is wrong, files are not of one group or not what their names say, or more must be said */
  constructor(
    readonly reason: 'badSetting' | 'filesApart' | 'usage',
    message: string,
  ) {
    super(message)
    this.name = 'EnginesRefused'
  }
}

/** What a group begins with is not there yet; its first recorder puts it there. */
export class NotBegun extends EnginesRefused {
  constructor(message: string) {
    super('filesApart', message)
  }
}
