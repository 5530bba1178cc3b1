/** The demo group: invented companies, people and years of work. */
export * from './seed/seed-demo.js'
