/** The HTTP interface and what a program shows of itself. */
export * from './http/free-port.js'
export type { ServedElsewhere } from './http/routes/elsewhere-controller.js'
export * from './http/start-http.js'
export type { FurtherGauge } from './observability/http-metrics.js'
