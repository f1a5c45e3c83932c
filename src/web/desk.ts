import type { ApiRoutes } from './api/routes'
import type { AccountRoutes } from './pages/account/routes'
import type { CampaignRoutes } from './pages/campaign/routes'
import type { ChangeRoutes } from './pages/change/routes'
import type { CodeRoutes } from './pages/code/routes'
import type { ImportRoutes } from './pages/contacts/import/routes'
import type { ContactsRoutes } from './pages/contacts/routes'
import type { DayRoutes } from './pages/day/routes'
import type { InboxRoutes } from './pages/inbox/routes'
import type { InvitationRoutes } from './pages/invitation/routes'
import type { KioskRoutes } from './pages/kiosk/kioskRoutes'
import type { TabletRoutes } from './pages/kiosk/tabletRoutes'
import type { LetterRoutes } from './pages/letters/routes'
import type { PersonRoutes } from './pages/person/routes'
import type { PlanningRoutes } from './pages/planning/routes'
import type { ReportRoutes } from './pages/reports/routes'
import type { ReviewRoutes } from './pages/review/routes'
import type { SettingsRoutes } from './pages/settings/routes'
import type { SignInRoutes } from './pages/sign-in/routes'
import type { TalkRoutes } from './pages/talks/routes'
import type { TextListRoutes } from './pages/texts/listRoutes'
import type { ReviewerRoutes } from './pages/texts/reviewerRoutes'
import type { TextsRoutes } from './pages/texts/routes'
import type { SavedReplyRoutes } from './pages/texts/savedReplyRoutes'
import type { TextSheetRoutes } from './pages/texts/sheetRoutes'
import type { TodayRoutes } from './pages/today/routes'

/** Everything that staff can do, by the part of the pages that asks for it; wired in `src/desk/`. */
export interface Desk {
  door: SignInRoutes & InvitationRoutes
  campaigns: CampaignRoutes & ChangeRoutes & PlanningRoutes
  today: TodayRoutes
  person: PersonRoutes
  inbox: InboxRoutes
  contacts: ContactsRoutes
  imports: ImportRoutes
  settings: SettingsRoutes
  account: AccountRoutes
  day: DayRoutes
  letters: LetterRoutes
  code: CodeRoutes
  reports: ReportRoutes
  api: ApiRoutes
  texts: TextsRoutes & SavedReplyRoutes & TextListRoutes & TextSheetRoutes
  review: ReviewRoutes
  reviewers: ReviewerRoutes
  kiosk: KioskRoutes
  tablets: TabletRoutes
  talks: TalkRoutes
}
