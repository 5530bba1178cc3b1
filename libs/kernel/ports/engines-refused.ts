/** Why engines are not opened: one line that the operator can act on. */
import { type Tellable, TellingError } from '../text/sentence.js'

export class EnginesRefused extends TellingError {
  /** @param reason a setting is wrong, files are not of one group or not what their names say, or more must be said */
  constructor(
    readonly reason: 'badSetting' | 'filesApart' | 'usage',
    why: Tellable,
  ) {
    super(why)
    this.name = 'EnginesRefused'
  }
}

/** What a group begins with is not there yet; its first recorder puts it there. */
export class NotBegun extends EnginesRefused {
  constructor(message: string) {
    super('filesApart', message)
  }
}
