/** Listing, changing and withdrawing products. */
import { command, defineDecider, defineRefusals, differing } from '#kernel'
import { ProductChanged, ProductListed, ProductWithdrawn, productEvents } from '../events/catalogues.events.js'
import { catalogue } from './organization.resource.js'

interface ProductState {
  listed?: ProductListed
}

export const productRefusals = defineRefusals({
  'product-exists': ['conflict', 'A product of this code is listed already.'],
  'product-unknown': ['not-found', 'There is no such product, or it was withdrawn.'],
})

const filed = () => ({ customers: [], contacts: [] })
const listed = ({ listed: product }: ProductState): ProductListed => product ?? productRefusals('product-unknown')

export const product = defineDecider<ProductState>()(productEvents, {
  name: 'product',
  resource: catalogue,
  initial: {},
  evolve: {
    listed: (_, { data }) => ({ listed: data }),
    changed: (state, { data }) => (state.listed ? { listed: { ...state.listed, ...data } } : state),
    withdrawn: () => ({}),
  },
  filedIn: filed,
  allows: ({ listed: product }, { type }) => (product === undefined) === (type === 'product.listed'),
  commands: {
    list: command(
      ProductListed,
      { route: 'POST /products/:id', about: 'List a product under a code.' },
      (c, state: ProductState) => (state.listed ? productRefusals('product-exists') : [productEvents.listed(c)]),
    ),
    change: command(
      ProductChanged,
      { route: 'PATCH /products/:id', about: 'Change a product.' },
      (c, state: ProductState) => {
        const changes = differing(c, listed(state))
        return Object.keys(changes).length > 0 ? [productEvents.changed(changes)] : []
      },
    ),
    withdraw: command(
      ProductWithdrawn,
      { route: 'POST /products/:id/withdraw', about: 'Withdraw a product.' },
      (c, state: ProductState) => (listed(state) ? [productEvents.withdrawn(c)] : []),
    ),
  },
})
