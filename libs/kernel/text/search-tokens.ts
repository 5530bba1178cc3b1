/**
 * The words of what a person typed into a search field, split where the engines split: at whatever
 * is neither letter, digit nor accent. Quotes and operators of a search language cannot get through.
 */
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

export function searchTokens(text: string): string[] {
  return text.toWellFormed().match(word) ?? []
}
