/** The one thing asked of queries that speak in sentences: in which language. */
import { Choice, languages, Optional, type TextLanguage } from '#kernel'

export class LanguageQuery {
  /** Of the generated sentences; the reader's own unless told. */
  @Optional() @Choice(languages) language?: TextLanguage
}
