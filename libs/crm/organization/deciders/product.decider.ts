/** Listing, changing and withdrawing products. */
import { command, defineDecider, defineRefusals, differing } from '#kernel'
import { ProductChanged, ProductListed, ProductWithdrawn, productEvents } from '../events/catalogues.events.js'
import { catalogue } from './organization.resource.js'

interface ProductState {
  listed?: ProductListed
}

export const productRefusals = defineRefusals({
  'product-exists': [
    'conflict',
    {
      en: 'A product of this code is listed already.',
      fi: 'Tämän koodin tuote on jo luettelossa.',
      sv: 'En produkt med den här koden finns redan.',
      de: 'Ein Produkt mit diesem Code ist schon aufgeführt.',
      nb: 'Et produkt med denne koden er allerede oppført.',
    },
  ],
  'product-unknown': [
    'not-found',
    {
      en: 'There is no such product, or it was withdrawn.',
      fi: 'Tällaista tuotetta ei ole, tai se on poistettu valikoimasta.',
      sv: 'Produkten finns inte, eller så är den indragen.',
      de: 'Dieses Produkt gibt es nicht, oder es ist zurückgezogen.',
      nb: 'Produktet finnes ikke, eller det er trukket tilbake.',
    },
  ],
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
