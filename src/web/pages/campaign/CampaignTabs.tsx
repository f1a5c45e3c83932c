import { Tabs } from '../../components/Tabs'
import type { Words } from '../../words'

/** The pages about one campaign, in the order shown; the words are `web:tab.<name>`. A draft has those about its plan. */
const TABS: readonly { name: string; under: string; inDraft: boolean }[] = [
  { name: 'overview', under: '', inDraft: false },
  { name: 'event', under: '/edit', inDraft: true },
  { name: 'people', under: '/people', inDraft: true },
  { name: 'plan', under: '/steps', inDraft: true },
  { name: 'letters', under: '/letters', inDraft: false },
  { name: 'day', under: '/day', inDraft: false },
  { name: 'report', under: '/report', inDraft: false },
]

/** @param path of the page that is open */
export function CampaignTabs({
  campaign,
  path,
  words,
  draft = false,
}: {
  campaign: string
  path: string
  words: Words
  draft?: boolean
}) {
  const base = `/campaigns/${encodeURIComponent(campaign)}`
  const tabs = TABS.filter(({ inDraft }) => inDraft || !draft).map(({ name, under }) => ({
    path: base + under,
    label: words.say(`tab.${name}`),
  }))
  return <Tabs tabs={tabs} path={path} words={words} />
}
