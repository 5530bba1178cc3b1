/** The languages that texts are written in, as slices name them. */
export { languages, type TextLanguage, type Texts } from '#kernel'
