import { CAMPAIGN_ENDPOINTS } from './campaignEndpoints'
import { CHANGE_ENDPOINTS } from './changeEndpoints'
import { CONTACT_ENDPOINTS } from './contactEndpoints'
import type { Endpoint } from './endpoint'
import { ENROLMENT_ENDPOINTS } from './enrolmentEndpoints'
import { HOOK_ENDPOINTS } from './hookEndpoints'
import { PLAN_ENDPOINTS } from './planEndpoints'
import { PRIVACY_ENDPOINTS } from './privacyEndpoints'
import { REPORT_ENDPOINTS } from './reportEndpoints'

/** Everything that other programs can do, each the same deed as on a page. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...CONTACT_ENDPOINTS,
  ...PRIVACY_ENDPOINTS,
  ...CAMPAIGN_ENDPOINTS,
  ...PLAN_ENDPOINTS,
  ...CHANGE_ENDPOINTS,
  ...ENROLMENT_ENDPOINTS,
  ...REPORT_ENDPOINTS,
  ...HOOK_ENDPOINTS,
]
