import type { Words } from '../words'

export interface Tab {
  path: string
  label: string
}

/** Several pages about one thing, as links; they scroll sideways where there is no room. */
export function Tabs({ tabs, path, words }: { tabs: readonly Tab[]; path: string; words: Words }) {
  if (tabs.length < 2) return null
  return (
    <nav class="pages" aria-label={words.say('nav.pages')}>
      <ul>
        {tabs.map(tab => (
          <li key={tab.path}>
            <a href={tab.path} aria-current={tab.path === path ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
