import type { CampaignRoutes } from './pages/campaign/routes'
import type { ChangeRoutes } from './pages/change/routes'
import type { InvitationRoutes } from './pages/invitation/routes'
import type { SignInRoutes } from './pages/sign-in/routes'
import type { TodayRoutes } from './pages/today/routes'

/** Everything that staff can do, by the part of the pages that asks for it; wired in `src/desk/`. */
export interface Desk {
  door: SignInRoutes & InvitationRoutes
  today: TodayRoutes
  campaigns: CampaignRoutes & ChangeRoutes
}
