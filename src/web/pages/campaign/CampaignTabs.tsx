import { Tabs } from '../../components/Tabs'
import type { Words } from '../../words'

/** The pages about one campaign, in the order shown; the words are `web:tab.<name>`. */
const TABS: readonly { name: string; under: string }[] = [
  { name: 'overview', under: '' },
  { name: 'day', under: '/day' },
]

/** @param path of the page that is open */
export function CampaignTabs({ campaign, path, words }: { campaign: string; path: string; words: Words }) {
  const base = `/campaigns/${encodeURIComponent(campaign)}`
  const tabs = TABS.map(({ name, under }) => ({ path: base + under, label: words.say(`tab.${name}`) }))
  return <Tabs tabs={tabs} path={path} words={words} />
}
