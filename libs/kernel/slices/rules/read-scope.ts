/** How far a viewer may read. */

/** What a viewer may read of customers' history, and of who works for the group. */
export interface ReadScope {
  /** Units whose history may be read; `*` for all. */
  units: ReadonlySet<string>
  /** Whether customers are known at all, if only by name, sector and the units that have them. */
  outline: boolean
  /** Whether personal data and what people wrote is opened. */
  personal: boolean
  /** Members whose names and addresses may be read; `*` for all. */
  members: ReadonlySet<string>
}
