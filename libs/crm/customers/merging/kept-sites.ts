/** The sites of a customer and of the records merged into it: two records may use one code for two places. */
import type { Fact } from '#kernel'
import type { CustomerSite, CustomerSiteClosed } from '../customer.events.js'

/** A site with the record that keeps it. */
export interface KeptSite extends CustomerSite {
  record: string
}

const without = (sites: readonly KeptSite[], { site, record }: Pick<KeptSite, 'site' | 'record'>): KeptSite[] =>
  sites.filter((one) => one.site !== site || one.record !== record)

export function withSite(sites: readonly KeptSite[], { entity, data }: Fact<string, CustomerSite>): KeptSite[] {
  const opened = { ...data, record: data.record ?? entity }
  return [...without(sites, opened), opened]
}

export const withoutSite = (
  sites: readonly KeptSite[],
  { entity, data }: Fact<string, CustomerSiteClosed>,
): KeptSite[] => without(sites, { site: data.site, record: data.record ?? entity })

/**
 * The site a command means by its code: of the record named, else of the first of these that has one.
 * @param records in the order in which they are meant
 */
export function siteMeant(
  sites: readonly KeptSite[],
  { site, record }: CustomerSiteClosed,
  records: readonly string[],
): KeptSite | undefined {
  const ofCode = sites.filter((one) => one.site === site)
  if (record !== undefined) return ofCode.find((one) => one.record === record)
  const meant = records.find((id) => ofCode.some((one) => one.record === id))
  return ofCode.find((one) => one.record === meant)
}
