/** All that is measured of touchpoints. */
import { activeCustomers } from './active-customers.metric.js'
import { activeMembers } from './active-members.metric.js'
import { recordingDelay } from './recording-delay.metric.js'
import { touchesUnasked } from './touches-unasked.metric.js'
import { touchpointsMetric } from './touchpoints.metric.js'

export const touchpointMetrics = [touchpointsMetric, touchesUnasked, recordingDelay, activeMembers, activeCustomers]
