/** Flags with which a program has its threads within reach. */
export const within = ['--import', new URL('./threads-within-reach.js', import.meta.url).href]
