/** The text without case and accents, as texts are compared that people type from memory. */
export const plainLetters = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
