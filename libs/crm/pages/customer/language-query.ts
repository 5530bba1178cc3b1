/** The one thing asked of queries that speak in sentences: in which language. */
import { Choice, Optional } from '#kernel'
import { languages, type TextLanguage } from '../../texts/languages.js'

export class LanguageQuery {
  /** Of the generated sentences; the reader's own unless told. */
  @Optional() @Choice(languages) language?: TextLanguage
}
