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

/** Figures that only some programs have: one of each kind of work that they do. */
export interface FurtherGauge {
  /** `kumppani_…`, with the unit at the end. */
  name: string
  help: string
  /** By the name of the work. */
  read(): Promise<ReadonlyMap<string, number>>
}

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
  private readonly gauges: ReturnType<HttpMetrics['lagGauges']> | undefined
  private readonly further: readonly { gauge: Gauge<'work'>; of: FurtherGauge }[]

  /** @param lag absent where no read models are served or derived */
  constructor(
    private readonly lag: ProjectionLag | undefined,
    further: readonly FurtherGauge[] = [],
  ) {
    collectDefaultMetrics({ register: this.registry })
    this.gauges = lag && this.lagGauges()
    this.further = further.map((of) => {
      const { name, help } = of
      return { of, gauge: new Gauge({ name, help, labelNames: ['work'] as const, registers: [this.registry] }) }
    })
  }

  count({ method, route, status, seconds }: SeenRequest): void {
    this.requests.inc({ method, route, status: String(status) })
    this.durations.observe({ method, route }, seconds)
  }

  /** The figures as text. @throws what the core throws when it cannot say where it is */
  async text(): Promise<string> {
    await this.observeLag()
    for (const { gauge, of } of this.further) {
      for (const [work, value] of await of.read()) gauge.set({ work }, value)
    }
    return this.registry.metrics()
  }

  private async observeLag(): Promise<void> {
    const { lag, gauges } = this
    if (!lag || !gauges) return
    const { head, projected, waiting, seconds, parked, stuck } = await lag.observe()
    gauges.head.set(head)
    gauges.projected.set(projected)
    gauges.lagEvents.set(waiting)
    gauges.lagSeconds.set(seconds)
    gauges.parked.set(parked)
    gauges.stuck.set(stuck)
  }

  private lagGauges() {
    return {
      head: this.gauge('kumppani_log_head_position', 'Position of the last event recorded.'),
      projected: this.gauge(
        'kumppani_projection_position',
        'Position up to which the read models show what was recorded.',
      ),
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
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] })
  }
}
