/** Figures for Prometheus: requests, the read models' lag, and the process. No label ever names a person or a record. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ProjectionLag } from './projection-lag.js'

export interface SeenRequest {
  method: string
  /** Pattern, not address. */
  route: string
  status: number
  seconds: number
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export class HttpMetrics {
  private readonly registry = new Registry()
  private readonly requests = new Counter({
    name: 'kumppani_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  })
  private readonly durations = new Histogram({
    name: 'kumppani_http_request_duration_seconds',
    help: 'Time from request to answer.',
    labelNames: ['method', 'route'],
    buckets,
    registers: [this.registry],
  })
  private readonly gauges = {
    head: this.gauge('kumppani_log_head_position', 'Position of the last event recorded.'),
    lagEvents: this.gauge(
      'kumppani_projection_lag_events',
      'Events the read models have yet to show; 1000 stands for so many or more.',
    ),
    lagSeconds: this.gauge(
      'kumppani_projection_lag_seconds',
      'Age of the oldest event the read models have yet to show.',
    ),
    stuck: this.gauge(
      'kumppani_processes_stuck',
      'Processes of which a step was refused; somebody has to look at them.',
    ),
    parked: this.gauge(
      'kumppani_projection_parked',
      'Customers and contacts set aside because of an event that fails.',
    ),
  }

  constructor(private readonly lag: ProjectionLag) {
    collectDefaultMetrics({ register: this.registry })
  }

  count({ method, route, status, seconds }: SeenRequest): void {
    this.requests.inc({ method, route, status: String(status) })
    this.durations.observe({ method, route }, seconds)
  }

  /** The figures as text. @throws what the core throws when it cannot say where it is */
  async text(): Promise<string> {
    const { head, waiting, seconds, parked, stuck } = await this.lag.observe()
    this.gauges.head.set(head)
    this.gauges.lagEvents.set(waiting)
    this.gauges.lagSeconds.set(seconds)
    this.gauges.parked.set(parked)
    this.gauges.stuck.set(stuck)
    return this.registry.metrics()
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] })
  }
}
