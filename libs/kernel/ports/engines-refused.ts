/** Why engines are not opened: one line that the operator can act on. */
import { inEnglish, type Sentence, sentenceIn, type Tellable } from '../text/sentence.js'

export class EnginesRefused extends Error {
  /** In every language, where people meet it. */
  readonly sentence: Sentence | undefined

  /** @param reason a setting is wrong, files are not of one group or not what their names say, or more must be said */
  constructor(
    readonly reason: 'badSetting' | 'filesApart' | 'usage',
    told: Tellable,
  ) {
    super(inEnglish(told))
    this.name = 'EnginesRefused'
    this.sentence = sentenceIn(told)
  }
}

/** What a group begins with is not there yet; its first recorder puts it there. */
export class NotBegun extends EnginesRefused {
  constructor(message: string) {
    super('filesApart', message)
  }
}
