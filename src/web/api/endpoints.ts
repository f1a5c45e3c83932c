import { CAMPAIGN_ENDPOINTS } from './campaignEndpoints'
import { CHANGE_ENDPOINTS } from './changeEndpoints'
import { CONCLUSION_ENDPOINTS } from './conclusionEndpoints'
import { CONTACT_ENDPOINTS } from './contactEndpoints'
import { DOOR_ENDPOINTS } from './doorEndpoints'
import type { Endpoint } from './endpoint'
import { ENROLMENT_ENDPOINTS } from './enrolmentEndpoints'
import { EVALUATION_ENDPOINTS } from './evaluationEndpoints'
import { FOLLOW_ENDPOINTS } from './followEndpoints'
import { HOOK_ENDPOINTS } from './hookEndpoints'
import { INBOX_ENDPOINTS } from './inboxEndpoints'
import { MEANT_ENDPOINTS } from './meantEndpoints'
import { MERGE_ENDPOINTS } from './mergeEndpoints'
import { ONE_PERSON_ENDPOINTS } from './onePersonEndpoints'
import { PLAN_ENDPOINTS } from './planEndpoints'
import { PREVIEW_ENDPOINTS } from './previewEndpoints'
import { PRIVACY_ENDPOINTS } from './privacyEndpoints'
import { REPLY_ENDPOINTS } from './replyEndpoints'
import { REPORT_ENDPOINTS } from './reportEndpoints'
import { TASK_ENDPOINTS } from './taskEndpoints'
import { TRAINING_ENDPOINTS } from './trainingEndpoints'

/** Everything that other programs can do, each the same deed as on a page. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...CONTACT_ENDPOINTS,
  ...MERGE_ENDPOINTS,
  ...FOLLOW_ENDPOINTS,
  ...TRAINING_ENDPOINTS,
  ...PRIVACY_ENDPOINTS,
  ...CAMPAIGN_ENDPOINTS,
  ...PLAN_ENDPOINTS,
  ...PREVIEW_ENDPOINTS,
  ...CHANGE_ENDPOINTS,
  ...ENROLMENT_ENDPOINTS,
  ...ONE_PERSON_ENDPOINTS,
  ...DOOR_ENDPOINTS,
  ...INBOX_ENDPOINTS,
  ...REPLY_ENDPOINTS,
  ...TASK_ENDPOINTS,
  ...MEANT_ENDPOINTS,
  ...REPORT_ENDPOINTS,
  ...CONCLUSION_ENDPOINTS,
  ...EVALUATION_ENDPOINTS,
  ...HOOK_ENDPOINTS,
]
