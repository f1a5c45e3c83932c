import { Tabs } from '../../components/Tabs'
import type { Words } from '../../words'
import { CASES } from './caseQuery'

/** Everybody, and those whom we follow. */
export function ContactTabs({ path, words }: { path: string; words: Words }) {
  const tabs = [
    { path: '/contacts', label: words.say('contacts:title') },
    { path: CASES, label: words.say('cases:title') },
  ]
  return <Tabs tabs={tabs} path={path} words={words} />
}
