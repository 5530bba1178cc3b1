/** Text made literal inside a regular expression. */
export const escapedCell = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
