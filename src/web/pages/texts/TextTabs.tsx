import { Tabs } from '../../components/Tabs'
import type { Words } from '../../words'

const TABS = [
  ['/texts', 'texts:tab.texts'],
  ['/texts/saved-replies', 'texts:tab.replies'],
  ['/templates', 'texts:tab.templates'],
] as const

/** The pages about words. */
export const TextTabs = ({ path, words }: { path: string; words: Words }) => (
  <Tabs tabs={TABS.map(([to, label]) => ({ path: to, label: words.say(label) }))} path={path} words={words} />
)
