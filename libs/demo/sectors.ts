/** The sectors of the demo's customers; companies, contacts' titles and texts all go by them. */
export const inventedSectors = [
  'hospitality',
  'healthcare',
  'food-service',
  'laboratory',
  'pharma',
  'marine',
  'retail',
  'education',
  'industry',
] as const

export type InventedSector = (typeof inventedSectors)[number]
