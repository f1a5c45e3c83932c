import { CAMPAIGN_ENDPOINTS } from './campaignEndpoints'
import { CHANGE_ENDPOINTS } from './changeEndpoints'
import { CONCLUSION_ENDPOINTS } from './conclusionEndpoints'
import { CONTACT_ENDPOINTS } from './contactEndpoints'
import type { Endpoint } from './endpoint'
import { ENROLMENT_ENDPOINTS } from './enrolmentEndpoints'
import { HOOK_ENDPOINTS } from './hookEndpoints'
import { PLAN_ENDPOINTS } from './planEndpoints'
import { PRIVACY_ENDPOINTS } from './privacyEndpoints'
import { REPORT_ENDPOINTS } from './reportEndpoints'
import { TASK_ENDPOINTS } from './taskEndpoints'

/** Everything that other programs can do, each the same deed as on a page. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...CONTACT_ENDPOINTS,
  ...PRIVACY_ENDPOINTS,
  ...CAMPAIGN_ENDPOINTS,
  ...PLAN_ENDPOINTS,
  ...CHANGE_ENDPOINTS,
  ...ENROLMENT_ENDPOINTS,
  ...TASK_ENDPOINTS,
  ...REPORT_ENDPOINTS,
  ...CONCLUSION_ENDPOINTS,
  ...HOOK_ENDPOINTS,
]
